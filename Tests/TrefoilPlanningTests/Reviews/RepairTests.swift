import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A published plan is planned again: nothing moves without cause, and then only what must.
@Suite struct RepairTests {
  private func plan(_ scenario: Scenario) async throws -> Plan {
    try await ReviewPlanner(scenario, options: PlanningOptions(effort: Effort(level: 5))).plan()
  }

  /// The trust with the plan published and every change charged; perhaps a school sits out.
  private func repaired(
    _ scenario: Scenario, published: TermPlan, charge: Charge, without school: SchoolID? = nil
  ) -> Scenario {
    var rules = scenario.rules.with(Change(.init(school: charge, person: charge)))
    if let school {
      let out = Rest.Setting(again: [], mode: .sitsOut)
      rules = rules.with(
        Rest(
          Governed(
            Rest.standard,
            exceptions: [.init(subject: .school(school), setting: out, reason: "works")])))
    }
    return Scenario(
      trust: scenario.trust, term: scenario.term, schools: scenario.schools,
      people: scenario.people, history: scenario.history, travel: scenario.travel, rules: rules,
      published: published)
  }

  /// Six synthetic schools whose numbers are made to divide by pairs.
  private func trust(seed: UInt64) -> Scenario {
    let made = SyntheticTrust.make(schools: 6, seed: seed)
    return Scenario(
      trust: made.trust, term: made.term, schools: made.schools, people: made.people,
      history: made.history, travel: made.travel, rules: made.rules.with(Remainder(.pairs)))
  }

  @Test(arguments: [1, 2, 3] as [UInt64], [Charge.minutes(60), .must])
  func `nothing has changed, and nothing changes`(seed: UInt64, charge: Charge) async throws {
    let scenario = trust(seed: seed)
    let first = try await plan(scenario)
    let published = try #require(first.terms.first)
    let again = try await plan(repaired(scenario, published: published, charge: charge))
    #expect(again.terms == first.terms)
    #expect(again.cost == first.cost)
    #expect(again.status == first.status)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `one school drops out, and only its group is touched`(seed: UInt64) async throws {
    let scenario = trust(seed: seed)
    let published = try #require(try await plan(scenario).terms.first)
    let broken = try #require(published.groups.first)
    let gone = try #require(broken.schools.first)
    let repair = repaired(
      scenario, published: published, charge: .minutes(2_000), without: gone)
    let facts = TrustFacts(repair)
    let term = try #require(try await plan(repair).terms.first)
    #expect(Set(term.groups.map(\.schools)).contains(Array(broken.schools.dropFirst())))
    for group in published.groups.dropFirst() {
      let kept = term.groups.first { $0.schools == group.schools }
      #expect(kept?.reviews.map(\.team) == group.reviews.map(\.team), "seed \(seed)")
      #expect(kept?.reviews.map(\.workshopLead) == group.reviews.map(\.workshopLead))
    }
    // A pair has a champion more at each of its two hosts; its principals visited one another before.
    #expect(facts.asksForChampions)
    #expect(term.costs?["change"] == 2 * 2_000)
  }
}
