extension Verification {
  /// What the rules say about the advocates of a plan, with figures stated otherwise; nil for a
  /// trust without trustees and a plan without advocates.
  static func advocates(
    of plan: Plan, facts: TrustFacts
  ) -> (assessment: AdvocateAssessment, violations: [Finding], differences: [Difference])? {
    if plan.advocates == nil, facts.scenario.trustees.isEmpty { return nil }
    let stated = plan.advocates ?? AdvocatePlan(pairs: [], costs: nil)
    let assessment = AdvocateAssessment(of: stated.pairs, facts: AdvocateFacts(facts))
    let violations = assessment.violations.map { finding in
      let place = finding.group.map { "advocate \($0 + 1): " } ?? ""
      return Finding(
        rule: finding.rule, charge: finding.charge, sentence: place + finding.sentence)
    }
    var differences = compare(stated.costs, assessment.costs, what: "advocate costs")
    for (index, pair) in stated.pairs.enumerated() {
      differences += compare(
        pair.costs, assessment.costs(ofPair: index), what: "advocate \(index + 1) costs")
    }
    // A plan made by hand need not say whom it leaves out.
    if stated.costs != nil || !stated.unchampioned.isEmpty {
      differences += compare(
        stated.unchampioned.map(\.school), assessment.unchampioned, what: "unchampioned")
    }
    return (assessment, violations, differences)
  }

  /// Schools listed in one of two lists alone.
  static func compare(
    _ stated: [SchoolID], _ computed: [SchoolID], what: String
  ) -> [Difference] {
    let (said, found) = (Set(stated), Set(computed))
    func word(_ isListed: Bool) -> String { isListed ? "listed" : "not listed" }
    return said.symmetricDifference(found).sorted().map { school in
      Difference(
        figure: "\(what): \(school)", stated: word(said.contains(school)),
        computed: word(found.contains(school)))
    }
  }
}
