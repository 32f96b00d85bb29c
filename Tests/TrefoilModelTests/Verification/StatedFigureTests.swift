import Testing
import TrefoilModel

/// Every figure that a plan states is computed anew, and every one that is wrong is named.
@Suite("Stated figures")
struct StatedFigureTests {
  struct Misstatement: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let figures: [String]
    let spoil: @Sendable (inout Plan) -> Void

    init(
      _ name: String, _ figures: [String], by spoil: @escaping @Sendable (inout Plan) -> Void
    ) {
      testDescription = name
      self.figures = figures
      self.spoil = spoil
    }
  }

  static let misstatements = [
    Misstatement("another trust", ["trust"]) { $0.trust = "Large Trust" },
    Misstatement("another term", ["term"]) { $0.terms[0].term = "Spring 2027" },
    Misstatement("a cost too high", ["cost"]) { $0.cost = StatedPlan.cost + 1 },
    Misstatement("a cost below its bound", ["cost"]) { $0.cost = StatedPlan.cost - 3 },
    Misstatement("a bound above the cost", ["bound"]) { $0.bound = StatedPlan.cost + 1 },
    Misstatement("a gap that cost and bound do not make", ["gap"]) { $0.misstatedGap = 0.5 },
    Misstatement("optimal with a lower bound", ["status"]) { $0.status = .optimal },
    Misstatement("optimal without a bound", ["status"]) {
      $0.status = .optimal
      $0.bound = nil
    },
    Misstatement("infeasible with a plan", ["status"]) { $0.status = .infeasible },
    Misstatement("unknown with a plan", ["status"]) { $0.status = .unknown },
    Misstatement("feasible without a plan", ["cost", "status"]) { $0.terms = [] },
    Misstatement("optimal without a plan or a cost", ["status"]) { plan in
      plan.terms = []
      (plan.status, plan.cost, plan.bound) = (.optimal, nil, nil)
    },
    Misstatement("a rule's cost in the term", ["term costs: travel"]) {
      $0.terms[0].costs?["travel"] = 1
    },
    Misstatement("a rule's cost left out", ["term costs: champion-from-outside"]) {
      $0.terms[0].costs?["champion-from-outside"] = nil
    },
    Misstatement("a cost of a rule that has none", ["term costs: need"]) {
      $0.terms[0].costs?["need"] = 30
    },
    Misstatement("a rule's cost in a group", ["group 2 costs: travel"]) {
      $0.terms[0].groups[1].costs?["travel"] = StatedPlan.west
    },
    Misstatement("the calendar", ["term calendar: spread"]) {
      $0.terms[0].calendar?["spread"] = 20
    },
    Misstatement("somebody else as worst off", ["worst-off"]) {
      $0.terms[0].worstOff = WorstOff(person: .champion("b"), minutes: 160)
    },
    Misstatement("too few minutes of whoever is worst off", ["worst-off"]) {
      $0.terms[0].worstOff = WorstOff(person: .champion("a"), minutes: 159)
    },
    Misstatement("costs of secondments that nobody makes", ["secondment costs: commute", "cost"]) {
      $0.secondmentCosts = ["commute": 40]
      $0.cost = StatedPlan.cost + 40
    },
    Misstatement("somebody worst off of nobody on secondment", ["secondment worst-off"]) {
      $0.secondmentWorstOff = WorstOff(person: .champion("b"), minutes: 160)
    },
    Misstatement("a calendar of nothing", ["term calendar: spread"]) {
      $0.terms[0].calendar = [:]
    },
  ]

  @Test func `the figures worked out by hand hold`() {
    let facts = SmallTrust().facts
    let verification = Verification(of: StatedPlan.plan, facts: facts)
    #expect(verification.holds, "\(verification.differences)")
    var optimal = StatedPlan.plan
    (optimal.status, optimal.bound) = (.optimal, StatedPlan.cost)
    #expect(Verification(of: optimal, facts: facts).holds)
  }

  @Test func `a proof that there is no plan states no cost and holds`() {
    var none = StatedPlan.plan
    none.terms = []
    (none.status, none.cost, none.bound) = (.infeasible, nil, nil)
    let verification = Verification(of: none, facts: SmallTrust().facts)
    #expect(verification.holds)
    #expect(verification.cost == nil)
  }

  @Test(arguments: misstatements)
  func `a misstated figure is named`(_ misstatement: Misstatement) {
    var plan = StatedPlan.plan
    misstatement.spoil(&plan)
    let verification = Verification(of: plan, facts: SmallTrust().facts)
    #expect(verification.differences.map(\.figure) == misstatement.figures)
    #expect(verification.violations.isEmpty)
    #expect(!verification.holds)
  }
}
