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

  @Test func `a begun group goes on with those who are left`() async throws {
    let answer = try await SixSchools.repaired(.removeSchool(SchoolID("f")), from: "2026-09-25")
    let repair = answer.repair
    let term = try #require(repair.plan.terms.first)
    #expect(term.groups.map { $0.schools.map(\.rawValue) } == [["a", "b", "c"], ["d", "e"]])
    #expect(term.groups[1].reviews.map(\.reviewers) == [[PersonID("he")], [PersonID("hd")]])
    #expect(term.groups[1].reviews.map(\.dates) == [["2026-11-20"], ["2026-11-24"]].map(days))
    #expect(repair.movesFewest && repair.isCheapest)
    // A pair has a champion more, and Deputy F is gone.
    #expect(repair.moves.moves.map(\.host.rawValue) == ["d", "d", "e", "e", "e"])
    #expect(Set(repair.unhelped.map(\.rule)) == [Remainder.key])
    #expect(repair.staying.map(\.finding) == repair.unhelped)
    for finding in Assessment(of: term, facts: answer.after).violations {
      #expect(repair.notes.contains { $0.contains(finding.sentence) })
    }
    #expect(repair.notes.contains { $0.hasPrefix("The review at F School has begun") })
  }

  @Test func `a workshop that was to come at a school that is gone is called off`() async throws {
    let answer = try await SixSchools.repaired(.removeSchool(SchoolID("f")), from: "2026-09-22")
    let moves = answer.moves.filter { $0.hasPrefix("f ") }
    #expect(moves == ["f workshop-lead: de 2026-09-22 -> nobody"])
    #expect(answer.repair.movesFewest)
  }

  @Test func `a group that has lost all but one does not stay`() async throws {
    let answer = try await SixSchools.repaired(
      .removeSchool(SchoolID("e")), .removeSchool(SchoolID("f")), from: "2026-09-25")
    let groups = answer.repair.plan.terms.first?.groups.map { $0.schools.map(\.rawValue) }
    #expect(groups == [["a", "b", "c", "d"]])
  }

  @Test(arguments: 0..<2)
  func `random trusts that lose a school go on, with as few moves as can be`(
    part: UInt64
  ) async throws {
    var (kept, held) = (0, 0)
    for seed in (5 * part)..<(5 * part + 5) {
      guard let one = try await RepairCase(seed: seed, trouble: .loss) else { continue }
      #expect(one.faults.isEmpty, "seed \(seed)")
      if one.repair.keepsGroups { kept += 1 }
      if one.isHeldFewest || one.isHeldCheapest { held += 1 }
    }
    #expect(kept >= 1 && held >= 1)
  }

  private func days(_ texts: [String]) -> [CalendarDay] { texts.map(SixSchools.day) }
}
