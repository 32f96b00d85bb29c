/// The terms of a plan, each with what is known when it begins: the terms before it are history.
public struct TermSequence: Sendable {
  /// For each term of the plan, in order.
  public let facts: [TrustFacts]
  /// Terms that stand where another should.
  let findings: [Finding]

  /// O(terms x (schools + people + history)).
  ///
  /// - Parameter facts: those of the first term; with no more terms they are all there is.
  public init(_ plan: Plan, facts first: TrustFacts) {
    var facts: [TrustFacts] = []
    var findings: [Finding] = []
    var scenario = first.scenario
    scenario.secondments = plan.secondments
    let isPlain = plan.secondments.isEmpty && scenario.underWay.isEmpty
    let opening = isPlain ? first : TrustFacts(scenario.scenario(ofTerm: 0, after: []))
    for (index, term) in plan.terms.enumerated() {
      // More terms than can be are a fault, and the last of them are not looked at closely.
      if index == 0 || index >= Scenario.mostTerms {
        facts.append(opening)
        continue
      }
      let expected = scenario.term(at: index).name
      if term.term != expected {
        findings.append(
          Self.broken(
            "term \(index + 1) of the plan is '\(term.term)'; it should be '\(expected)'"))
      }
      let earlier = Array(plan.terms[..<index])
      facts.append(TrustFacts(scenario.scenario(ofTerm: index, after: earlier)))
    }
    if plan.terms.count > Scenario.mostTerms {
      findings.append(
        Self.broken(
          "the plan has \(plan.terms.count) terms; at most \(Scenario.mostTerms) are one plan"))
    }
    self.facts = facts
    self.findings = findings
  }

  private static func broken(_ sentence: String) -> Finding {
    Finding(rule: Structure.groups, charge: .must, sentence: sentence)
  }
}
