import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Repairs held against trying everything.
@Suite struct RepairOracleTests {
  /// Nasty rules in every third trust, the usual ones in the others.
  private func trust(seed: UInt64) -> Scenario {
    seed % 3 == 0
      ? RandomScenario.make(seed: seed, schools: 3...4, champions: 3...5, dated: seed % 9 != 0)
      : SyntheticTrust.make(schools: seed % 3 == 1 ? 3 : 6, seed: seed)
  }

  private func published(_ scenario: Scenario) async throws -> Plan? {
    let plan = try await ReviewPlanner(
      scenario, options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    guard let term = plan.terms.first else { return nil }
    return term.hasDates == (scenario.term.dates != nil) ? plan : nil
  }

  /// A published plan, what happened to it, and how it was repaired.
  private struct Case {
    let seed: UInt64
    let term: TermPlan
    let after: Scenario
    let repair: PlanRepair
    let oracle: RepairOracle

    var made: TermPlan? { repair.plan.terms.first }
    var facts: TrustFacts { TrustFacts(after) }
  }

  private func trouble(seed: UInt64) async throws -> Case? {
    let scenario = trust(seed: seed)
    guard let plan = try await published(scenario), let term = plan.terms.first else { return nil }
    let after = RandomTrouble.after(scenario, published: term, seed: seed)
    let starts = term.groups.flatMap(\.reviews).compactMap(\.dates.first).sorted()
    let freeze = seed % 2 == 0 && !starts.isEmpty ? starts[starts.count / 2] : nil
    let options = RepairOptions(
      freezeBefore: freeze, notice: freeze != nil && seed % 4 == 0 ? 2 : 0,
      personCost: 0, schoolCost: 0)
    let repair = try await RepairPlanner(
      from: scenario, to: after, published: plan, repair: options,
      options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    let oracle = RepairOracle(
      term, from: TrustFacts(scenario), to: TrustFacts(after), freezeBefore: freeze,
      notice: options.notice)
    return Case(seed: seed, term: term, after: after, repair: repair, oracle: oracle)
  }

  @Test(arguments: 0..<4)
  func `no plan with these groups moves fewer visits, or costs less with as many`(
    part: UInt64
  ) async throws {
    var (fewest, cheapest, refused) = (0, 0, 0)
    for seed in (12 * part)..<(12 * part + 12) {
      guard let one = try await trouble(seed: seed) else { continue }
      guard one.made != nil, one.repair.keepsGroups, one.repair.fewest != nil else {
        if isRefusalRight(one) { refused += 1 }
        continue
      }
      let count = one.repair.moves.moves.count
      #expect(one.repair.fewest == count, "seed \(seed)")
      check(one)
      if count > 0 {
        switch one.oracle.answer(moves: count - 1) {
        case .least: Issue.record("seed \(seed): \(count) visits moved, fewer would do")
        case .none: fewest += 1
        case .unknown: break
        }
      }
      if one.repair.isCheapest, case .least(let cost) = one.oracle.answer(moves: count) {
        let own = one.made.map { Assessment(of: $0, facts: one.facts).cost }
        #expect(own == cost, "seed \(seed): costs as much as the cheapest with \(count) moves")
        cheapest += 1
      }
    }
    print("part \(part): \(fewest) fewest, \(cheapest) cheapest, \(refused) rightly refused")
    #expect(fewest >= 3 && cheapest >= 3)
  }

  /// Groups are given up, or no plan is found, only where nothing small would do.
  private func isRefusalRight(_ one: Case) -> Bool {
    for budget in 0...2 {
      switch one.oracle.answer(moves: budget) {
      case .least:
        Issue.record("seed \(one.seed): \(budget) moves would do: \(one.repair.notes)")
        return false
      case .none: continue
      case .unknown: return false
      }
    }
    return true
  }

  /// What is broken has begun, and is said.
  private func check(_ one: Case) {
    guard let made = one.made else { return }
    let broken = Assessment(of: made, facts: one.facts).violations
    #expect(Set(broken) == Set(one.repair.unhelped), "seed \(one.seed)")
    for finding in broken {
      #expect(
        one.repair.plan.notes.contains { $0.contains(finding.sentence) }, "seed \(one.seed)")
    }
    let stated = Verification(of: one.repair.plan, facts: one.facts)
    #expect(stated.differences.isEmpty, "seed \(one.seed): \(stated.differences)")
  }

  @Test func `what has begun stays, and nobody new is asked within the notice`() async throws {
    var (checked, notAsked) = (0, 0)
    for seed in UInt64(900)..<915 {
      let scenario = SyntheticTrust.make(schools: 6, seed: seed)
      guard let plan = try await published(scenario), let term = plan.terms.first else { continue }
      let starts = term.groups.flatMap(\.reviews).compactMap(\.dates.first).sorted()
      let freeze = starts[starts.count / 2]
      let after = RandomTrouble.after(scenario, published: term, seed: seed)
      let repair = try await RepairPlanner(
        from: scenario, to: after, published: plan,
        repair: RepairOptions(freezeBefore: freeze, notice: 3),
        options: PlanningOptions(effort: Effort(level: 2))
      ).plan()
      guard repair.fewest != nil else { continue }
      checked += 1
      let acting = Set(after.people.map(\.id)).subtracting(scenario.people.map(\.id))
      for move in repair.moves.moves {
        if let day = move.before?.days.first {
          #expect(day >= freeze, "seed \(seed)")
        }
        // Whoever stands in for a head does so at once.
        if let held = move.after, let day = held.days.first, !acting.contains(held.person) {
          #expect(day >= freeze + 3, "seed \(seed)")
          notAsked += 1
        }
      }
    }
    #expect(checked >= 8 && notAsked >= 5)
  }

  @Test func `nothing has happened, and nothing moves`() async throws {
    for seed in UInt64(0)..<24 {
      let scenario = trust(seed: seed)
      guard let plan = try await published(scenario) else { continue }
      let repair = try await RepairPlanner(
        from: scenario, to: scenario, published: plan, repair: RepairOptions()
      ).plan()
      #expect(repair.moves.moves.isEmpty && repair.keepsGroups, "seed \(seed)")
      #expect(repair.plan.terms.first?.groups == plan.terms.first?.groups, "seed \(seed)")
      #expect(repair.plan.cost == plan.cost, "seed \(seed)")
    }
  }
}
