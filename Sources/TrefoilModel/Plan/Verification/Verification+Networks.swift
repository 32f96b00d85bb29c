extension Verification {
  /// What the rules say about the networks of a plan, with figures stated otherwise; nil for a trust
  /// without networks and a plan without any.
  ///
  /// A network that the plan leaves out has nobody at any meeting. That a worst journey could not be
  /// shorter is not looked at: only a search can tell.
  static func networks(
    of plan: Plan, facts: TrustFacts
  ) -> (costs: [RuleKey: Int], violations: [Finding], differences: [Difference])? {
    if plan.networks == nil, facts.scenario.networks.isEmpty { return nil }
    let networks = NetworkFacts(facts)
    var costs: [RuleKey: Int] = [:]
    var violations: [Finding] = []
    var differences: [Difference] = []
    var seen: Set<NetworkID> = []
    func fail(_ sentence: String) {
      violations.append(
        Finding(rule: NetworkStructure.key, charge: .must, sentence: sentence))
    }
    for stated in plan.networks ?? [] {
      guard let network = networks.network(stated.network) else {
        fail("there is no network '\(stated.network)'")
        continue
      }
      guard seen.insert(network.id).inserted else {
        fail("\(network.name) is planned twice")
        continue
      }
      let assessment = NetworkAssessment(of: stated, network: network, facts: networks)
      costs.merge(assessment.costs, uniquingKeysWith: +)
      violations += assessment.violations.map { finding in
        let place = finding.group.map { ", group \($0 + 1)" } ?? ""
        return Finding(
          rule: finding.rule, charge: finding.charge,
          sentence: "network \(network.id)\(place): \(finding.sentence)")
      }
      differences += Self.differences(of: stated, assessment)
    }
    for network in networks.networks where !seen.contains(network.id) {
      let nobody = NetworkPlan(network: network.id, groups: [], costs: nil)
      let assessment = NetworkAssessment(of: nobody, network: network, facts: networks)
      costs.merge(assessment.costs, uniquingKeysWith: +)
    }
    return (costs, violations, differences)
  }

  private static func differences(
    of stated: NetworkPlan, _ assessment: NetworkAssessment
  ) -> [Difference] {
    let name = "network \(stated.network)"
    var differences = compare(stated.costs, assessment.costs, what: "\(name) costs")
    for (index, group) in stated.groups.enumerated() {
      differences += compare(
        group.costs, assessment.costs(ofGroup: index), what: "\(name) group \(index + 1) costs")
    }
    // A plan made by hand need not say who stays away.
    if stated.costs != nil || !stated.absent.isEmpty {
      differences += compare(stated.absent, assessment.absent, what: "\(name) absent")
    }
    if let longest = stated.longest, longest != assessment.longest {
      differences.append(
        Difference(
          figure: "\(name) longest", stated: "\(longest)",
          computed: assessment.longest.map(String.init) ?? "none"))
    }
    return differences
  }
}
