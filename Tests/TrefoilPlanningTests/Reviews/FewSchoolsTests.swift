import Testing
import TrefoilModel
import TrefoilPlanning

/// Where three schools take part, a workshop lead from another school is asked for only if there
/// can be one.
@Suite struct FewSchoolsTests {
  /// Three schools that take part and one that does not, with champions at some of the four.
  private func scenario(championsAt schools: [String]) -> Scenario {
    let names = ["ash", "beech", "cedar", "dale"]
    return Scenario(
      trust: "Foxglove",
      schools: names.enumerated().map { index, id in
        School(
          id: SchoolID(id), name: id.capitalized, phase: .primary,
          place: .geographic(latitude: 53 + Double(index) / 10, longitude: -1),
          participates: id != "dale")
      },
      people: schools.enumerated().map { index, school in
        Person(
          id: PersonID("\(school)-\(index)"), name: "Champion \(index)",
          schools: [SchoolID(school)], roles: [.champion])
      })
  }

  private func plan(_ scenario: Scenario) async throws -> Plan {
    let plan = try await ReviewPlanner(scenario).plan()
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
    return plan
  }

  @Test func `without a champion outside, the lead is only off the team`() async throws {
    let scenario = scenario(championsAt: ["ash", "beech", "cedar"])
    let plan = try await plan(scenario)
    #expect(plan.status == .optimal)
    #expect(
      plan.notes.contains {
        $0.hasPrefix("With 3 schools taking part no workshop lead at Ash, Beech, Cedar can come")
      })
  }

  @Test func `a champion of the school that takes no part leads all workshops`() async throws {
    let scenario = scenario(championsAt: ["ash", "beech", "cedar", "dale"])
    let plan = try await plan(scenario)
    #expect(plan.status == .optimal)
    let leads = plan.terms.flatMap(\.groups).flatMap(\.reviews).map(\.workshopLead)
    #expect(leads == [PersonID("dale-3"), PersonID("dale-3"), PersonID("dale-3")])
    #expect(!plan.notes.contains { $0.contains("no workshop lead") })
  }

  @Test func `champions of the outside school alone cannot be team and lead at once`() async throws
  {
    let plan = try await plan(scenario(championsAt: ["dale", "dale"]))
    #expect(plan.status == .optimal)
    #expect(plan.notes.contains { $0.contains("no workshop lead") })
  }
}
