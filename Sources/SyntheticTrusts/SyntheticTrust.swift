import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// Made-up trusts that look like real English ones.
public enum SyntheticTrust {
  /// The numbers of schools that a trust can be made of.
  public static let sizes = 3...100_000

  /// A trust of so many schools, with the rules at their defaults, under which it can be planned.
  ///
  /// Towns and villages in regions over England, phases in real proportions, hubs of neighbours,
  /// standings, needs and strengths, closed days, heads of two schools, champions at three schools
  /// in five with room to spare, conflicts of interest, absences, and the groups of three earlier
  /// terms. All names are invented. The same number and seed give the same trust.
  ///
  /// O(n log^2 n): about a second for 100,000 schools, optimised.
  ///
  /// - Precondition: `schools` is one of ``sizes``.
  public static func make(schools count: Int, seed: UInt64) -> Scenario {
    precondition(sizes.contains(count), "a synthetic trust has 3 to 100,000 schools")
    // A stream for each part: what one part draws never moves the others.
    func stream(_ number: UInt64) -> SeededGenerator {
      SeededGenerator(seed: seed, stream: number)
    }
    var (places, qualities, naming) = (stream(1), stream(2), stream(3))
    var (dividing, remembering) = (stream(4), stream(5))
    let sites = Landscape.sites(count: count, using: &places)
    let profiles = SchoolProfile.profiles(for: sites, using: &qualities)
    let hubs = HubDivision.hubs(of: sites, using: &dividing)
    let trust = "\(naming.pick(Words.plants)) Learning Trust"
    let schools = schools(
      at: sites, profiles: profiles, hubNames: hubNames(of: hubs, count: count, using: &naming),
      using: &naming)
    var staff = Staff(
      schools: schools.map(\.id), sites: sites, phases: profiles.map(\.phase), hubs: hubs,
      random: stream(6))
    let neighbours = hubs.joined().map { schools[$0].id }
    return Scenario(
      trust: trust, term: Term(name: AutumnTerm.name, dates: AutumnTerm.dates), schools: schools,
      people: staff.people(),
      history: PastTerms.history(neighbours: neighbours, using: &remembering))
  }

  private static func hubNames(
    of hubs: [[Int]], count: Int, using random: inout SeededGenerator
  ) -> [String] {
    var deck = NameDeck(
      first: Words.placeBeginnings, second: Words.placeEndings, qualifiers: Words.directions,
      joint: "")
    var names = Array(repeating: "", count: count)
    for hub in hubs {
      let name = deck.deal(using: &random).text
      for school in hub { names[school] = name }
    }
    return names
  }

  private static func schools(
    at sites: [Site], profiles: [SchoolProfile], hubNames: [String],
    using random: inout SeededGenerator
  ) -> [School] {
    var deck = NameDeck(
      first: Words.plants, second: Words.landscapes, qualifiers: Words.qualifiers)
    return sites.indices.map { index in
      let name = deck.deal(using: &random)
      let profile = profiles[index]
      let kind = random.pick(kinds(of: profile.phase))
      return School(
        id: SchoolID(name.identifier), name: "\(name.text) \(kind)", phase: profile.phase,
        place: sites[index].place, hub: hubNames[index], standing: profile.standing,
        strengths: profile.strengths, needs: profile.needs, size: profile.size,
        closed: profile.closed)
    }
  }

  /// What schools of a phase are called.
  private static func kinds(of phase: Phase) -> [String] {
    switch phase {
    case .nursery: ["Nursery School"]
    case .primary: ["Primary School", "Primary School", "Primary Academy"]
    case .middle: ["Middle School"]
    case .secondary: ["Academy", "High School", "School"]
    case .allThrough: ["All-Through Academy"]
    case .special: ["Special School"]
    case .alternativeProvision: ["Alternative Provision Academy"]
    case .sixteenPlus: ["Sixth Form College"]
    }
  }
}
