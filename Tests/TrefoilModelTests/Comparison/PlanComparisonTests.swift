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
    #expect(comparison.entries[2].moves?.terms[0].schools == [])
    #expect(comparison.entries[2].moves?.terms[0].people == [])
    let moves = try #require(comparison.entries[1].moves)
    #expect(moves.terms[0].schools.map(\.school.rawValue) == ["a", "b", "c", "d", "e", "f"])
    #expect(moves.terms[0].schools[2].before == .with([SchoolID("a"), SchoolID("b")]))
    #expect(moves.terms[0].schools[2].after == .with([SchoolID("e"), SchoolID("f")]))
    #expect(moves.peopleCount == 6)
    let first = try #require(moves.terms[0].people.first)
    #expect(first.lost == [TermMoves.Task(duty: .reviewer, host: SchoolID("c"))])
    #expect(first.gained == [TermMoves.Task(duty: .reviewer, host: SchoolID("d"))])
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

  @Test func `no bound is believed above what another plan costs`() throws {
    let facts = TrustFacts(Self.scenario)
    func plan(_ groups: [[String]], bound: Int? = nil) -> Plan {
      var plan = Plan.visitingAll(in: groups)
      plan.cost = Verification(of: plan, facts: facts).cost
      plan.bound = bound ?? plan.cost
      return plan
    }
    // The near ones met before, which costs more than the way.
    let near = plan([["a", "c", "e"], ["b", "d", "f"]])
    let far = plan([["a", "b", "c"], ["d", "e", "f"]])
    let (least, most) = (try #require(near.cost), try #require(far.cost))
    try #require(least < most)
    var broken = plan([["a", "b", "c"]])
    broken.cost = 0
    func compared(_ plans: [Plan]) -> [PlanComparison.Entry] {
      PlanComparison(of: plans.map { (title: "p", plan: $0) }, in: Self.scenario).entries
    }
    let entries = compared([near, far, broken])
    #expect(entries.map(\.figures.bound) == [least, least, nil])
    #expect(entries.map(\.figures.isProven) == [true, false, false])
    #expect(entries[1].overruled?.bound == most && entries[1].overruled?.cheaper == 0)
    #expect(entries[0].overruled == nil && entries[2].overruled == nil)
    #expect((entries[1].figures.gap ?? 0) > 0)
    // A plan of more terms costs more, and disproves nothing.
    var longer = far
    longer.terms.append(longer.terms[0])
    longer.cost = Verification(of: longer, facts: facts).cost
    longer.bound = longer.cost
    #expect(compared([near, longer]).allSatisfy { $0.overruled == nil })
    #expect(compared([far])[0].figures.isProven)
  }

  @Test func `everything that moves is counted, in every programme`() {
    let old = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])
    var new = old
    new.terms[0].groups[0].reviews[0].lead = PersonID("c-principal")
    new.coaching = CoachingPlan(pairs: [
      CoachingPair(coach: PersonID("a-principal"), coachee: PersonID("b-principal"), topic: "t")
    ])
    new.advocates = AdvocatePlan(pairs: [Advocacy(trustee: TrusteeID("t"), school: SchoolID("a"))])
    func meeting(_ venue: String, _ schools: [String]) -> NetworkPlan {
      NetworkPlan(
        network: NetworkID("n"),
        groups: [NetworkGroup(venue: SchoolID(venue), schools: schools.map { SchoolID($0) })])
    }
    new.networks = [meeting("a", ["a", "b"])]
    func secondment(_ days: Int, _ terms: Int) -> Secondment {
      Secondment(
        person: PersonID("d-principal"), opening: OpeningID("o"), from: SchoolID("d"),
        to: SchoolID("a"), days: days, firstTerm: "This term", terms: terms)
    }
    new.secondments = [secondment(2, 1)]
    let facts = TrustFacts(Self.scenario)
    func moves(_ one: Plan, _ other: Plan) -> PlanMoves {
      PlanMoves(from: one, facts, to: other, facts)
    }
    #expect(moves(old, old).isEmpty && moves(new, new).isEmpty)
    let found = moves(old, new)
    #expect(found.terms[0].schools.isEmpty && found.terms[0].people.isEmpty)
    #expect(found.leadCount == 1 && found.coaching.count == 1 && found.advocates.count == 1)
    #expect(found.meetingCount == 2 && found.secondments.count == 1)
    #expect(found.peopleCount == 1)
    #expect(found.coaching[0].before.isEmpty && moves(new, old).coaching[0].after.isEmpty)
    var next = new
    next.coaching?.pairs[0].coach = PersonID("c-principal")
    next.networks = [meeting("c", ["a", "b"])]
    next.secondments = [secondment(3, 1)]
    let then = moves(new, next)
    #expect(then.coaching[0].before == [PersonID("a-principal")])
    #expect(then.networks.map(\.after) == [SchoolID("c")] && then.meetingCount == 2)
    #expect(then.secondments[0].before.map(\.days) == [2])
    #expect(then.secondments[0].after.map(\.days) == [3])
    next = new
    next.secondments = [secondment(2, 2)]
    #expect(moves(new, next).secondments.count == 1)
  }

  @Test func `days of reviews and of workshops are counted apart`() throws {
    var old = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])
    func set(_ plan: inout Plan, _ day: String, _ workshop: String) throws {
      plan.terms[0].groups[0].reviews[0].dates = [try #require(CalendarDay(day))]
      plan.terms[0].groups[0].reviews[0].workshopDate = CalendarDay(workshop)
    }
    try set(&old, "2026-10-05", "2026-10-06")
    var new = old
    try set(&new, "2026-10-05", "2026-10-07")
    let facts = TrustFacts(Self.scenario)
    let moves = PlanMoves(from: old, facts, to: new, facts)
    #expect(moves.otherDays == 0 && moves.otherWorkshopDays == 1)
    #expect(moves.isWithoutPeople && !moves.isEmpty)
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
    #expect(moves.terms[0].schools[0].after == .elsewhere)
    #expect(moves.terms[0].schools[1].after == .ungrouped)
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
    #expect(moves.terms[0].schools.map(\.school) == moved, "seed \(seed)")
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
