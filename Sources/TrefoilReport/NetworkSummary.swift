import TrefoilModel

/// The networks of a plan in plain text.
struct NetworkSummary {
  let plan: Plan
  let facts: NetworkFacts

  init(_ plan: Plan, facts: TrustFacts) {
    self.plan = plan
    self.facts = NetworkFacts(facts)
  }

  var lines: [String] {
    guard let networks = plan.networks, !networks.isEmpty else { return [] }
    return ["", "Networks"] + networks.flatMap { lines(of: $0) }
  }

  private func lines(of plan: NetworkPlan) -> [String] {
    let network = facts.network(plan.network)
    let name = network?.name ?? plan.network.rawValue
    let times = network.map { Wording.count($0.meetings, "meeting", "meetings") + " a term" }
    let longest = plan.longest.map { "longest journey \($0) minutes one way" }
    let head = [name, times, longest].compactMap(\.self).joined(separator: ", ")
    var lines = ["  \(head)"]
    for group in plan.groups {
      let guests = group.schools.filter { $0 != group.venue }.map { facts.trust.name($0) }
      let who = guests.isEmpty ? "nobody else" : Wording.list(guests)
      lines += PlanSummary.wrapped("at \(facts.trust.name(group.venue)): \(who)", indent: "    ")
    }
    if !plan.absent.isEmpty {
      let names = Wording.list(plan.absent.map { facts.trust.name($0) })
      lines += PlanSummary.wrapped("at no meeting: \(names)", indent: "    ")
    }
    return lines + PlanSummary.programmeCosts(plan.costs ?? [:]).map { "  \($0)" }
  }
}
