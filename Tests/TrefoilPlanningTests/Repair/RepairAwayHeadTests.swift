import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// A head who is away while nobody acts is named as what stands in the way, and what to say is told.
@Suite struct RepairAwayHeadTests {
  private let away = ScenarioChange.Kind.unavailable(Absence(.person(PersonID("hb"))))

  @Test(arguments: [nil, "2026-09-05", "2026-10-10"])
  func `a head away all term needs somebody who acts`(day: String?) async throws {
    let answer = try await SixSchools.repaired(away, from: day)
    #expect(answer.repair.plan.terms.isEmpty)
    #expect(answer.repair.notes.count == 2)
    #expect(
      answer.repair.notes.last
        == "Head B is away all term, and nobody acts as head of B School. Name who does, with 'acting' "
        + "in the change file.")
  }

  @Test func `a head away for what is left of the term is one too`() async throws {
    let days = DaySet([DayRange(SixSchools.day("2026-10-10"), SixSchools.day("2026-12-18"))])
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("hb")), days: days)), from: "2026-10-10")
    #expect(answer.repair.plan.terms.isEmpty)
    #expect(
      answer.repair.notes.contains {
        $0.hasPrefix(
          "Head B is away for the rest of the term, and nobody acts as head of B School.")
      })
  }

  /// The review at A School was on 5 November; its workshop can be until the 19th.
  @Test(arguments: [
    ("2026-12-18", "for the rest of the term"),
    ("2026-11-20", "on every day on which the workshop at A School can still be"),
  ])
  func `a head is needed for the workshop too`(end: String, time: String) async throws {
    let days = DaySet([DayRange(SixSchools.day("2026-11-14"), SixSchools.day(end))])
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("ha")), days: days)), from: "2026-11-14")
    #expect(answer.repair.plan.terms.isEmpty)
    #expect(
      answer.repair.notes.last
        == "Head A is away \(time), and nobody acts as head of A School. Name who does, with 'acting' in "
        + "the change file.")
  }

  @Test func `nothing of it is said where somebody acts`() async throws {
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("hb")), acting: PersonID("db"))), from: "2026-10-10")
    #expect(!answer.repair.plan.terms.isEmpty)
    #expect(!answer.repair.notes.contains { $0.contains("acts as head") })
  }
}
