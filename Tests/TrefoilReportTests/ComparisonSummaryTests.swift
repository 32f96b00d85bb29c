import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilReport

@Suite struct ComparisonSummaryTests {
  private static let scenario = Scenario(
    trust: "T",
    schools: ["a", "b", "c", "d", "e", "f"].enumerated().map { index, id in
      School(
        id: SchoolID(id), name: "School \(id.uppercased())", phase: .primary,
        place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000))
    })

  private static func text(_ plans: [(String, Plan)]) -> String {
    ComparisonSummary(
      PlanComparison(
        plans.map { PlanComparison.Variant(title: $0, scenario: scenario, plan: $1) })
    ).text
  }

  private let base = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])

  @Test func `plans side by side, and who moves in sentences`() {
    let text = Self.text([
      ("as it is", base), ("turned", Plan.visitingAll(in: [["a", "b", "d"], ["c", "e", "f"]])),
      ("same", base),
    ])
    #expect(text.contains("  A  as it is\n  B  turned\n  C  same\n"))
    #expect(text.contains("schools in other groups"))
    #expect(text.contains("- School A stays with School B; School D instead of School C."))
    #expect(
      text.contains(
        "- School C is with School E and School F, no longer with School A and School B."))
    #expect(
      text.contains(
        "- Principal of School A is now reviewer at School D; no longer reviewer at School C."))
    #expect(text.contains("Who moves: C · same\n  - Nobody moves.\n"))
    #expect(text.contains("  none: rules broken; "))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 98 })
  }

  @Test func `what moves in other programmes is told`() {
    var old = base
    old.coaching = CoachingPlan(pairs: [
      CoachingPair(coach: PersonID("a-principal"), coachee: PersonID("b-principal"), topic: "t")
    ])
    old.advocates = AdvocatePlan(pairs: [
      Advocacy(trustee: TrusteeID("tess"), school: SchoolID("a")),
      Advocacy(trustee: TrusteeID("tess"), school: SchoolID("b")),
    ])
    old.networks = [
      NetworkPlan(
        network: NetworkID("sendcos"),
        groups: [NetworkGroup(venue: SchoolID("a"), schools: [SchoolID("b"), SchoolID("c")])])
    ]
    old.secondments = [
      Secondment(
        person: PersonID("d-principal"), opening: OpeningID("o"), from: SchoolID("d"),
        to: SchoolID("a"), days: 2, firstTerm: "Autumn", terms: 1)
    ]
    var new = old
    new.terms[0].groups[0].reviews[0].lead = PersonID("c-principal")
    new.coaching?.pairs = []
    new.advocates?.pairs[0].trustee = TrusteeID("tom")
    new.advocates?.pairs.removeLast()
    new.networks?[0].groups[0].venue = SchoolID("b")
    new.secondments[0].days = 3
    let text = Self.text([("as it is", old), ("new", new)])
      .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    for sentence in [
      "Principal of School C leads the review at School A, no longer Principal of School B.",
      "Principal of School D goes to School A on secondment (o) for 3 days a week over 1 term from "
        + "Autumn, no longer for 2 days a week over 1 term from Autumn.",
      "Principal of School B has no coach, no longer coached by Principal of School A.",
      "School A is championed by tom, no longer by tess.",
      "School B has no advocate, no longer championed by tess.",
      "sendcos: School B and School C meet at School B, no longer at School A.",
      "reviews led by others - 1", "people with another coach - 1",
      "schools with another advocate - 2", "schools meeting elsewhere - 2",
    ] { #expect(text.contains(sentence), "\(sentence)") }
    #expect(!text.contains("Nobody moves."))
  }

  @Test func `a bound that another plan disproves is not believed, and said`() throws {
    let facts = TrustFacts(Self.scenario)
    func plan(_ groups: [[String]]) -> Plan {
      var plan = Plan.visitingAll(in: groups)
      plan.cost = Verification(of: plan, facts: facts).cost
      (plan.bound, plan.status) = (plan.cost, .optimal)
      return plan
    }
    let near = plan([["a", "b", "c"], ["d", "e", "f"]])
    let far = plan([["a", "c", "e"], ["b", "d", "f"]])
    let text = ComparisonSummary(
      PlanComparison(
        of: [(title: "near", plan: near), (title: "far", plan: far)], in: Self.scenario)
    ).text.replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    #expect(text.contains("plan optimal feasible"))
    let (least, most) = (try #require(near.cost), try #require(far.cost))
    #expect(
      text.contains(
        "B says that no plan costs less than \(most), but A keeps every rule and costs \(least): no "
          + "more than that is believed."))
    #expect(text.contains("Else what could still be saved, and 'optimal', is as the files say"))
    #expect(!Self.text([("near", near), ("far", far)]).contains("Bounds"))
  }

  @Test func `what is impossible and what is broken says why`() {
    let none = Plan(
      trust: "T", status: .infeasible, cost: nil, bound: nil, seed: 1, terms: [],
      notes: ["It cannot be."])
    let text = Self.text([
      ("as it is", base), ("none", none), ("half", Plan.visitingAll(in: [["a", "b", "c"]])),
    ])
    #expect(text.contains("impossible"))
    #expect(text.contains("B · none: impossible\n  - It cannot be.\n"))
    #expect(text.contains("C · half: rules broken\n"))
  }

  @Test func `nothing invisible reaches a terminal`() {
    let text = Self.text([("as\u{1B}[31m it is", base), ("same", base)])
    #expect(text.contains("  A  as\\u{1B}[31m it is\n"))
  }

  @Test func `many plans stand in several tables, each with the first`() {
    let text = Self.text((0..<9).map { ("plan \($0)", base) })
    let heads = text.split(separator: "\n").filter { line in
      line.split(separator: " ").allSatisfy { $0.count == 1 && $0 >= "A" }
    }
    #expect(heads.map { $0.split(separator: " ").joined() } == ["ABCDEFG", "AHI"])
    #expect(ComparisonSummary.letter(25) == "Z")
    #expect(ComparisonSummary.letter(27) == "B1")
  }
}
