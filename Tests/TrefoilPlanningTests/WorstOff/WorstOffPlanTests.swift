import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// What the rule `worst-off` does to whole plans.
@Suite struct WorstOffPlanTests {
  private static func minutes(
    _ table: [(String, String, Int)]
  ) -> TravelTable {
    TravelTable(
      minutes: Dictionary(
        uniqueKeysWithValues: table.map { from, to, minutes in
          (TravelTable.Journey(from: SchoolID(from), to: SchoolID(to)), minutes)
        }))
  }

  /// Ann of a and Bob of b, a day a week each at c and at d: 10 and 50 minutes, or 30 each.
  private func secondments(_ isOn: Bool, far: Int = 30) -> Scenario {
    Scenario(
      trust: "Four",
      schools: ["a", "b", "c", "d"].map { School(id: SchoolID($0), name: $0, phase: .primary) },
      people: [("ann", "a"), ("bob", "b")].map { id, school in
        Person(id: PersonID(id), name: id, schools: [SchoolID(school)], roles: [.deputy])
      },
      travel: Self.minutes([
        ("a", "b", 20), ("c", "d", 20), ("a", "c", 10), ("b", "d", 50), ("a", "d", far),
        ("b", "c", 30),
      ]),
      rules: RuleBook().with(WorstOffRule(isOn)).with(Commute(10)),
      openings: ["c", "d"].map {
        Opening(id: OpeningID("at-\($0)"), school: SchoolID($0), role: .deputy, days: 1)
      },
      candidates: ["ann", "bob"].map { Candidate(person: PersonID($0), days: 1) })
  }

  @Test func `of two ways to share journeys the even one is taken`() throws {
    let outcome = try SecondmentPlanner(secondments(true)).plan()
    let worst = try #require(outcome.worstOff)
    #expect((worst.person, worst.minutes) == (PersonID("ann"), 60))
    #expect(worst.isProven)
    // Less is to be had only where one stays at home, or both do.
    #expect(worst.relief.map { $0.minutes < 60 } == true)
    #expect(try SecondmentPlanner(secondments(false)).plan().worstOff == nil)
  }

  @Test func `a minute more in all is not paid, but told`() throws {
    let outcome = try SecondmentPlanner(secondments(true, far: 31)).plan()
    // Two minutes a week there and back, in ten weeks.
    #expect(outcome.worstOff?.minutes == 100)
    #expect(
      outcome.worstOff?.relief == .init(price: 20, person: PersonID("ann"), minutes: 62))
  }

  /// The figures that differ once a plan without reviews says this.
  private func differences(
    in scenario: Scenario, _ edit: (inout Plan) -> Void
  ) -> [String] {
    var plan = Plan(
      trust: scenario.trust, status: .unknown, cost: nil, bound: nil, seed: 1, terms: [], notes: [])
    edit(&plan)
    return Verification(of: plan, facts: TrustFacts(scenario)).differences.map(\.figure)
  }

  @Test func `what is said of secondments and coaching is verified`() throws {
    let one = secondments(true)
    let outcome = try SecondmentPlanner(one).plan()
    for extra in 0...1 {
      let found = differences(in: one) { plan in
        plan.secondments = outcome.secondments
        plan.secondmentWorstOff = outcome.worstOff
        plan.secondmentWorstOff?.minutes += extra
      }
      #expect(found == (extra == 0 ? [] : ["secondment worst-off"]))
    }
    var looked = 0
    for seed in UInt64(0)..<20 {
      let scenario = CoarseTrust.coaching(seed: seed)
      guard let coaching = try CoachingPlanner(scenario).plan().plan, coaching.worstOff != nil
      else { continue }
      looked += 1
      for extra in 0...1 {
        let found = differences(in: scenario) { plan in
          plan.coaching = coaching
          plan.coaching?.worstOff?.minutes += extra
        }
        #expect(found == (extra == 0 ? [] : ["coaching worst-off"]), "seed \(seed)")
      }
    }
    #expect(looked > 0)
  }

  private func made(_ schools: Int, seed: UInt64, horizon: Int = 1) -> Scenario {
    let made = SyntheticTrust.make(schools: schools, seed: seed)
    return Scenario(
      trust: made.trust, term: made.term, horizon: horizon, schools: made.schools,
      people: made.people, history: made.history, travel: made.travel,
      rules: made.rules.with(WorstOffRule(true)))
  }

  @Test(arguments: [(9, UInt64(1)), (12, 2)])
  func `a trust with champions and dates is spared, on any number of threads alike`(
    schools: Int, seed: UInt64
  ) async throws {
    let scenario = made(schools, seed: seed)
    var plans: [Plan] = []
    for threads in [1, 2, 8] {
      let options = PlanningOptions(seed: seed, effort: Effort(level: 4), threads: threads)
      plans.append(try await TrustPlanner(scenario, options: options).plan())
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0] == plans[2])
    let worst = try #require(plans[0].terms.first?.worstOff)
    #expect(worst.isProven)
    #expect((worst.relief != nil) != worst.isUnavoidable)
    #expect(Verification(of: plans[0], facts: TrustFacts(scenario)).holds)
    #expect(plans[0].terms[0].groups.flatMap(\.reviews).allSatisfy { !$0.dates.isEmpty })
  }

  @Test func `a stop on the way leaves the plan, and says what is not proven`() async throws {
    let scenario = made(9, seed: 1)
    let options = PlanningOptions(seed: 1, effort: Effort(level: 4))
    let stop = StopSignal()
    let cheapest = try await ReviewPlanner(scenario, options: options).plan()
    let plan = try await ReviewPlanner(scenario, options: options)
      .plan(stop: stop, datesStop: StopSignal()) { found in
        if found.cost == cheapest.cost, found.bound == found.cost { stop.send() }
      }
    #expect(plan.cost == cheapest.cost)
    let worst = try #require(plan.terms.first?.worstOff)
    #expect(!worst.isProven && worst.relief == nil)
    #expect(plan.notes.contains { $0.hasPrefix("worst-off: it is not proven") })
    #expect(plan.notes.count { $0 == "The search was stopped before it ended." } == 1)
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
  }

  @Test func `several terms are planned without it, and say so`() async throws {
    let options = PlanningOptions(effort: Effort(level: 1))
    let plan = try await TrustPlanner(made(6, seed: 1, horizon: 2), options: options).plan()
    #expect(plan.terms.count == 2)
    #expect(plan.terms.allSatisfy { $0.worstOff == nil })
    #expect(plan.notes.contains { $0.hasPrefix("worst-off: the reviews of several terms") })
  }
}
