import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What is known when a repair is stopped is handed over, and what is said of it is true.
@Suite struct StoppedRepairTests {
  /// The search for a repair with the published groups, after working days must stay free between duties.
  private func search(_ scenario: Scenario) async throws -> RepairSearch? {
    guard let plan = try await RepairCase.published(scenario), let term = plan.terms.first
    else { return nil }
    let options = RepairOptions()
    let rules = scenario.rules.with(DaysBetween(2)).with(ReviewsADay(1))
    let (before, after) = (TrustFacts(scenario), TrustFacts(scenario.with(rules: rules)))
    let course = RepairCourse(term, from: before, to: after, options)
    let sizes = Dictionary(grouping: term.groups, by: \.schools.count).mapValues(\.count)
    let model = try await ReviewCompiler.compile(
      after, shape: Remainder.Shape(groups: sizes, resting: 0))
    guard let model,
      let frame = RepairFrame(
        model, groups: course.term.groups, resting: [], madeFor: before, published: term,
        of: before, options: options)
    else { return nil }
    return RepairSearch(frame, options: options, effort: Effort(level: 1))
  }

  @Test func `the best of earlier rounds outlives a round that is cut short`() async throws {
    var kept = 0
    for seed in [8, 12] as [UInt64] {
      guard let search = try await search(SyntheticTrust.make(schools: 9, seed: seed))
      else { continue }
      var rounds = 0
      guard case .found(let whole) = search.run(stop: StopSignal(), progress: { rounds = $0 }),
        rounds > 1
      else { continue }
      let stop = StopSignal()
      let last = rounds
      let outcome = search.run(stop: stop) { if $0 == last { stop.send() } }
      // Where earlier rounds had found nothing, there is nothing to keep.
      guard case .found(let cut) = outcome else { continue }
      #expect(cut.moves >= whole.moves && cut.fewest <= whole.moves, "seed \(seed)")
      kept += 1
    }
    #expect(kept >= 1)
  }

  @Test func `a repair that is stopped at once says so in one sentence`() async throws {
    let stop = StopSignal()
    stop.send()
    let repair = try await RepairPlanner(
      from: SixSchools.scenario, to: SixSchools.scenario, published: SixSchools.plan,
      repair: RepairOptions(freezeBefore: SixSchools.day("2026-10-10"))
    ).plan(stop: stop)
    #expect(repair.plan.terms.isEmpty && repair.plan.status == .unknown)
    #expect(
      repair.notes == [
        "The search was stopped before a plan was found; one may fit, with the published groups too."
      ])
  }

  /// No rule about duties of one person on days near one another held when the plan was made.
  @Test func `days alone are chosen when the whole choice is cut short`() async throws {
    let scenario = SyntheticTrust.make(schools: 9, seed: 3)
    let plan = try #require(try await RepairCase.published(scenario))
    let after = scenario.with(rules: scenario.rules.with(DaysBetween(1)))
    let stop = StopSignal()
    stop.send()
    let repair = try await RepairPlanner(
      from: scenario, to: after, published: plan, repair: RepairOptions()
    ).plan(stop: stop, datesStop: StopSignal())
    let term = try #require(repair.plan.terms.first)
    #expect(Assessment(of: term, facts: TrustFacts(after)).violations.isEmpty)
    #expect(repair.keepsGroups && repair.fewest == nil)
    #expect(repair.moves.moves.count < term.visits(of: TrustFacts(after)).count / 2)
    #expect(
      term.groups.flatMap(\.reviews).map(\.team)
        == plan.terms[0].groups.flatMap(\.reviews).map(\.team))
  }
}
