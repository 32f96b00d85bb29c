import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilPlanning

/// A search that ended early is never called better than a plan that lies on the table.
@Suite struct PlanInHandTests {
  private static let facts = TrustFacts(
    Scenario(
      trust: "T",
      schools: ["a", "b", "c", "d", "e", "f"].enumerated().map { index, id in
        School(
          id: SchoolID(id), name: id.uppercased(), phase: .primary,
          place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000))
      }))

  private func plan(_ groups: [[String]], bound: Int?, status: PlanStatus = .feasible) -> Plan {
    var plan = Plan.visitingAll(in: groups)
    plan.cost = Assessment(of: plan.terms[0], facts: Self.facts).cost
    (plan.bound, plan.status) = (bound, status)
    return plan
  }

  @Test func `a cheaper plan in hand stands for the best`() throws {
    let near = plan([["a", "b", "c"], ["d", "e", "f"]], bound: nil)
    let far = plan([["a", "c", "e"], ["b", "d", "f"]], bound: 10)
    let least = try #require(near.cost)
    try #require(least < far.cost ?? 0)
    let best = far.orCheaper([near.terms[0]], Self.facts)
    #expect(best.cost == least && best.terms == near.terms && best.bound == 10)
    #expect(best.status == .feasible)
    let explanation = Explanation(
      subject: .plan, given: far.terms[0], facts: Self.facts, best: best,
      question: .together(SchoolID("a"), SchoolID("b")), reply: .planned(near))
    #expect(explanation.againstBest?.minutes == 0)
    #expect(near.orCheaper([far.terms[0], nil], Self.facts) == near)
  }

  @Test func `a proof is one still, and what breaks a rule stands for nothing`() throws {
    let near = plan([["a", "b", "c"], ["d", "e", "f"]], bound: nil)
    let far = plan([["a", "c", "e"], ["b", "d", "f"]], bound: near.cost)
    #expect(far.orCheaper([near.terms[0]], Self.facts).status == .optimal)
    let half = plan([["a", "b", "c"]], bound: nil)
    try #require(half.cost ?? 0 < near.cost ?? 0)
    #expect(near.orCheaper([half.terms[0]], Self.facts) == near)
    let none = Plan(
      trust: "T", status: .infeasible, cost: nil, bound: nil, seed: 1, terms: [], notes: [])
    #expect(none.orCheaper([near.terms[0]], Self.facts) == none)
  }
}
