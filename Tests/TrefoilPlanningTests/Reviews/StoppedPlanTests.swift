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

  /// Twelve schools with four trustees, and a network in groups whose sizes are a cost.
  ///
  /// - Parameter guests: how many members there are, none of which can host; all, who can, without.
  private func scenarioOfMore(guests: Int? = nil) -> Scenario {
    let made = SyntheticTrust.make(schools: 12, seed: 3)
    let ids = made.schools.map(\.id)
    let trustees = (0..<4).map {
      Trustee(id: TrusteeID("t\($0)"), name: "T \($0)", home: .near(ids[$0]), ties: [ids[$0]])
    }
    let network = Network(
      id: NetworkID("n"), name: "Maths", members: Array(ids.prefix(guests ?? 12)),
      groupSize: guests == nil ? 4 : nil, venues: guests.map { Array(ids.dropFirst($0)) })
    return Scenario(
      trust: made.trust, term: made.term, schools: made.schools, people: made.people,
      history: made.history, travel: made.travel,
      rules: made.rules.with(NetworkSize(.minutes(30))), trustees: trustees, networks: [network])
  }

  @Test(arguments: [false, true])
  func `a stop during the reviews takes no school's advocate and no network's meeting`(
    isForDatesToo: Bool
  ) async throws {
    let scenario = scenarioOfMore()
    let (stop, datesStop) = (StopSignal(), StopSignal())
    let plan = try await TrustPlanner(scenario, options: Self.options)
      .plan(stop: stop, datesStop: datesStop) { _ in
        stop.send()
        if isForDatesToo { datesStop.send() }
      }
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.violations.isEmpty && verification.differences.isEmpty)
    #expect(plan.advocates?.pairs.count == 12)
    #expect(plan.networks?.first?.groups.count == 3)
    #expect(plan.networks?.first?.absent == [])
    #expect(!plan.notes.contains { $0.contains("nobody meets") })
  }

  /// The first term is planned when the stop comes, so that the second cannot even be made ready.
  @Test func `a stop during the reviews takes no coaching and no secondments`() async throws {
    let made = SyntheticTrust.make(schools: 9, seed: 3)
    let (coach, coachee) = (made.people[0].id, made.people[1].id)
    let scenario = Scenario(
      trust: made.trust, term: Term(name: "Autumn 2026"), schools: made.schools,
      people: made.people,
      coaching: [
        CoachingProfile(person: coach, offers: ["maths"]),
        CoachingProfile(person: coachee, wants: ["maths"]),
      ])
    func plan(_ datesStop: StopSignal) async throws -> Plan {
      let stop = StopSignal()
      return try await TrustPlanner(scenario, terms: 2, options: Self.options)
        .plan(stop: stop, firstStop: StopSignal(), datesStop: datesStop) { found in
          // Coaching only proves.
          if found.stage == .improving { stop.send() }
        }
    }
    for isOverByThen in [false, true] {
      let datesStop = StopSignal()
      if isOverByThen { datesStop.send() }
      let rescued = try await plan(datesStop)
      #expect(rescued.terms.count == 2 && rescued.coaching != nil)
      #expect(rescued.notes.contains { $0.contains("they were planned in a hurry") })
      #expect(Verification(of: rescued, facts: TrustFacts(scenario)).holds)
    }
  }

  @Test func `what is too dear for an advocate is said with proof alone`() throws {
    let made = scenarioOfMore()
    let scenario = made.with(rules: made.rules.with(Unchampioned(1)))
    let stop = StopSignal()
    stop.send()
    let stopped = try AdvocatePlanner(scenario).plan(stop: stop).plan.unchampioned
    #expect(!stopped.isEmpty)
    #expect(stopped.flatMap(\.reasons).contains { $0.contains("the search ended before") })
    #expect(!stopped.flatMap(\.reasons).contains { $0.contains("save nothing") })
    let whole = try AdvocatePlanner(scenario).plan().plan.unchampioned
    #expect(whole.flatMap(\.reasons).contains { $0.contains("save nothing") })
  }

  @Test func `why nobody meets is said with proof alone`() throws {
    let made = scenarioOfMore(guests: 8)
    func notes(_ rules: RuleBook, stop: StopSignal = StopSignal()) throws -> [String] {
      try NetworkPlanner(made.with(rules: rules)).plan(stop: stop).notes
    }
    let stop = StopSignal()
    stop.send()
    let cheap = made.rules.with(NetworkAbsent(1))
    #expect(try notes(cheap).contains { $0.contains("to meet would cost as much or more") })
    let barred = made.rules.with(NetworkLimit(TravelLimit.Setting(limit: -1, charge: .must)))
    #expect(try notes(barred).contains { $0.contains("no venue can be reached as the rules ask") })
    #expect(try notes(barred, stop: stop).allSatisfy { !$0.contains("can be reached") })
  }
}
