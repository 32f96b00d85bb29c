/// What makes a network's groups possible, before any rule: members, venues, how many groups.
///
/// Its findings carry the key `networks`; there is nothing to set.
struct NetworkStructure {
  static let key: RuleKey = "networks"

  let network: Network
  let facts: NetworkFacts

  /// O(members + venues).
  func findings(in plan: NetworkPlan) -> [Finding] {
    let members = Set(network.members)
    let venues = Set(network.venues)
    var findings: [Finding] = []
    var groupOf: [SchoolID: Int] = [:]
    var hosts: Set<SchoolID> = []
    for (index, group) in plan.groups.enumerated() {
      func fail(_ sentence: String) {
        findings.append(Finding(rule: Self.key, charge: .must, group: index, sentence: sentence))
      }
      let venue = facts.trust.name(group.venue)
      if !venues.contains(group.venue) { fail("\(venue) is no venue of \(network.name)") }
      if !hosts.insert(group.venue).inserted { fail("\(venue) hosts two groups") }
      if group.schools.isEmpty { fail("nobody meets at \(venue)") }
      for school in group.schools {
        let name = facts.trust.name(school)
        if !members.contains(school) { fail("\(name) is no member of \(network.name)") }
        if groupOf.updateValue(index, forKey: school) != nil { fail("\(name) meets twice") }
      }
      if members.contains(group.venue), !group.schools.contains(group.venue) {
        fail("\(venue) is not in the group that it hosts")
      }
    }
    let count = network.groupCount
    if !plan.groups.isEmpty, plan.groups.count != count {
      findings.append(
        Finding(
          rule: Self.key, charge: .must,
          sentence: "\(network.name) makes \(count) groups, not \(plan.groups.count)"))
    }
    return findings
  }
}
