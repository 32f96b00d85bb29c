import TrefoilModel

/// `network-meetings.csv` of a plan: a row for each member of each network, with the school where it
/// meets; nothing where it comes to no meeting.
enum NetworkMeetingsTable {
  static let name = "network-meetings.csv"

  /// Groups are numbered from 1 in each network; `minutes` are those one way, the longer of there and
  /// back. Linear in the plan.
  static func text(of plans: [NetworkPlan], facts: TrustFacts) -> String {
    let networks = NetworkFacts(facts)
    var table = CSVWriter(header: [
      "network", "network-name", "group", "venue", "venue-name", "school", "school-name", "minutes",
    ])
    for plan in plans {
      let name = networks.network(plan.network)?.name ?? plan.network.rawValue
      for (index, group) in plan.groups.enumerated() {
        for school in group.schools {
          var minutes = ""
          if let member = facts.school(school), let venue = facts.school(group.venue) {
            minutes = "\(networks.oneWay(of: member, to: venue))"
          }
          table.append([
            plan.network.rawValue, name, "\(index + 1)", group.venue.rawValue,
            facts.name(group.venue), school.rawValue, facts.name(school), minutes,
          ])
        }
      }
      for school in plan.absent {
        table.append([
          plan.network.rawValue, name, "", "", "", school.rawValue, facts.name(school), "",
        ])
      }
    }
    return table.text
  }
}
