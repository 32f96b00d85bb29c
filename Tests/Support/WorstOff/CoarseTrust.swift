import TrefoilModel
import TrefoilSolver

/// Small random trusts with the rule `worst-off`, of which two in three have journeys of few lengths, so
/// that many plans cost the same.
public enum CoarseTrust {
  public static func reviews(
    seed: UInt64, schools: ClosedRange<Int>, champions: ClosedRange<Int>
  ) -> Scenario {
    let whole = RandomScenario.make(seed: seed, schools: schools, champions: champions)
    let isPlain = seed % 3 == 2
    let rules = (isPlain ? plain(whole.rules) : whole.rules).with(WorstOffRule(true))
    return Scenario(
      trust: whole.trust, schools: whole.schools, people: whole.people,
      history: isPlain ? History() : whole.history,
      travel: seed % 3 == 0 ? whole.travel : coarse(whole.schools, seed: seed), rules: rules,
      published: isPlain ? nil : whole.published, earlier: isPlain ? [] : whole.earlier,
      namesPeople: whole.namesPeople, ledger: whole.ledger)
  }

  public static func secondments(seed: UInt64) -> Scenario {
    let whole = RandomSecondments.scenario(seed: seed)
    return Scenario(
      trust: whole.trust, schools: whole.schools, people: whole.people,
      travel: seed % 3 == 0 ? whole.travel : coarse(whole.schools, seed: seed),
      rules: whole.rules.with(WorstOffRule(true)).with(
        Commute(seed % 3 == 1 ? 1 : whole.rules[Commute.self].setting)),
      openings: whole.openings, candidates: whole.candidates)
  }

  public static func coaching(seed: UInt64) -> Scenario {
    let whole = RandomCoaching.scenario(seed: seed)
    return Scenario(
      trust: whole.trust, schools: whole.schools, people: whole.people,
      travel: seed % 3 == 0 ? whole.travel : coarse(whole.schools, seed: seed),
      rules: whole.rules.with(WorstOffRule(true)), ledger: whole.ledger, coaching: whole.coaching)
  }

  /// The defaults, but for what makes groups, and a must where a champion might be missing.
  private static func plain(_ rules: RuleBook) -> RuleBook {
    RuleBook().with(rules[Remainder.self]).with(rules[Champions.self])
      .with(rules[WorkshopLead.self])
  }

  /// Twenty, thirty or forty minutes from each school to each other, there now and then not as back.
  private static func coarse(_ schools: [School], seed: UInt64) -> TravelTable {
    var dice = SeededGenerator(seed: seed, stream: 0xC0A)
    var minutes: [TravelTable.Journey: Int] = [:]
    for (index, one) in schools.enumerated() {
      for other in schools[(index + 1)...] {
        let there = 20 + 10 * dice.below(3)
        minutes[TravelTable.Journey(from: one.id, to: other.id)] = there
        minutes[TravelTable.Journey(from: other.id, to: one.id)] =
          dice.below(4) == 0 ? 60 - there : there
      }
    }
    return TravelTable(minutes: minutes)
  }
}
