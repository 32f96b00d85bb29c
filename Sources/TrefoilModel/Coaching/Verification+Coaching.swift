extension Verification {
  /// A violation of coaching, which names its place in words: it is of no group.
  static func placedInCoaching(_ finding: Finding) -> Finding {
    let place = finding.group.map { "coaching \($0 + 1): " } ?? ""
    return Finding(
      rule: finding.rule, charge: finding.charge, sentence: place + finding.sentence)
  }

  /// Costs of coaching, topics, and who is said to have no coach. The cost of stability is not
  /// looked at: it takes another plan to compare with.
  static func differences(
    of plan: CoachingPlan, assessment: CoachingAssessment, facts: CoachingFacts
  ) -> [Difference] {
    var differences = compare(plan.costs, assessment.costs, what: "coaching costs")
    for (index, pair) in plan.pairs.enumerated() {
      differences += compare(
        pair.costs, assessment.costs(ofPair: index), what: "coaching \(index + 1) costs")
      // Any topic that the two share will do, but the plan is to say the first.
      if let topic = facts.match(coach: pair.coach, coachee: pair.coachee)?.topic,
        topic.lowercased() != pair.topic.lowercased()
      {
        differences.append(
          Difference(figure: "coaching \(index + 1) topic", stated: pair.topic, computed: topic))
      }
    }
    differences += Self.differences(
      of: plan.worstOff, TravelByPerson(of: plan.pairs, facts: facts), what: "coaching worst-off")
    // A plan made by hand need not say whom it leaves out.
    if plan.costs == nil, plan.uncoached.isEmpty { return differences }
    let (said, found) = (Set(plan.uncoached.map(\.person)), Set(assessment.uncoached))
    for person in said.symmetricDifference(found).sorted() {
      differences.append(
        Difference(
          figure: "without a coach: \(person)", stated: said.contains(person) ? "yes" : "no",
          computed: found.contains(person) ? "yes" : "no"))
    }
    return differences
  }
}
