import TestSupport
import Testing
import TrefoilModel

@Suite("The brute force oracle")
struct BruteForceTests {
  private func trust(_ minutes: [(String, String, Int)], people: [Person] = []) -> Scenario {
    let ids = minutes.flatMap { [$0.0, $0.1] }.reduce(into: [String]()) { seen, id in
      if !seen.contains(id) { seen.append(id) }
    }
    let journeys = minutes.map { from, to, minutes in
      (TravelTable.Journey(from: SchoolID(from), to: SchoolID(to)), minutes)
    }
    return Scenario(
      trust: "Trust", schools: ids.map { School(id: SchoolID($0), name: $0, phase: .primary) },
      people: people, travel: TravelTable(minutes: Dictionary(uniqueKeysWithValues: journeys)))
  }

  @Test func `a triad of places alone costs six visits there and back`() throws {
    let three = trust([("a", "b", 10), ("b", "c", 20), ("a", "c", 35)])
    #expect(try BruteForce.leastCost(of: three) == 4 * (10 + 20 + 35))
    #expect(try BruteForce.leastCostDirect(of: three) == 4 * (10 + 20 + 35))
  }

  @Test func `in a group of four the two longest journeys are spared`() throws {
    let four = trust([
      ("a", "b", 1), ("b", "c", 1), ("c", "d", 1), ("d", "a", 1), ("a", "c", 50), ("b", "d", 50),
    ])
    // Everyone visits both neighbours: eight visits of a minute each way.
    #expect(try BruteForce.leastCost(of: four) == 16)
    #expect(try BruteForce.leastCostDirect(of: four) == 16)
  }

  @Test func `two schools make no triad`() throws {
    #expect(try BruteForce.leastCost(of: trust([("a", "b", 10)])) == nil)
    #expect(try BruteForce.leastCostDirect(of: trust([("a", "b", 10)])) == nil)
  }

  @Test func `one champion cannot serve three hosts and lead three workshops`() throws {
    let kim = Person(id: PersonID("kim"), name: "Kim", schools: [SchoolID("a")], roles: [.champion])
    let three = trust([("a", "b", 10), ("b", "c", 20), ("a", "c", 35)], people: [kim])
    #expect(try BruteForce.leastCost(of: three) == nil)
    #expect(try BruteForce.leastCostDirect(of: three) == nil)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `sums of parts equal plans assessed as a whole`(block: UInt64) throws {
    for seed in (block * 25)..<(block * 25 + 25) {
      try compare(RandomScenario.make(seed: seed, schools: 3...3, champions: 1...2), seed)
    }
    guard block < 5 else { return }
    try compare(RandomScenario.make(seed: block, schools: 3...3, champions: 3...3), block)
    try compare(RandomScenario.make(seed: block, schools: 4...4, champions: 1...1), block)
  }

  private func compare(_ scenario: Scenario, _ seed: UInt64) throws {
    let summed = try BruteForce.leastCost(of: scenario)
    let whole = try BruteForce.leastCostDirect(of: scenario)
    #expect(summed == whole, "seed \(seed)\n\(ScenarioDump(scenario))")
  }

  /// Two schools of different groups change places, people and all.
  private func swapped(_ one: SchoolID, _ other: SchoolID, in plan: TermPlan, _ facts: TrustFacts)
    -> TermPlan
  {
    let heads = [one, other].compactMap { facts.principal(of: $0)?.id }
    func school(_ id: SchoolID) -> SchoolID { id == one ? other : id == other ? one : id }
    func person(_ id: PersonID) -> PersonID {
      id == heads[0] ? heads[1] : id == heads[1] ? heads[0] : id
    }
    var changed = plan
    changed.groups = plan.groups.map { group in
      Group(
        schools: group.schools.map(school),
        reviews: group.reviews.map { review in
          Review(
            host: school(review.host), reviewers: review.reviewers.map(person),
            champions: review.champions, lead: person(review.lead),
            workshopLead: review.workshopLead)
        })
    }
    changed.resting = plan.resting.map(school)
    return changed
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `no change to the best plan of six or seven schools makes it cheaper`(seed: UInt64) throws {
    let scenario = RandomScenario.make(seed: seed, schools: 6...7, champions: 4...5)
    guard let best = try BruteForce.best(of: scenario) else { return }
    let facts = TrustFacts(scenario)
    func check(_ plan: TermPlan) {
      let assessment = Assessment(of: plan, facts: facts)
      #expect(
        !assessment.violations.isEmpty || assessment.cost >= best.cost,
        "seed \(seed)\n\(ScenarioDump(scenario))")
    }
    for (one, other) in facts.participants.flatMap({ one in
      facts.participants.filter { one.id < $0.id }.map { (one.id, $0.id) }
    }) {
      check(swapped(one, other, in: best.plan, facts))
    }
    let people = facts.champions.map(\.id)
    for group in best.plan.groups.indices {
      for review in best.plan.groups[group].reviews.indices {
        for champions in [[]] + people.map({ [$0] }) {
          for lead in [nil] + people.map(Optional.some) {
            var plan = best.plan
            plan.groups[group].reviews[review].champions = champions
            plan.groups[group].reviews[review].lead =
              plan.groups[group].reviews[review].reviewers[0]
            plan.groups[group].reviews[review].workshopLead = lead
            check(plan)
          }
        }
      }
    }
  }

  @Test func `the verifier has nothing to say against the plan found`() throws {
    var planned = 0
    for seed in 0..<6 as Range<UInt64> {
      let scenario = RandomScenario.make(seed: seed, schools: 3...6)
      guard let best = try BruteForce.best(of: scenario) else { continue }
      planned += 1
      let plan = Plan(
        trust: scenario.trust, status: .optimal, cost: best.cost, bound: best.cost, seed: 0,
        terms: [best.plan], notes: [])
      #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds, "seed \(seed)")
    }
    #expect(planned > 0)
  }

  @Test func `terms with dates are refused`() {
    let scenario = RandomScenario.make(seed: 1, schools: 3...3, dated: true)
    #expect(throws: BruteForce.Failure.self) { try BruteForce.leastCost(of: scenario) }
  }
}
