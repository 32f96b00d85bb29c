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

  /// Schools of a begun group that must be apart are forgiven, and in nobody's way while others have to
  /// change groups; where these cannot, nothing is proven by that.
  @Test func `what has begun is not in the way of a repair in other groups`() async throws {
    let scenario = SyntheticTrust.make(schools: 9, seed: 3)
    let plan = try #require(try await RepairCase.published(scenario))
    let term = try #require(plan.terms.first)
    func first(_ group: Group) -> CalendarDay {
      group.reviews.compactMap(\.dates.first).min() ?? CalendarDay(number: 0)
    }
    let groups = term.groups.sorted { first($0) < first($1) }.map(\.schools)
    let freeze = first(term.groups.min { first($0) < first($1) } ?? term.groups[0]) + 1
    func apart(_ wishes: [[SchoolID]]) async throws -> PlanRepair {
      let rule = Apart(wishes.map { Wish($0.map(\.rawValue), reason: "apart") })
      return try await RepairPlanner(
        from: scenario, to: scenario.with(rules: scenario.rules.with(rule)), published: plan,
        repair: RepairOptions(freezeBefore: freeze)
      ).plan()
    }
    let pairs = groups.map { Array($0.prefix(2)) }
    let begun = try await apart([pairs[0]])
    #expect(begun.moves.moves.isEmpty && begun.unhelped.map(\.rule) == [Apart.key])
    let both = try await apart([pairs[0], pairs[1]])
    let made = try #require(both.plan.terms.first)
    #expect(both.unhelped.map(\.rule) == [Apart.key] && !both.keepsGroups)
    #expect(made.groups.contains { Set($0.schools) == Set(groups[0]) })
    #expect(!made.groups.contains { Set(pairs[1]).isSubset(of: $0.schools) })
    let none = try await apart([pairs[0], groups[1] + groups[2]])
    #expect(none.plan.terms.isEmpty && none.plan.status == .unknown)
    #expect(none.notes.last?.contains("not proven") == true)
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
