import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Stability by a definition of its own, from lists that are written out.
@Suite struct StableCoachingTests {
  /// Every list of preference of a scenario, by asking who may be a pair one pair at a time.
  private struct Lists {
    var ofCoachees: [PersonID: [PersonID]] = [:]
    var ofCoaches: [PersonID: [PersonID]] = [:]
    var places: [PersonID: Int] = [:]

    init(_ scenario: Scenario) {
      let facts = CoachingFacts(TrustFacts(scenario))
      var allowed: [(coach: PersonID, coachee: PersonID, minutes: Int)] = []
      for coach in scenario.coaching {
        if !coach.offers.isEmpty { places[coach.person] = coach.coachees }
        for coachee in scenario.coaching {
          guard let match = facts.match(coach: coach.person, coachee: coachee.person) else {
            continue
          }
          let pair = CoachingPair(
            coach: coach.person, coachee: coachee.person, topic: match.topic ?? "")
          let broken = CoachingAssessment(of: [pair], facts: facts).violations
          if broken.allSatisfy({ $0.rule == CoachingStable.key }) {
            allowed.append((coach.person, coachee.person, facts.roundTrip(match)))
          }
        }
      }
      for person in scenario.coaching {
        func list(_ others: [(PersonID, Int)]) -> [PersonID] {
          let named = person.choices.filter { id in others.contains { $0.0 == id } }
          let rest = others.filter { !named.contains($0.0) }.sorted {
            $0.1 == $1.1 ? $0.0.rawValue < $1.0.rawValue : $0.1 < $1.1
          }
          return named + rest.map(\.0)
        }
        ofCoachees[person.person] = list(
          allowed.filter { $0.coachee == person.person }.map { ($0.coach, $0.minutes) })
        ofCoaches[person.person] = list(
          allowed.filter { $0.coach == person.person }.map { ($0.coachee, $0.minutes) })
      }
    }

    /// Whether no two would leave what they have for one another.
    func isStable(_ pairs: [CoachingPair]) -> Bool {
      for (coachee, list) in ofCoachees {
        let own = pairs.first { $0.coachee == coachee }?.coach
        for coach in list.prefix(while: { $0 != own }) {
          if pairs.contains(where: { $0.coach == coachee && $0.coachee == coach }) { continue }
          let taken = pairs.filter { $0.coach == coach }.map(\.coachee)
          if taken.count < places[coach] ?? 0 { return false }
          let order = ofCoaches[coach] ?? []
          guard let place = order.firstIndex(of: coachee) else { continue }
          if order[(place + 1)...].contains(where: { taken.contains($0) }) { return false }
        }
      }
      return true
    }
  }

  @Test func `a plan by the rule is stable, and so is one that is called so`() throws {
    for seed in UInt64(0)..<300 {
      let scenario = RandomCoaching.scenario(seed: seed)
      let lists = Lists(scenario)
      let must = RandomCoaching.with(.must, scenario)
      if let plan = try CoachingPlanner(must).plan().plan {
        #expect(lists.isStable(plan.pairs), "seed \(seed)")
      }
      let plan = try #require(try CoachingPlanner(RandomCoaching.with(nil, scenario)).plan().plan)
      let assessment = CoachingAssessment(
        of: plan.pairs, facts: CoachingFacts(TrustFacts(must)))
      let blocks = assessment.findings.contains { $0.rule == CoachingStable.key }
      #expect(lists.isStable(plan.pairs) == !blocks, "seed \(seed)")
    }
  }

  @Test func `where nobody both asks and offers there is a stable plan`() throws {
    for seed in UInt64(0)..<200 {
      let scenario = RandomCoaching.with(
        .must, RandomCoaching.scenario(seed: seed, isTwoSided: true))
      let outcome = try CoachingPlanner(scenario).plan()
      #expect(outcome.plan != nil && outcome.bound == outcome.cost, "seed \(seed)")
    }
  }

  /// Three who ask and three who offer, each of whom is the first choice of another: everybody's first
  /// choice can be had, and nothing else is as good.
  @Test func `the best of lists that go round in a circle`() throws {
    let names = ["a", "b", "c"]
    let schools = ["a", "b", "c", "x", "y", "z"].map {
      School(
        id: SchoolID($0), name: $0, phase: .primary,
        place: .grid(easting: 400_000, northing: 400_000))
    }
    let people = schools.map {
      Person(id: PersonID($0.id.rawValue), name: $0.name, schools: [$0.id], roles: [.deputy])
    }
    let coaches = ["x", "y", "z"]
    let profiles =
      names.enumerated().map { index, name in
        CoachingProfile(
          person: PersonID(name), wants: ["maths"],
          choices: (0..<3).map { PersonID(coaches[(index + $0) % 3]) })
      }
      + coaches.enumerated().map { index, name in
        CoachingProfile(
          person: PersonID(name), offers: ["maths"],
          choices: (0..<3).map { PersonID(names[(index + 1 + $0) % 3]) })
      }
    let scenario = Scenario(
      trust: "T", schools: schools, people: people,
      rules: RuleBook().with(CoachingStable(.must)).with(CoachingTravel(0)), coaching: profiles)
    let outcome = try CoachingPlanner(scenario).plan()
    // Each of the three rounds of the circle is stable and costs two places for each of three.
    #expect(outcome.cost == 3 * 2 * 30 && outcome.plan?.costOfStability == 0)
  }

  private let restless = RestlessCoaching.scenario(.must)

  @Test func `where nobody may coach their own coach there may be no stable plan, which is proven`()
    async throws
  {
    #expect(CoachingBruteForce.leastCost(of: restless) == nil)
    let outcome = try CoachingPlanner(restless).plan()
    #expect(outcome.isInfeasible && outcome.plan == nil)
    let plan = try await TrustPlanner(restless).plan()
    #expect(plan.status == .infeasible && plan.terms.isEmpty && plan.cost == nil)
    #expect(plan.notes.first?.contains("No coaching is stable") == true)
    let priced = RandomCoaching.with(.minutes(10), restless)
    #expect(try CoachingPlanner(priced).plan().cost == CoachingBruteForce.leastCost(of: priced))
  }

  @Test func `coaching is part of the cost and the bound of the whole, and holds`() async throws {
    let scenario = RandomCoaching.with(nil, restless)
    let plan = try await TrustPlanner(scenario).plan()
    let coaching = try #require(plan.coaching)
    #expect(coaching.pairs.count == 5)
    let reviews = plan.terms.reduce(0) { $0 + ($1.costs?.values.reduce(0, +) ?? 0) }
    #expect(plan.cost == reviews + (coaching.costs?.values.reduce(0, +) ?? 0))
    #expect(plan.status == .optimal && plan.bound == plan.cost)
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.holds, "\(verification.violations) \(verification.differences)")
  }
}
