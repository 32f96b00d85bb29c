import TrefoilModel

/// The advocates of a plan in plain text.
struct AdvocateSummary {
  let plan: Plan
  let facts: AdvocateFacts

  init(_ plan: Plan, facts: TrustFacts) {
    self.plan = plan
    self.facts = AdvocateFacts(facts)
  }

  var lines: [String] {
    guard let advocates = plan.advocates else { return [] }
    let width =
      advocates.pairs.map { facts.name($0.trustee).count }.max() ?? 0
    var lines = ["", "Advocates"]
    for trustee in facts.trustees {
      let own = advocates.pairs.filter { $0.trustee == trustee.id }
      if own.isEmpty {
        lines.append("  \(trustee.name) champions no school.")
      }
      for (index, pair) in own.enumerated() {
        let name = Wording.padded(index == 0 ? trustee.name : "", width)
        let minutes = pair.costs.map { Wording.grouped($0.values.reduce(0, +)) } ?? "?"
        lines.append("  \(name)  \(facts.trust.name(pair.school)), \(minutes) minutes")
      }
    }
    for open in advocates.unchampioned {
      lines += PlanSummary.wrapped(
        "\(facts.trust.name(open.school)) has no advocate: "
          + open.reasons.joined(separator: "; "), indent: "  ")
    }
    return lines + PlanSummary.programmeCosts(advocates.costs ?? [:])
  }
}

extension PlanSummary {
  /// What a programme costs by rule, as one item; nothing where it costs nothing.
  static func programmeCosts(_ costs: [RuleKey: Int]) -> [String] {
    if costs.isEmpty { return [] }
    let parts = costs.keys.sorted().map { "\($0) \(Wording.grouped(costs[$0] ?? 0))" }
    let total = Wording.grouped(costs.values.reduce(0, +))
    return wrapped("\(total) minutes: \(parts.joined(separator: ", "))", indent: "  ")
  }
}
