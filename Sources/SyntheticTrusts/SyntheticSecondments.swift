import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// Openings and candidates for made-up trusts.
public enum SyntheticSecondments {
  private static let skills = ["SEND", "phonics", "maths", "behaviour", "attendance", "assessment"]
  private static let roles: [(value: Role, share: Double)] = [
    (.deputy, 0.45), (.assistant, 0.35), (.middleLeader, 0.2),
  ]

  /// The trust with openings over so many terms, and leaders at its schools who may be seconded: some
  /// part-time, some only in some terms, most within a commute; now and then without consent.
  ///
  /// The same trust, numbers and seed give the same. O(openings + candidates).
  public static func add(
    openings: Int, candidates: Int, terms: Int, to trust: Scenario, seed: UInt64
  ) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 11)
    let schools = trust.schools
    let made = (0..<openings).map { index -> Opening in
      let length = min(terms, random.pick([1, 1, 2, 2, 3]))
      return Opening(
        id: OpeningID("opening-\(index + 1)"), school: random.pick(schools).id,
        role: random.shared(roles, count: 1)[0], phase: nil,
        skills: random.chance(0.5)
          ? [Wanted(random.pick(skills), isMust: random.chance(0.15))] : [],
        days: random.pick([1, 2, 2, 3, 3, 5, 5]),
        firstTerm: random.whole(in: 0...(terms - length)), terms: length,
        priority: random.pick([.high, .normal, .normal, .low]))
    }
    var people: [Person] = []
    var offers: [Candidate] = []
    for (index, role) in random.shared(roles, count: candidates).enumerated() {
      let home = random.pick(schools)
      let id = PersonID("candidate-\(index + 1)")
      people.append(
        Person(id: id, name: "Candidate \(index + 1)", schools: [home.id], roles: [role]))
      let from = random.chance(0.6) ? 0 : random.whole(in: 0...(terms - 1))
      offers.append(
        Candidate(
          person: id, skills: random.chance(0.7) ? [random.pick(skills), random.pick(skills)] : [],
          days: random.pick([1, 2, 2, 3, 5, 5, 5]), from: from,
          until: random.chance(0.6) ? nil : random.whole(in: from...(terms - 1)),
          commuteLimit: random.whole(in: 25...60), hasConsent: random.chance(0.97),
          hasReleaseConsent: random.chance(0.95),
          aim: random.chance(0.3) ? random.pick(skills) : nil))
    }
    return Scenario(
      trust: trust.trust, term: trust.term, horizon: trust.horizon, later: trust.later,
      schools: schools, people: trust.people + people, history: trust.history,
      travel: trust.travel, rules: trust.rules, openings: made, candidates: offers)
  }

  /// A trust in which every school has one leader who would go and one opening, and releases the one
  /// only when somebody comes: swaps of two and three are all there is.
  public static func exchange(pairs: Int, seed: UInt64) -> Scenario {
    let trust = SyntheticTrust.make(schools: max(3, pairs), seed: seed)
    var random = SeededGenerator(seed: seed, stream: 12)
    let schools = trust.schools.prefix(pairs).map { school in
      School(
        id: school.id, name: school.name, phase: school.phase, place: school.place, hub: school.hub,
        standing: school.standing, strengths: school.strengths, needs: school.needs,
        size: school.size, closed: school.closed, release: Release(needsCover: true))
    }
    let held = random.shared(roles, count: pairs)
    let people = zip(schools, held).enumerated().map { index, pair in
      Person(
        id: PersonID("leader-\(index + 1)"), name: "Leader \(index + 1)", schools: [pair.0.id],
        roles: [pair.1])
    }
    let openings = zip(schools, held).enumerated().map { index, pair in
      Opening(
        id: OpeningID("opening-\(index + 1)"), school: pair.0.id, role: pair.1, days: 2,
        priority: random.pick([.high, .normal, .low]))
    }
    let candidates = people.map { person in
      Candidate(
        person: person.id, days: 2, commuteLimit: random.whole(in: 25...60),
        aim: random.chance(0.5) ? random.pick(["phonics", "maths", "behaviour", "SEND"]) : nil)
    }
    return Scenario(
      trust: trust.trust, term: Term(name: "Autumn 2026"), schools: schools, people: people,
      openings: openings, candidates: candidates)
  }
}
