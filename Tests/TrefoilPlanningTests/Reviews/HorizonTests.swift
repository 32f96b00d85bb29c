import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Plans of several terms: no pair twice while that is possible, every figure right.
@Suite struct HorizonTests {
  /// Schools on a line, a few minutes apart, with nobody but their principals.
  private static func line(
    _ count: Int, rules: RuleBook = RuleBook(), later: [Term] = [], travel: Int = 7
  ) -> Scenario {
    var minutes: [TravelTable.Journey: Int] = [:]
    let ids = (0..<count).map { SchoolID("s\($0)") }
    for one in 0..<count {
      for other in 0..<count where other > one {
        // No two distances alike, so that plans differ in cost.
        minutes[.init(from: ids[one], to: ids[other])] =
          5 + (other - one) * travel + one * other % 5
      }
    }
    return Scenario(
      trust: "Line", term: Term(name: "Autumn 2026"), later: later,
      schools: ids.map { School(id: $0, name: $0.rawValue, phase: .primary) },
      travel: TravelTable(minutes: minutes), rules: rules)
  }

  private static func plan(
    _ scenario: Scenario, _ terms: Int, effort: Int = 1, threads: Int = 1
  ) async throws -> Plan {
    let options = PlanningOptions(effort: Effort(level: effort), threads: threads)
    let plan = try await HorizonPlanner(scenario, terms: terms, options: options).plan()
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.holds, "\(verification.violations.map(\.sentence))")
    #expect(plan.terms.isEmpty || verification.cost == plan.cost)
    if let cost = plan.cost, let bound = plan.bound { #expect(bound <= cost) }
    return plan
  }

  /// How often pairs meet again.
  private static func repeats(_ plan: Plan) -> Int {
    var met: Set<Set<SchoolID>> = []
    return plan.terms.flatMap(\.groups).reduce(0) { sum, group in
      sum
        + group.schools.indices.reduce(0) { sum, index in
          sum
            + group.schools[..<index].count {
              !met.insert([group.schools[index], $0]).inserted
            }
        }
    }
  }

  @Test(arguments: [(9, 4), (9, 2), (12, 4), (14, 2)])
  func `no two schools meet twice`(schools: Int, terms: Int) async throws {
    let plan = try await Self.plan(Self.line(schools), terms)
    #expect(plan.terms.count == terms)
    #expect(Self.repeats(plan) == 0)
    #expect(plan.notes.contains { $0.contains("no two schools meet twice") })
    #expect(Set(plan.terms.map(\.term)).count == terms)
  }

  @Test func `a term with rules of its own has a bound of its own`() async throws {
    // The first term is to have a dear group, the second is not: their pairs cost the same.
    let group = Wish(["s0", "s1", "s5"], charge: .minutes(500))
    let free = RuleBook().with(Repeat([]))
    var scenario = Self.line(
      6, rules: free.with(Pin(GroupsAndSeats(groups: [group], seats: []))))
    scenario.byTerm[1] = scenario.with(rules: free)
    let plan = try await Self.plan(scenario, 2)
    #expect(plan.status == .optimal && plan.bound == plan.cost)
    let costs = plan.terms.map { $0.costs?.values.reduce(0, +) ?? 0 }
    #expect(costs[0] > costs[1])
  }

  @Test func `where some have to meet again, no more do than have to`() async throws {
    // Two triads of six: in other triads two pairs meet again, in the same all six do.
    let rules = RuleBook().with(Repeat([.minutes(1_000)]))
    let plan = try await Self.plan(Self.line(6, rules: rules), 2)
    #expect(Self.repeats(plan) == 2)
  }

  @Test func `more terms than can be say so, and keep repeats far apart`() async throws {
    let plan = try await Self.plan(Self.line(9), 5)
    #expect(Self.repeats(plan) == 9)
    #expect(plan.terms[4].costs?["repeat"] == nil)
    #expect(plan.notes.contains { $0.contains("more than 4 terms without that are impossible") })
  }

  @Test func `one term is what it was`() async throws {
    let scenario = SyntheticTrust.make(schools: 6, seed: 4)
    let options = PlanningOptions(effort: Effort(level: 2))
    let one = try await HorizonPlanner(scenario, terms: 1, options: options).plan()
    #expect(try await ReviewPlanner(scenario, options: options).plan() == one)
  }

  @Test func `threads change nothing, and staff, dates and history are kept to`() async throws {
    let scenario = SyntheticTrust.make(schools: 6, seed: 7)
    let plan = try await Self.plan(scenario, 2)
    #expect(plan.terms[0].hasDates == (scenario.term.dates != nil))
    #expect(try await Self.plan(scenario, 2, threads: 2) == plan)
  }

  @Test func `schools that are away`() async throws {
    let away = [Term(name: "Spring 2027", away: [SchoolID("s0"), SchoolID("s5"), SchoolID("s8")])]
    let plan = try await Self.plan(Self.line(12, later: away), 3)
    #expect(plan.terms[1].groups.flatMap(\.schools).count == 9)
    #expect(plan.terms[2].groups.flatMap(\.schools).count == 12)
    #expect(Self.repeats(plan) == 0)
  }

  @Test(arguments: [Remainder.Setting.pairs, .rest])
  func `the remainder rule holds in every term`(remainder: Remainder.Setting) async throws {
    let rules = RuleBook().with(Remainder(remainder))
    let plan = try await Self.plan(Self.line(10, rules: rules), 3)
    #expect(Self.repeats(plan) == 0)
    let resting = plan.terms.flatMap(\.resting)
    #expect(Set(resting).count == resting.count)
  }

  @Test func `pinned schools meet in every term`() async throws {
    let trio = ["s0", "s4", "s8"]
    let rules = RuleBook().with(Pin(GroupsAndSeats(groups: [Wish(trio)])))
    let plan = try await Self.plan(Self.line(12, rules: rules), 3)
    for term in plan.terms {
      #expect(term.groups.contains { Set($0.schools.map(\.rawValue)) == Set(trio) })
    }
    #expect(Self.repeats(plan) == 6)
  }

  @Test func `with the rule off each term is the cheapest`() async throws {
    let rules = RuleBook().with(Repeat([]))
    let plan = try await Self.plan(Self.line(9, rules: rules), 3)
    #expect(plan.status == .optimal)
    #expect(plan.terms[0].groups.map(\.schools) == plan.terms[2].groups.map(\.schools))
  }

  @Test func `a term without any plan is named`() async throws {
    let ids = (0..<7).map { SchoolID("s\($0)") }
    let plan = try await Self.plan(
      Self.line(9, later: [Term(name: "Spring 2027", away: ids)]), 2)
    #expect(plan.status == .infeasible && plan.terms.isEmpty)
    #expect(plan.notes.contains { $0.hasPrefix("Spring 2027: 2 schools take part") })
  }

  @Test func `a stop still gives a plan that holds, or none`() async throws {
    let scenario = Self.line(15)
    let stop = StopSignal()
    stop.send()
    let plan = try await HorizonPlanner(scenario, terms: 5).plan(stop: stop)
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
  }
}
