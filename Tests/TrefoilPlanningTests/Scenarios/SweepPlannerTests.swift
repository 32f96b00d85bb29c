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

  /// Pairs of a group that were in one group in any past term.
  private static func meetings(in group: [SchoolID], _ history: History) -> Int {
    var count = 0
    for (index, one) in group.enumerated() {
      for other in group[(index + 1)...] {
        let met = history.terms.contains { term in
          term.groups.contains { $0.contains(one) && $0.contains(other) }
        }
        if met { count += 1 }
      }
    }
    return count
  }

  /// The front is what no other record beats, each held against each.
  private func checkFront(of records: [SweepRecord]) {
    func values(_ record: SweepRecord) -> [Int]? {
      guard record.cost != nil, let repeats = record.repeats, let longest = record.longest else {
        return nil
      }
      return [record.costs[Travel.key] ?? 0, repeats, longest]
    }
    let wanted = records.filter { record in
      guard let own = values(record) else { return false }
      return !records.compactMap(values).contains { other in
        other != own && zip(other, own).allSatisfy { $0 <= $1 }
      }
    }
    let front = SweepFront(of: records, by: [.minutes(Travel.key), .repeats, .longest])
    #expect(!wanted.isEmpty && front.variants == wanted.map(\.variant))
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
      // Of several plans of one cost the record may be of another, so that its figures are counted here.
      let place = Dictionary(uniqueKeysWithValues: scenario.schools.map { ($0.id, $0) })
      let met = record.groups.first.map { groups in
        groups.reduce(0) { $0 + Self.meetings(in: $1, scenario.history) }
      }
      #expect(record.repeats == met, "variant \(variant)")
      let facts = TrustFacts(fresh)
      let journeys = record.groups.first?.flatMap { group in
        group.flatMap { one in
          group.compactMap { other in
            place[one].flatMap { from in place[other].map { facts.minutes(from: from, to: $0) } }
          }
        }
      }
      // In triads every principal goes to both others; a champion may have further to go.
      #expect((record.longest == nil) == (journeys == nil), "variant \(variant)")
      if let longest = record.longest, let most = journeys?.max() {
        #expect((most...[20, 30, 45, 90][variant / 3]).contains(longest), "variant \(variant)")
        if record.groups == plan.terms.map({ $0.groups.map(\.schools) }) {
          let visits = plan.terms[0].visits(of: facts).map(\.visit)
          let known = visits.map { visit in
            max(
              facts.minutes(from: visit.from, to: visit.host),
              facts.minutes(from: visit.host, to: visit.from))
          }.max()
          #expect(longest == known, "variant \(variant)")
        }
      }
      statuses.insert(record.status)
    }
    checkFront(of: records.sorted { $0.variant < $1.variant })
    #expect(statuses == [.optimal, .infeasible])
  }
}
