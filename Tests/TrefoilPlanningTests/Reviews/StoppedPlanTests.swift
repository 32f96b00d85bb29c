import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A plan that was stopped keeps its teams, and says what it lacks.
@Suite struct StoppedPlanTests {
  private static let options = PlanningOptions(effort: Effort(level: 2))

  private func plan(
    _ scenario: Scenario, stop: StopSignal, datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    try await ReviewPlanner(scenario, options: Self.options)
      .plan(stop: stop, datesStop: datesStop, progress: progress)
  }

  private func expectUndated(_ plan: Plan, of scenario: Scenario) throws {
    let term = try #require(plan.terms.first)
    #expect(!term.hasDates)
    #expect(term.calendar == [:])
    #expect(plan.status == .feasible)
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
    #expect(plan.notes.contains("The search was stopped before it ended."))
  }

  @Test func `a stop for teams alone leaves their dates`() async throws {
    let scenario = SyntheticTrust.make(schools: 12, seed: 3)
    let (stop, datesStop) = (StopSignal(), StopSignal())
    let plan = try await plan(scenario, stop: stop, datesStop: datesStop) { _ in stop.send() }
    let term = try #require(plan.terms.first)
    #expect(term.groups.flatMap(\.reviews).allSatisfy { !$0.dates.isEmpty })
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
  }

  @Test func `a stop before the dates leaves the teams, and says that they have none`() async throws
  {
    let scenario = SyntheticTrust.make(schools: 12, seed: 3)
    let stop = StopSignal()
    let plan = try await plan(scenario, stop: stop) { _ in stop.send() }
    try expectUndated(plan, of: scenario)
    #expect(plan.notes.contains { $0.contains("not known whether there are any") })
  }

  /// All reviews would have to be on one day, which no triad can do.
  private var scenarioOfOneDay: Scenario {
    let scenario = SyntheticTrust.make(schools: 6, seed: 3)
    guard let dates = scenario.term.dates else { return scenario }
    let day = dates.reviews.first + 9
    let term = Term(
      name: scenario.term.name,
      dates: TermDates(
        starts: dates.starts, ends: dates.ends, closed: dates.closed, reviews: DayRange(day, day)))
    return Scenario(
      trust: scenario.trust, term: term, schools: scenario.schools, people: scenario.people,
      history: scenario.history, travel: scenario.travel, rules: scenario.rules)
  }

  @Test func `teams that cannot be dated are not lost to a stop`() async throws {
    let (stop, datesStop) = (StopSignal(), StopSignal())
    let scenario = scenarioOfOneDay
    let stopped = try await plan(scenario, stop: stop, datesStop: datesStop) { _ in stop.send() }
    try expectUndated(stopped, of: scenario)
    #expect(stopped.notes.contains { $0.hasPrefix("Ruled out for want of dates") })
    #expect(stopped.notes.contains { $0.contains("before it found other teams") })
    let whole = try await plan(scenario, stop: StopSignal())
    #expect(whole.terms.isEmpty)
  }

  @Test func `a stop before the search begins says so`() async throws {
    let stop = StopSignal()
    stop.send()
    let plan = try await plan(SyntheticTrust.make(schools: 6, seed: 1), stop: stop)
    #expect(plan.status == .unknown)
    #expect(plan.notes.first == "The search was stopped before it began.")
  }

  @Test func `a stop before the search begins minds no seat that somebody is to have`() async throws
  {
    let made = SyntheticTrust.make(schools: 6, seed: 1)
    let champion = try #require(made.people.first { $0.isChampion })
    let host = try #require(made.schools.first { !champion.schools.contains($0.id) })
    let seat = SeatWish(
      host: host.id, person: champion.id, duty: .champion, charge: .minutes(40))
    let rules = made.rules.with(Pin(Pin.Setting(seats: [seat])))
    let scenario = Scenario(
      trust: made.trust, term: made.term, schools: made.schools, people: made.people,
      history: made.history, rules: rules)
    let stop = StopSignal()
    stop.send()
    let plan = try await plan(scenario, stop: stop)
    #expect(plan.status == .unknown)
  }
}
