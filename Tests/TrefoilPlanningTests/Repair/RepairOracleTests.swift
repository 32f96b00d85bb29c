import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Repairs held against trying everything; `Benchmarks check` does the same with many more.
@Suite struct RepairOracleTests {
  @Test(arguments: 0..<4)
  func `no plan with these groups moves fewer visits, or costs less with as many`(
    part: UInt64
  ) async throws {
    var (fewest, cheapest) = (0, 0)
    for seed in (8 * part)..<(8 * part + 8) {
      guard let one = try await RepairCase(seed: seed) else { continue }
      #expect(one.faults.isEmpty, "seed \(seed)")
      if one.isHeldFewest { fewest += 1 }
      if one.isHeldCheapest { cheapest += 1 }
    }
    #expect(fewest >= 2 && cheapest >= 2)
  }

  @Test func `what has begun stays, and nobody new is asked within the notice`() async throws {
    var (checked, asked) = (0, 0)
    for seed in UInt64(900)..<910 {
      let scenario = SyntheticTrust.make(schools: 6, seed: seed)
      guard let plan = try await RepairCase.published(scenario), let term = plan.terms.first
      else { continue }
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
          asked += 1
        }
      }
    }
    #expect(checked >= 5 && asked >= 3)
  }

  @Test func `nothing has happened, and nothing moves`() async throws {
    for seed in UInt64(0)..<12 {
      let scenario = RepairCase.trust(seed: seed)
      guard let plan = try await RepairCase.published(scenario) else { continue }
      let repair = try await RepairPlanner(
        from: scenario, to: scenario, published: plan, repair: RepairOptions()
      ).plan()
      #expect(repair.moves.moves.isEmpty && repair.keepsGroups, "seed \(seed)")
      #expect(repair.plan.terms.first?.groups == plan.terms.first?.groups, "seed \(seed)")
      #expect(repair.plan.cost == plan.cost, "seed \(seed)")
    }
  }

  @Test func `later terms keep their groups, and what they cost now is said`() async throws {
    let scenario = SyntheticTrust.make(schools: 6, seed: 5)
    let plan = try await TrustPlanner(
      scenario, terms: 2, options: PlanningOptions(effort: Effort(level: 2))
    ).plan()
    let term = try #require(plan.terms.first)
    #expect(plan.terms.count == 2)
    let gone = try #require(term.groups.first?.reviews.first?.champions.first)
    var after = scenario
    after = after.with(people: scenario.people.filter { $0.id != gone })
    let repair = try await RepairPlanner(
      from: scenario, to: after, published: plan, repair: RepairOptions()
    ).plan()
    #expect(repair.plan.terms.count == 2)
    #expect(repair.plan.terms.last?.groups.map(\.schools) == plan.terms.last?.groups.map(\.schools))
    let verified = Verification(of: repair.plan, facts: TrustFacts(after))
    #expect(verified.differences.isEmpty)
    for finding in verified.violations {
      #expect(repair.notes.contains { $0.contains(finding.sentence) })
    }
  }
}
