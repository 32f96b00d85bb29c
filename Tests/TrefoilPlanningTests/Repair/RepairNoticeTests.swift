import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Nobody is asked to anything new before the notice is over, in other groups as in the published ones.
@Suite struct RepairNoticeTests {
  /// Reviews that begin before a day, less those that people had by the published plan.
  private func asked(_ answer: SixSchools.Answer, before day: String) -> [VisitMove] {
    answer.repair.moves.moves.filter { move in
      move.after?.days.first.map { $0 < SixSchools.day(day) } ?? false
    }
  }

  @Test func `whoever comes to a review in another group has the notice`() async throws {
    let answer = try await SixSchools.repaired(
      .changePerson(PersonID("hb"), [.conflicts([SchoolID("c")])]), from: "2026-09-05", notice: 40)
    #expect(!answer.repair.keepsGroups && !answer.repair.plan.terms.isEmpty)
    #expect(answer.moves.contains { $0.hasPrefix("f reviewer: hd 2026-09-21 -> ") })
    #expect(asked(answer, before: "2026-10-15").isEmpty)
  }

  @Test func `a school that joins sends its head after the notice`() async throws {
    let school = School(
      id: SchoolID("g"), name: "G School", phase: .primary,
      place: .grid(easting: 430_000, northing: 437_700))
    let answer = try await SixSchools.repaired(
      .addSchool(school, people: []), from: "2026-09-05", notice: 40)
    #expect(!answer.repair.plan.terms.isEmpty)
    #expect(asked(answer, before: "2026-10-15").isEmpty)
  }

  /// Three of four schools are those that were; the head of the fourth must not review at F School.
  @Test func `a new head stands in at once, in another group too`() async throws {
    let school = School(
      id: SchoolID("g"), name: "G School", phase: .primary,
      place: .grid(easting: 430_000, northing: 437_700))
    let head = Person(
      id: PersonID("hg"), name: "Head G", schools: [school.id], roles: [.principal],
      conflicts: [SchoolID("f")])
    let answer = try await SixSchools.repaired(
      .addSchool(school, people: [head]), .removePerson(PersonID("he")),
      .addPerson(
        Person(
          id: PersonID("ne"), name: "New Head E", schools: [SchoolID("e")], roles: [.principal])),
      from: "2026-09-05", notice: 40)
    #expect(
      asked(answer, before: "2026-10-15").map { [$0.before?.person, $0.after?.person] } == [
        [PersonID("he"), PersonID("ne")]
      ])
    #expect(answer.moves.contains("f reviewer: he 2026-09-21 -> ne 2026-09-21"))
  }

  @Test(arguments: 0..<2)
  func `random trusts whose groups cannot stay ask nobody within the notice`(
    part: UInt64
  ) async throws {
    var regrouped = 0
    for seed in (5 * part)..<(5 * part + 5) {
      guard let one = try await RepairCase(seed: seed, trouble: .split) else { continue }
      #expect(one.faults.isEmpty, "seed \(seed)")
      if !one.repair.keepsGroups, !one.repair.plan.terms.isEmpty { regrouped += 1 }
    }
    #expect(regrouped >= 2)
  }
}
