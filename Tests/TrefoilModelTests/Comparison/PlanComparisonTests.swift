import TestSupport
import Testing
import TrefoilModel

@Suite struct PlanComparisonTests {
  private static let schools = ["a", "b", "c", "d", "e", "f"].enumerated().map { index, id in
    School(
      id: SchoolID(id), name: id.uppercased(), phase: .primary,
      place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000),
      strengths: id == "a" ? ["maths"] : [], needs: id == "d" ? ["maths"] : [])
  }

  private static let scenario = Scenario(
    trust: "T",
    schools: schools,
    history: History(terms: [
      History.PastTerm(
        name: "before", termsAgo: 1, groups: [[SchoolID("a"), SchoolID("b")]], rested: [])
    ]))

  private static func compare(_ plans: Plan...) -> PlanComparison {
    PlanComparison(
      plans.enumerated().map {
        PlanComparison.Variant(title: "\($0)", scenario: scenario, plan: $1)
      })
  }

  @Test func `figures are computed, whatever the plan says`() throws {
    let one = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])
    let cost = try #require(Verification(of: one, facts: TrustFacts(Self.scenario)).cost)
    var honest = one
    (honest.cost, honest.bound) = (cost, cost)
    var boasting = one
    (boasting.cost, boasting.bound) = (cost - 1, cost - 1)
    let entries = Self.compare(one, honest, boasting).entries
    #expect(entries.map(\.figures.cost) == [cost, cost, cost])
    #expect(entries.map(\.figures.bound) == [nil, cost, nil])
    #expect(entries.map(\.figures.isProven) == [false, true, false])
    let figures = entries[0].figures
    #expect(figures.costs.values.reduce(0, +) == cost)
    #expect(figures.repeatedPairs == 1)
    #expect(figures.unmetNeeds == 1)
    #expect(figures.schools == 6)
    #expect(figures.people == 6)
    #expect(figures.undatedReviews == 0)
    #expect(figures.worstJourney?.person == PersonID("c-principal"))
    #expect(figures.worstJourney?.to == SchoolID("a"))
  }

  @Test func `who moves against the first`() throws {
    let old = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])
    let new = Plan.visitingAll(in: [["a", "b", "d"], ["c", "e", "f"]])
    let comparison = Self.compare(old, new, old)
    #expect(comparison.entries[0].moves == nil)
    #expect(comparison.entries[2].moves?.schools == [])
    #expect(comparison.entries[2].moves?.people == [])
    let moves = try #require(comparison.entries[1].moves)
    #expect(moves.schools.map(\.school.rawValue) == ["a", "b", "c", "d", "e", "f"])
    #expect(moves.schools[2].before == .with([SchoolID("a"), SchoolID("b")]))
    #expect(moves.schools[2].after == .with([SchoolID("e"), SchoolID("f")]))
    #expect(moves.peopleCount == 6)
    let first = try #require(moves.people.first)
    #expect(first.lost == [PlanMoves.Task(duty: .reviewer, host: SchoolID("c"))])
    #expect(first.gained == [PlanMoves.Task(duty: .reviewer, host: SchoolID("d"))])
  }

  @Test func `a plan that breaks a rule is broken, and its bound is not believed`() {
    var broken = Plan.visitingAll(in: [["a", "b", "c"]], bound: 0)
    broken.terms[0].groups[0].reviews[0].reviewers = [PersonID("a-principal")]
    let comparison = Self.compare(
      Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]]), broken)
    #expect(!comparison.holds)
    #expect(comparison.entries[0].figures.violations.isEmpty)
    #expect(!comparison.entries[1].figures.violations.isEmpty)
    #expect(comparison.entries[1].figures.bound == nil)
  }

  @Test func `a school that leaves and one that is away`() throws {
    let place = SourcePosition(file: "c")
    let kinds: [ScenarioChange.Kind] = [
      .removeSchool(SchoolID("a")), .unavailable(Absence(.school(SchoolID("b")))),
    ]
    let changed = try Self.scenario.applying(
      ChangeSet(
        title: "t", changes: kinds.map { ScenarioChange($0, reason: "r", at: place) }))
    let old = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])
    let new = Plan.visitingAll(in: [["c", "d", "e", "f"]])
    let moves = PlanMoves(from: old, TrustFacts(Self.scenario), to: new, TrustFacts(changed))
    #expect(moves.schools[0].after == .elsewhere)
    #expect(moves.schools[1].after == .ungrouped)
    #expect(moves.schoolCount == 6)
  }

  /// Held against counting pairs: a school moves exactly where its set of companions differs.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `random plans against counting`(seed: UInt64) throws {
    let scenario = RandomScenario.make(seed: seed, schools: 6...12)
    let ids = scenario.schools.map(\.id)
    func cut(_ turn: Int) -> Plan {
      let turned = Array(ids[(turn % ids.count)...] + ids[..<(turn % ids.count)])
      let groups = stride(from: 0, to: turned.count, by: 3).map { start in
        Group(
          schools: Array(turned[start..<min(start + 3, turned.count)]), reviews: [], costs: nil)
      }
      return Plan(
        trust: scenario.trust, status: .feasible, cost: nil, bound: nil, seed: 1,
        terms: [TermPlan(term: scenario.term.name, groups: groups, costs: nil, calendar: nil)],
        notes: [])
    }
    let (one, other) = (cut(0), cut(Int(seed)))
    let facts = TrustFacts(scenario)
    let moves = PlanMoves(from: one, facts, to: other, facts)
    func together(_ plan: Plan, _ school: SchoolID) -> [SchoolID] {
      ids.filter { other in
        plan.terms[0].groups.contains { $0.schools.contains(school) && $0.schools.contains(other) }
      }
    }
    let moved = ids.filter { together(one, $0) != together(other, $0) }
    #expect(moves.schools.map(\.school) == moved, "seed \(seed)")
    let figures = PlanFigures(of: other, facts: facts)
    let repeated = ids.indices.reduce(0) { count, first in
      count
        + ids[(first + 1)...].count { second in
          together(other, ids[first]).contains(second)
            && scenario.history.terms.contains { term in
              term.groups.contains { $0.contains(ids[first]) && $0.contains(second) }
            }
        }
    }
    #expect(figures.repeatedPairs == repeated, "seed \(seed)")
    #expect(figures.cost == figures.costs.values.reduce(0, +))
  }
}
