/// A scenario's coaching with its look-ups made.
public struct CoachingFacts: Sendable {
  public let trust: TrustFacts
  private let profileByID: [PersonID: CoachingProfile]
  private let offered: [PersonID: Set<String>]
  private let line: [PersonID: Set<PersonID>]
  private let coachesChosen: [PersonID: [PersonID]]
  private let coacheesChosen: [PersonID: [PersonID]]

  /// O(profiles x (choices + people in one line of management)).
  ///
  /// - Parameter trust: facts of the planned term, in which people on secondment serve where they are
  ///   sent.
  public init(_ trust: TrustFacts) {
    self.trust = trust
    let profiles = trust.scenario.coaching
    let profileByID = Dictionary(profiles.map { ($0.person, $0) }) { first, _ in first }
    self.profileByID = profileByID
    let offered = profileByID.mapValues { Set($0.offers.map { $0.lowercased() }) }
    self.offered = offered
    /// Whether the one offers what the other wants.
    func might(_ one: PersonID, coach other: PersonID) -> Bool {
      guard let topics = offered[one], let wants = profileByID[other]?.wants else { return false }
      return wants.contains { topics.contains($0.lowercased()) }
    }
    coachesChosen = profileByID.mapValues { own in
      own.choices.filter { might($0, coach: own.person) }
    }
    coacheesChosen = profileByID.mapValues { own in
      own.choices.filter { might(own.person, coach: $0) }
    }
    func managers(of id: PersonID) -> [PersonID] {
      let schools = trust.person(id).map { trust.served(by: $0) } ?? []
      return (profileByID[id]?.lineManagers ?? [])
        + schools.compactMap { trust.principal(of: $0)?.id }.filter { $0 != id }
    }
    var line: [PersonID: Set<PersonID>] = [:]
    for profile in profiles {
      var above: Set<PersonID> = []
      var open = [profile.person]
      while let next = open.popLast() {
        for manager in managers(of: next) where above.insert(manager).inserted {
          open.append(manager)
        }
      }
      line[profile.person] = above
    }
    self.line = line
  }

  /// The facts in which the coaching of a plan is looked at: those of its first term, with its
  /// secondments.
  public init(of plan: Plan, facts: TrustFacts) {
    if plan.secondments.isEmpty, facts.scenario.underWay.isEmpty {
      self.init(facts)
    } else {
      var scenario = facts.scenario
      scenario.secondments = plan.secondments
      self.init(TrustFacts(scenario.scenario(ofTerm: 0, after: [])))
    }
  }

  public var profiles: [CoachingProfile] { trust.scenario.coaching }
  public func profile(_ id: PersonID) -> CoachingProfile? { profileByID[id] }
  /// Those who ask for a coach, in the order of the scenario.
  public var coachees: [CoachingProfile] { profiles.filter { !$0.wants.isEmpty } }
  /// Those who would coach somebody, in the order of the scenario.
  public var coaches: [CoachingProfile] { profiles.filter { $0.capacity > 0 } }

  /// The first topic that the one asks for and the other offers.
  public func topic(for coachee: CoachingProfile, from coach: CoachingProfile) -> String? {
    let offered = offered[coach.person] ?? []
    return coachee.wants.first { offered.contains($0.lowercased()) }
  }

  /// The two as coach and coachee; nil where one of them has no profile, or a school is not known.
  public func match(coach: PersonID, coachee: PersonID) -> CoachingMatch? {
    guard let giving = profile(coach), let asking = profile(coachee),
      let one = trust.person(coach), let other = trust.person(coachee),
      let from = one.schools.first.flatMap({ trust.school($0) }),
      let place = other.schools.first.flatMap({ trust.school($0) })
    else { return nil }
    return CoachingMatch(
      coach: one, coachee: other, from: from, at: place, topic: topic(for: asking, from: giving))
  }

  /// Whether the other person is above the one: whoever they report to, the principal of a school
  /// they serve, and all above those.
  public func isInLine(of person: PersonID, _ other: PersonID) -> Bool {
    line[person]?.contains(other) ?? false
  }

  /// The minutes of the coach's journey to the coachee's school and back.
  public func roundTrip(_ match: CoachingMatch) -> Int {
    trust.minutes(from: match.from, to: match.at) + trust.minutes(from: match.at, to: match.from)
  }

  /// The minutes of the longer of the two ways.
  public func longestWay(_ match: CoachingMatch) -> Int {
    max(
      trust.minutes(from: match.from, to: match.at), trust.minutes(from: match.at, to: match.from))
  }

  /// Those of a person's choices who might coach the person: who offer a topic that the person wants.
  public func coachesChosen(by person: PersonID) -> [PersonID] { coachesChosen[person] ?? [] }

  /// Those of a person's choices whom the person might coach: who want a topic that the person offers.
  public func coacheesChosen(by person: PersonID) -> [PersonID] { coacheesChosen[person] ?? [] }

  /// Every coach and coachee whom no must forbids by themselves, by coachees and then by coaches in the
  /// order of the scenario. O(coaches and coachees who share a topic x rules).
  public var allowed: [CoachingMatch] {
    let rules = trust.scenario.rules.rules.compactMap { $0 as? any CoachingPairRule }
    let structure = CoachingStructure(facts: self)
    let coaches = coaches
    var byTopic: [String: [Int]] = [:]
    for (index, coach) in coaches.enumerated() {
      for topic in offered[coach.person] ?? [] { byTopic[topic, default: []].append(index) }
    }
    return coachees.flatMap { coachee in
      Set(coachee.wants.flatMap { byTopic[$0.lowercased()] ?? [] }).sorted()
        .compactMap { index -> CoachingMatch? in
          guard let match = match(coach: coaches[index].person, coachee: coachee.person),
            structure.obstacles(of: match).isEmpty,
            !rules.contains(where: { rule in
              rule.charges(for: match, of: self).contains { $0.charge == .must }
            })
          else { return nil }
          return match
        }
    }
  }
}
