import TrefoilModel

/// The coaching of a plan.
extension PlanReader {
  mutating func coaching(_ node: JSONNode, _ path: String) -> CoachingPlan {
    let fields = fields(
      of: node, at: path, allowed: ["pairs", "uncoached", "costs", "costOfStability", "worstOff"],
      required: ["pairs"])
    var plan = CoachingPlan(
      pairs: list(fields["pairs"], path + ".pairs").enumerated().map { index, node in
        pair(node, "\(path).pairs[\(index)]")
      },
      uncoached: list(fields["uncoached"], path + ".uncoached").enumerated().map { index, node in
        uncoached(node, "\(path).uncoached[\(index)]")
      },
      costs: costs(fields["costs"], path + ".costs"),
      costOfStability: figure(fields["costOfStability"], path + ".costOfStability"))
    plan.worstOff = fields["worstOff"].map { worstOff($0, path + ".worstOff") }
    return plan
  }

  private mutating func pair(_ node: JSONNode, _ path: String) -> CoachingPair {
    let fields = fields(
      of: node, at: path, allowed: ["coach", "coachee", "topic", "costs"],
      required: ["coach", "coachee", "topic"])
    return CoachingPair(
      coach: PersonID(id(fields["coach"], path + ".coach") ?? ""),
      coachee: PersonID(id(fields["coachee"], path + ".coachee") ?? ""),
      topic: fields["topic"].flatMap { text($0, path + ".topic") } ?? "",
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func uncoached(_ node: JSONNode, _ path: String) -> UncoachedPerson {
    let fields = fields(
      of: node, at: path, allowed: ["person", "reasons"], required: ["person"])
    return UncoachedPerson(
      person: PersonID(id(fields["person"], path + ".person") ?? ""),
      reasons: list(fields["reasons"], path + ".reasons").enumerated().compactMap { index, node in
        text(node, "\(path).reasons[\(index)]")
      })
  }
}
