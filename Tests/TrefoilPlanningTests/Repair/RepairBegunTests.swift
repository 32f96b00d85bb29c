import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// A group in which a review has begun stays, and what it breaks by that is said as what it is.
@Suite struct RepairBegunTests {
  private let kin = ScenarioChange.Kind.changePerson(
    PersonID("hb"), [.conflicts([SchoolID("c")])])

  @Test func `a rule broken by a review ahead is put down to its group, which stays`() async throws
  {
    let answer = try await SixSchools.repaired(kin, from: "2026-10-10")
    #expect(answer.repair.moves.moves.isEmpty)
    #expect(
      answer.repair.notes == [
        "The group has begun and has to stay, so Head B has a conflict of interest with C School."
      ])
    #expect(answer.repair.staying.map(\.finding) == answer.repair.unhelped)
    #expect(answer.repair.staying.first?.concerned == [SchoolID("b"), SchoolID("c")])
  }

  @Test func `a rule broken by a review that has been is put down to that`() async throws {
    let answer = try await SixSchools.repaired(kin, from: "2026-11-13")
    #expect(
      answer.repair.notes == [
        "Has begun and cannot be helped: Head B has a conflict of interest with C School."
      ])
    #expect(answer.repair.staying.isEmpty)
  }
}
