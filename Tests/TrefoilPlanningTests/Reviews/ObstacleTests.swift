import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Why there is no plan, in words that name the school and the number.
@Suite struct ObstacleTests {
  private func school(_ id: String, _ latitude: Double) -> School {
    School(
      id: SchoolID(id), name: id.capitalized, phase: .primary,
      place: .geographic(latitude: latitude, longitude: -1))
  }

  private func champion(_ id: String, of school: String, capacity: Int? = nil) -> Person {
    Person(
      id: PersonID(id), name: id.capitalized, schools: [SchoolID(school)], roles: [.champion],
      capacity: capacity)
  }

  private func notes(
    schools: Int, champions: [Person], rules: [any Rule]
  ) async throws -> (status: PlanStatus, notes: [String]) {
    let names = ["ash", "beech", "cedar", "dale", "elm"]
    let scenario = Scenario(
      trust: "Foxglove",
      schools: (0..<schools).map { school(names[$0], 53 + Double($0) / 10) }, people: champions,
      rules: rules.reduce(RuleBook()) { $0.with($1) })
    let plan = try await ReviewPlanner(scenario).plan()
    return (plan.status, plan.notes)
  }

  private static let noWorkshops = WorkshopLead(.init(from: .offTeam, missing: nil))

  @Test func `two schools alone need two champions each, and are told so`() async throws {
    let (status, notes) = try await notes(
      schools: 2, champions: [champion("kim", of: "ash"), champion("lee", of: "beech")],
      rules: [Remainder(.pairs), Self.noWorkshops])
    #expect(status == .infeasible)
    #expect(notes.contains("Ash needs 2 champions on its team; the rules leave 1."))
    #expect(notes.contains("Beech needs 2 champions on its team; the rules leave 1."))
  }

  @Test func `the pair's extra champions count against the capacity`() async throws {
    // Three reviews in a triad and two in a pair: 3 + 2 x 2 seats.
    let tight = ["ash", "beech", "cedar", "dale", "elm"].enumerated().map { index, school in
      champion("champion-\(school)", of: school, capacity: index == 0 ? 2 : 1)
    }
    let (status, notes) = try await notes(
      schools: 5, champions: tight, rules: [Remainder(.pairs), Self.noWorkshops])
    #expect(status == .infeasible)
    #expect(
      notes.contains {
        $0.hasPrefix("The reviews need 7 duties of champions in all; their capacity allows 6.")
      })
  }
}
