import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// The rule `worst-off` held against looking at every plan there is.
@Suite struct WorstOffOracleTests {
  private func check(
    _ worstOff: WorstOff?, cost: Int?, _ oracle: WorstOffOracle?, _ scenario: Scenario, seed: UInt64
  ) {
    let trust = "seed \(seed)\n\(ScenarioDump(scenario))"
    #expect(cost == oracle?.cost, "\(trust)")
    #expect(worstOff?.minutes ?? 0 == oracle?.minutes ?? 0, "\(trust)")
    guard let worstOff, let oracle else { return }
    #expect(worstOff.isProven, "\(trust)")
    #expect(worstOff.isUnavoidable == (oracle.price == nil), "\(trust)")
    #expect(worstOff.relief?.price == oracle.price, "\(trust)")
    if let relief = worstOff.relief {
      #expect(oracle.minutesThen.contains(relief.minutes), "\(trust)")
    }
  }

  private func checkReviews(
    seed: UInt64, schools: ClosedRange<Int>, champions: ClosedRange<Int>
  ) async throws {
    let scenario = CoarseTrust.reviews(seed: seed, schools: schools, champions: champions)
    let oracle = try WorstOffOracle.reviews(of: scenario)
    let options = PlanningOptions(seed: seed, effort: Effort(level: 5))
    let plan = try await ReviewPlanner(scenario, options: options).plan()
    check(plan.terms.first?.worstOff, cost: plan.cost, oracle, scenario, seed: seed)
    #expect(plan.status == (oracle == nil ? .infeasible : .optimal), "seed \(seed)")
    guard oracle != nil else { return }
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds, "seed \(seed)")
  }

  @Test(arguments: 0..<8)
  func `reviews of three and four schools with champions equal brute force`(
    block: Int
  ) async throws {
    for index in 0..<12 {
      let seed = UInt64(block * 1000 + index)
      try await checkReviews(seed: seed, schools: 3...4, champions: 1...(index % 4 == 0 ? 2 : 1))
    }
  }

  @Test(arguments: 0..<8)
  func `reviews of five to seven schools without champions equal brute force`(
    block: Int
  ) async throws {
    for index in 0..<15 {
      let seed = UInt64(50_000 + block * 1000 + index)
      try await checkReviews(seed: seed, schools: 5...7, champions: 0...0)
    }
  }

  @Test(arguments: 0..<4)
  func `secondments equal brute force`(part: UInt64) throws {
    for seed in (50 * part)..<(50 * part + 50) {
      let scenario = CoarseTrust.secondments(seed: seed)
      let outcome = try SecondmentPlanner(scenario).plan()
      check(
        outcome.worstOff, cost: outcome.cost, WorstOffOracle.secondments(of: scenario), scenario,
        seed: seed)
      #expect(outcome.bound == outcome.cost, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<4)
  func `coaching equals brute force`(part: UInt64) throws {
    for seed in (50 * part)..<(50 * part + 50) {
      let scenario = CoarseTrust.coaching(seed: seed)
      let outcome = try CoachingPlanner(scenario).plan()
      check(
        outcome.plan?.worstOff, cost: outcome.plan.map { _ in outcome.cost },
        WorstOffOracle.coaching(of: scenario), scenario, seed: seed)
    }
  }

  @Test func `a better plan of the same cost, a price and no way out all turn up`() async throws {
    var seen: Set<String> = []
    func note(_ worstOff: WorstOff?, without: TravelByPerson, _ kind: String) {
      guard let worstOff else { return }
      if worstOff.minutes < without.worstOff?.minutes ?? 0 { seen.insert("\(kind) better") }
      if worstOff.relief != nil { seen.insert("\(kind) price") }
      if worstOff.isUnavoidable { seen.insert("\(kind) unavoidable") }
    }
    for seed in UInt64(0)..<60 {
      let scenario = CoarseTrust.secondments(seed: seed)
      let plain = try SecondmentPlanner(scenario.without(WorstOffRule(false))).plan()
      let facts = SecondmentFacts(TrustFacts(scenario))
      let outcome = try SecondmentPlanner(scenario).plan()
      note(
        outcome.worstOff, without: TravelByPerson(of: plain.secondments, facts: facts),
        "secondments")
      let reviews = CoarseTrust.reviews(seed: 50_000 + seed, schools: 5...7, champions: 0...0)
      let options = PlanningOptions(effort: Effort(level: 5))
      let first = try await ReviewPlanner(reviews.without(WorstOffRule(false)), options: options)
        .plan()
      guard let term = first.terms.first else { continue }
      let plan = try await ReviewPlanner(reviews, options: options).plan()
      note(
        plan.terms.first?.worstOff, without: TravelByPerson(of: term, facts: TrustFacts(reviews)),
        "reviews")
      #expect(first.terms.first?.worstOff == nil)
    }
    #expect(
      seen == [
        "secondments price", "reviews better", "reviews price", "reviews unavoidable",
      ])
  }
}

extension Scenario {
  /// The same scenario with another setting of one rule.
  fileprivate func without(_ rule: any Rule) -> Scenario {
    Scenario(
      trust: trust, schools: schools, people: people, history: history, travel: travel,
      rules: rules.with(rule), published: published, earlier: earlier, namesPeople: namesPeople,
      openings: openings, candidates: candidates, ledger: ledger)
  }
}
