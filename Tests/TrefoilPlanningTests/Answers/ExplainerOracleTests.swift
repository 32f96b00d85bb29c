import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// What an explanation says something would cost is what planning anew under a pin comes to.
@Suite struct ExplainerOracleTests {
  private static func options(_ seed: UInt64) -> PlanningOptions {
    PlanningOptions(seed: seed, effort: Effort(level: 1))
  }

  /// A wish and the request that asks for it, drawn at random.
  private struct Draw {
    var request = ExplanationRequest()
    var pinned: Scenario

    init?(_ scenario: Scenario, plan: TermPlan, dice: inout SeededGenerator) {
      let schools = scenario.schools.map(\.id.rawValue)
      let champions = scenario.people.filter(\.isChampion).map(\.id)
      let rules = scenario.rules
      pinned = scenario
      let host = dice.pick(schools)
      switch dice.below(3) {
      case 0:
        let other = dice.pick(schools)
        if other == host { return nil }
        request.whyNot = [host, other]
        let wishes = rules[Together.self].setting + [Wish([host, other])]
        pinned = scenario.with(rules: rules.with(Together(wishes)))
      case 1:
        guard plan.groups.contains(where: { $0.schools.contains(SchoolID(host)) }),
          let person = champions.isEmpty ? nil : dice.pick(champions)
        else { return nil }
        (request.school, request.instead) = (host, person.rawValue)
        let duty = dice.pick([Duty.champion, .workshopLead])
        request.duty = duty
        var setting = rules[Pin.self].setting
        setting.seats.append(SeatWish(host: SchoolID(host), person: person, duty: duty))
        pinned = scenario.with(rules: rules.with(Pin(setting)))
      default:
        guard let group = plan.groups.first(where: { $0.schools.contains(SchoolID(host)) }) else {
          return nil
        }
        request.school = host
        var setting = rules[Forbid.self].setting
        setting.groups.append(Wish(group.schools.map(\.rawValue)))
        pinned = scenario.with(rules: rules.with(Forbid(setting)))
      }
    }
  }

  /// - Returns: whether something was asked and answered.
  private func check(
    seed: UInt64, schools: ClosedRange<Int>, byBruteForce: Bool
  ) async throws -> Bool {
    let scenario = RandomScenario.make(seed: seed, schools: schools)
    let plan = try await ReviewPlanner(scenario, options: Self.options(seed)).plan()
    guard var given = plan.terms.first else { return false }
    var dice = SeededGenerator(seed: seed, stream: 0xA5)
    if dice.chance(0.5), let other = PlanSketch.plan(for: TrustFacts(scenario), seed: seed) {
      given = other
    }
    var asked = plan
    asked.terms = [given]
    guard let draw = Draw(scenario, plan: given, dice: &dice) else { return false }
    let explanation = try await Explainer(scenario, plan: asked, options: Self.options(seed))
      .explain(draw.request)
    let fresh =
      byBruteForce
      ? try BruteForce.leastCost(of: draw.pinned)
      : try await ReviewPlanner(draw.pinned, options: Self.options(seed)).plan().cost
    let place = "seed \(seed), \(draw.request)"
    let cost = Assessment(of: given, facts: TrustFacts(scenario)).cost
    switch try #require(explanation.reply) {
    case .alreadySo:
      #expect(
        explanation.question?.holds(in: given, of: TrustFacts(scenario)) == true, "\(place)")
    case .barred(let barriers):
      #expect(fresh == nil, "\(place): \(barriers)")
      #expect(!barriers.isEmpty)
    case .planned(let answer):
      #expect(answer.cost == fresh, "\(place)")
      #expect(answer.status == (fresh == nil ? .infeasible : .optimal), "\(place)")
      guard let fresh, let least = plan.cost else { return true }
      let difference = try #require(explanation.againstGiven)
      #expect(difference.minutes == fresh - cost && difference.isProven, "\(place)")
      let other = try #require(explanation.againstBest)
      #expect(other.minutes == fresh - least && other.isProven, "\(place)")
      if byBruteForce, let fewest = try BruteForce.fewestNewDuties(in: draw.pinned, against: given)
      {
        let term = try #require(explanation.asked)
        #expect(explanation.hasFewestChanges, "\(place)")
        #expect(BruteForce.newDuties(in: term, against: given) == fewest, "\(place)")
      }
      let changes = try #require(explanation.changes)
      let moved = try #require(explanation.asked).schoolsInOtherGroups(than: given)
      #expect(changes.schools.filter { $0.after != .ungrouped }.count == moved, "\(place)")
    }
    return true
  }

  @Test(arguments: 0..<15)
  func `three hundred questions to random trusts agree with planning under the pin`(
    block: Int
  ) async throws {
    var answered = 0
    var seed = UInt64(block * 10_000)
    while answered < 20 {
      if try await check(seed: seed, schools: 3...6, byBruteForce: false) { answered += 1 }
      seed += 1
    }
  }

  @Test(arguments: 0..<6)
  func `questions to the smallest trusts agree with brute force`(block: Int) async throws {
    var answered = 0
    var seed = UInt64(500_000 + block * 1_000)
    while answered < 10 {
      if try await check(seed: seed, schools: 3...5, byBruteForce: true) { answered += 1 }
      seed += 1
    }
  }
}
