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
        "The group has begun and has to stay, although Head B has a conflict of interest with C School."
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
    #expect(Set(Assessment(of: term, facts: answer.after).violations) == Set(repair.unhelped))
    #expect(repair.staying.isEmpty)
    #expect(
      repair.notes == [
        "The review at F School has begun, and the plan leaves it out: the school takes no part any more.",
        "D School and E School go on as a pair, since F School takes no part any more.",
      ])
  }

  /// Heads of schools that have left came to reviews that have been, and their group is a pair now.
  @Test func `what a lost school leaves behind is said once, and mailed to nobody`() async throws {
    let answer = try await SixSchools.repaired(.removeSchool(SchoolID("e")), from: "2026-09-25")
    let repair = answer.repair
    #expect(repair.unhelped.contains { $0.rule == "teams" })
    #expect(repair.staying.isEmpty)
    #expect(
      repair.notes == [
        "D School and F School go on as a pair, since E School takes no part any more."
      ])
  }

  @Test func `a visit made by a head who has left is said as what it is`() async throws {
    let answer = try await SixSchools.repaired(
      .removePerson(PersonID("hd")),
      .addPerson(
        Person(
          id: PersonID("nd"), name: "New Head D", schools: [SchoolID("d")], roles: [.principal])),
      from: "2026-09-25")
    let repair = answer.repair
    #expect(repair.unhelped.contains { $0.rule == "teams" } && repair.staying.isEmpty)
    #expect(
      repair.notes == [
        "Visits of Head D that have begun stay in the plan, though others would be asked now."
      ])
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
