import TrefoilModel

extension PlanJSON {
  static func value(_ plan: AdvocatePlan) -> JSONValue {
    .map([
      (
        "pairs",
        .list(
          plan.pairs.map { pair in
            .map([
              ("trustee", .text(pair.trustee.rawValue)), ("school", .text(pair.school.rawValue)),
              ("costs", value(pair.costs)),
            ])
          })
      ),
      (
        "unchampioned",
        .list(
          plan.unchampioned.map { open in
            .map([
              ("school", .text(open.school.rawValue)),
              ("reasons", .list(open.reasons.map { .text($0) })),
            ])
          })
      ), ("costs", value(plan.costs)),
    ])
  }
}

extension PlanReader {
  mutating func advocates(_ node: JSONNode, _ path: String) -> AdvocatePlan {
    let fields = fields(
      of: node, at: path, allowed: ["pairs", "unchampioned", "costs"], required: ["pairs"])
    return AdvocatePlan(
      pairs: list(fields["pairs"], path + ".pairs").enumerated().map { index, node in
        advocacy(node, "\(path).pairs[\(index)]")
      },
      unchampioned: list(fields["unchampioned"], path + ".unchampioned").enumerated()
        .map { index, node in unchampioned(node, "\(path).unchampioned[\(index)]") },
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func advocacy(_ node: JSONNode, _ path: String) -> Advocacy {
    let fields = fields(
      of: node, at: path, allowed: ["trustee", "school", "costs"],
      required: ["trustee", "school"])
    return Advocacy(
      trustee: TrusteeID(id(fields["trustee"], path + ".trustee") ?? ""),
      school: SchoolID(id(fields["school"], path + ".school") ?? ""),
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func unchampioned(_ node: JSONNode, _ path: String) -> UnchampionedSchool {
    let fields = fields(
      of: node, at: path, allowed: ["school", "reasons"], required: ["school"])
    return UnchampionedSchool(
      school: SchoolID(id(fields["school"], path + ".school") ?? ""),
      reasons: list(fields["reasons"], path + ".reasons").enumerated().compactMap { index, node in
        text(node, "\(path).reasons[\(index)]")
      })
  }
}
