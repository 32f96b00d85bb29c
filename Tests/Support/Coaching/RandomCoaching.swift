import TrefoilModel
import TrefoilSolver

/// Small trusts in which people ask for coaching and offer it: places that are short, choices on both
/// sides, lines of management, conflicts, limits, executives, people who both ask and offer.
public enum RandomCoaching {
  private static let topics = ["maths", "Phonics", "SEND"]

  /// - Parameter isTwoSided: whether nobody both asks and offers, so that no two can coach each other.
  public static func scenario(seed: UInt64, isTwoSided: Bool = false) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 8)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func some(_ topics: [String], _ range: ClosedRange<Int>) -> [String] {
      Array(topics.shuffled(using: &random).prefix(number(range)))
    }
    let ids = (0..<number(2...4)).map { SchoolID("s\($0)") }
    let schools = ids.map {
      School(
        id: $0, name: "School \($0)",
        phase: [.primary, .primary, .secondary, .allThrough][number(0...3)])
    }
    // Few different times, so that journeys are often equal.
    let times = chance(0.5) ? [10, 20] : [5, 17, 40, 61, 90]
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other {
        minutes[TravelTable.Journey(from: one, to: other)] = times[number(0...(times.count - 1))]
      }
    }
    let people = (0..<number(3...6)).map { index -> Person in
      let home = ids[number(0...(ids.count - 1))]
      let other = ids[number(0...(ids.count - 1))]
      return Person(
        id: PersonID("p\(index)"), name: "Person \(index)",
        schools: chance(0.1) && other != home ? [home, other] : [home],
        roles: [.deputy], phases: chance(0.2) ? [] : nil,
        conflicts: chance(0.15) ? [ids[number(0...(ids.count - 1))]] : [],
        seconded: chance(0.05) && other != home ? other : nil)
    }
    var members = people.map(\.id)
    if chance(0.4) { members.append(TrustFacts.suppliedPrincipal(of: ids[0])) }
    let profiles = members.map { person -> CoachingProfile in
      let asks = chance(0.6)
      let offers = isTwoSided ? !asks : !asks || chance(0.6)
      let others = members.filter { $0 != person }
      return CoachingProfile(
        person: person, wants: asks ? some(topics, 1...3) : [],
        offers: offers ? some(topics.map { $0.lowercased() }, 1...3) : [],
        coachees: offers ? number(1...2) : 1,
        lineManagers: chance(0.1) ? [others[number(0...(others.count - 1))]] : [],
        choices: chance(0.6) ? Array(others.shuffled(using: &random).prefix(number(1...3))) : [])
    }
    let stable: Charge? = chance(0.4) ? .must : chance(0.5) ? .minutes(number(0...200)) : nil
    let ledger =
      chance(0.3)
      ? Ledger([
        LedgerEntry(
          published: nil, term: "Earlier", kind: .review, person: members[0], from: ids[0],
          at: ids[1], days: number(1...4), minutes: 10),
        LedgerEntry(
          published: nil, term: "Earlier", kind: .review, person: members[1], from: ids[1],
          at: ids[0], days: 1, minutes: 10),
      ]) : Ledger()
    let rules = RuleBook()
      .with(CoachingTravel(number(0...4)))
      .with(
        CoachingLimit(
          .init(
            limit: chance(0.6) ? number(15...90) : nil,
            charge: chance(0.6) ? .must : .minutes(number(0...300))))
      )
      .with(CoachingPhase(chance(0.3) ? .must : chance(0.5) ? .minutes(number(0...200)) : nil))
      .with(CoachingChoice(number(0...80))).with(Uncoached(number(0...700)))
      .with(CoachingStable(stable)).with(Fairness(chance(0.5) ? number(1...40) : 0))
      .with(Conflict(chance(0.8) ? .must : .minutes(number(0...200))))
    return Scenario(
      trust: "Random \(seed)", schools: schools, people: people,
      travel: TravelTable(minutes: minutes), rules: rules, ledger: ledger, coaching: profiles)
  }

  /// The same scenario with another setting of the rule `coaching-stable`.
  public static func with(_ stable: Charge?, _ scenario: Scenario) -> Scenario {
    Scenario(
      trust: scenario.trust, schools: scenario.schools, people: scenario.people,
      travel: scenario.travel, rules: scenario.rules.with(CoachingStable(stable)),
      ledger: scenario.ledger, coaching: scenario.coaching)
  }
}
