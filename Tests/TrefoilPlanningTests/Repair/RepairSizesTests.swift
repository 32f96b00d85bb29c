import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Begun groups stay, and the other schools are grouped by their own number.
@Suite struct RepairSizesTests {
  private typealias Case = (scenario: Scenario, plan: Plan, groups: [Group])

  /// A synthetic trust with its plan, the group that begins first in front.
  private func published(_ schools: Int, seed: UInt64) async throws -> Case {
    let scenario = SyntheticTrust.make(schools: schools, seed: seed)
    let plan = try #require(try await RepairCase.published(scenario))
    let groups = plan.terms[0].groups.sorted { firstDay($0) < firstDay($1) }
    return (scenario, plan, groups)
  }

  private func firstDay(_ group: Group) -> CalendarDay {
    group.reviews.compactMap(\.dates.first).min() ?? SixSchools.day("2099-01-01")
  }

  private func repaired(
    _ made: Case, without gone: [SchoolID], from day: CalendarDay
  ) async throws -> PlanRepair {
    let term = made.scenario.term
    let after = made.scenario.with(
      term: Term(name: term.name, dates: term.dates, away: term.away + gone))
    let repair = try await RepairPlanner(
      from: made.scenario, to: after, published: made.plan,
      repair: RepairOptions(freezeBefore: day),
      options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    if let plan = repair.plan.terms.first {
      #expect(
        Set(Assessment(of: plan, facts: TrustFacts(after)).violations) == Set(repair.unhelped))
    }
    return repair
  }

  @Test func `five schools beside a begun triad make a five`() async throws {
    let made = try await published(9, seed: 3)
    let repair = try await repaired(
      made, without: [made.groups[2].schools[0]], from: firstDay(made.groups[0]) + 1)
    let term = try #require(repair.plan.terms.first)
    #expect(term.groups.map(\.schools.count).sorted() == [3, 5])
    #expect(term.groups.contains { Set($0.schools) == Set(made.groups[0].schools) })
    #expect(
      repair.notes.contains(
        "Groups that have begun stay as they are; the other 5 schools make a group of five."))
    #expect(!repair.notes.contains { $0.contains("by the rule") })
  }

  @Test func `random trusts with fours and fives go on too`() async throws {
    var planned = 0
    for seed in UInt64(100)..<106 {
      guard let one = try await RepairCase(seed: seed, trouble: .loss) else { continue }
      #expect(one.faults.isEmpty, "seed \(seed)")
      if !one.repair.plan.terms.isEmpty { planned += 1 }
    }
    #expect(planned >= 4)
  }

  @Test func `two schools beside a begun triad make a pair`() async throws {
    let answer = try await SixSchools.repaired(.removeSchool(SchoolID("a")), from: "2026-09-25")
    let term = try #require(answer.repair.plan.terms.first)
    #expect(term.groups.map { Set($0.schools.map(\.rawValue)) }.contains(["b", "c"]))
    #expect(Set(answer.repair.unhelped.map(\.rule)) == [Remainder.key])
    #expect(
      answer.repair.notes.contains(
        "Groups that have begun stay as they are; the other 2 schools make a pair."))
  }

  @Test func `one school beside a begun triad makes no group, and that is proven`() async throws {
    let answer = try await SixSchools.repaired(
      .removeSchool(SchoolID("a")), .removeSchool(SchoolID("b")), from: "2026-09-25")
    #expect(answer.repair.plan.terms.isEmpty && answer.repair.plan.status == .infeasible)
    #expect(
      answer.repair.notes.last
        == "C School is left alone: groups that have begun take no school in, and one school makes no "
        + "group. Say that it takes no part this term, with 'unavailable' in the change file.")
  }

  /// Where nothing that has been stands in the way, each of four reviews twice and is reviewed by two.
  @Test(arguments: [3, 5, 8] as [UInt64])
  func `a begun group of five goes on as four`(seed: UInt64) async throws {
    let made = try await published(5, seed: seed)
    let first = try #require(
      made.groups[0].reviews.min { ($0.dates.first ?? $1.dates[0]) < $1.dates[0] })
    let gone = try #require(made.groups[0].schools.first { $0 != first.host })
    for school in [first.host, gone] {
      let repair = try await repaired(made, without: [school], from: firstDay(made.groups[0]) + 1)
      let group = try #require(repair.plan.terms.first?.groups.first)
      #expect(Set(group.schools) == Set(made.groups[0].schools).subtracting([school]))
      #expect(group.reviews.allSatisfy { $0.reviewers.count == 2 })
      #expect(repair.keepsGroups)
      #expect(repair.notes.contains { $0.contains(" go on as four, since ") })
    }
  }
}
