import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

@Suite struct SweepPlannerTests {
  private static func axis(_ rule: RuleKey, _ values: [Int]) -> SweepAxis {
    SweepAxis(
      name: "rules.\(rule)", rule: rule,
      values: values.map { value in
        SweepAxis.Value(
          text: "\(value)", node: SettingNode(.scalar("\(value)"), at: SourcePosition(file: "t")))
      })
  }

  @Test func `every variant is what planning it anew comes to`() async throws {
    let scenario = SyntheticTrust.make(schools: 6, seed: 3)
    let grid = try #require(
      SweepGrid([
        Self.axis(TravelLimit.key, [20, 30, 45, 90]), Self.axis(Repeat.key, [0, 60, 500]),
      ]))
    let options = PlanningOptions(effort: Effort(level: 1))
    let planner = try await SweepPlanner(scenario, grid: grid, options: options)
    // From the widest limit to the narrowest.
    #expect(planner.chains == (0..<3).map { [9 + $0, 6 + $0, 3 + $0, $0] })
    var statuses: Set<PlanStatus> = []
    var records: [SweepRecord] = []
    for chain in planner.chains {
      var previous: SweepPlanner.Planned?
      for variant in chain {
        let planned = try await planner.plan(variant, after: previous)
        records.append(planned.record)
        previous = planned
      }
    }
    for record in records {
      let variant = record.variant
      let rules = scenario.rules
        .with(
          TravelLimit(TravelLimit.Setting(limit: [20, 30, 45, 90][variant / 3], charge: .must))
        )
        .with(Repeat([.minutes([0, 60, 500][variant % 3])]))
      let fresh = Scenario(
        trust: scenario.trust, term: scenario.term, schools: scenario.schools,
        people: scenario.people, history: scenario.history, travel: scenario.travel, rules: rules)
      let plan = try await TrustPlanner(
        fresh, options: PlanningOptions(effort: Effort(level: 1), threads: 8)
      ).plan()
      #expect(record.cost == plan.cost && record.status == plan.status, "variant \(variant)")
      #expect(record.bound == plan.bound, "variant \(variant)")
      #expect(record.groups.count == plan.terms.count, "variant \(variant)")
      #expect(record.costs.values.reduce(0, +) == record.cost ?? 0, "variant \(variant)")
      statuses.insert(record.status)
    }
    #expect(statuses == [.optimal, .infeasible])
  }
}
