import TrefoilModel

extension PlanJSON {
  static func value(_ plan: NetworkPlan) -> JSONValue {
    .map([
      ("network", .text(plan.network.rawValue)), ("groups", .list(plan.groups.map { value($0) })),
      ("absent", .texts(plan.absent.map(\.rawValue))), ("longest", .whole(plan.longest)),
      ("costs", value(plan.costs)),
    ])
  }

  private static func value(_ group: NetworkGroup) -> JSONValue {
    .map([
      ("venue", .text(group.venue.rawValue)), ("schools", .texts(group.schools.map(\.rawValue))),
      ("costs", value(group.costs)),
    ])
  }
}

extension PlanReader {
  mutating func network(_ node: JSONNode, _ path: String) -> NetworkPlan {
    let fields = fields(
      of: node, at: path, allowed: ["network", "groups", "absent", "longest", "costs"],
      required: ["network", "groups"])
    return NetworkPlan(
      network: NetworkID(id(fields["network"], path + ".network") ?? ""),
      groups: list(fields["groups"], path + ".groups").enumerated().map { index, node in
        meeting(node, "\(path).groups[\(index)]")
      }, absent: ids(fields["absent"], path + ".absent").map { SchoolID($0) },
      longest: figure(fields["longest"], path + ".longest"),
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func meeting(_ node: JSONNode, _ path: String) -> NetworkGroup {
    let fields = fields(
      of: node, at: path, allowed: ["venue", "schools", "costs"], required: ["venue", "schools"])
    return NetworkGroup(
      venue: SchoolID(id(fields["venue"], path + ".venue") ?? ""),
      schools: ids(fields["schools"], path + ".schools").map { SchoolID($0) },
      costs: costs(fields["costs"], path + ".costs"))
  }
}
