extension SettingReader {
  /// A list of charges by how many terms ago, `{must: true, within: k}`, or `off` (empty).
  public mutating func chargesByTerm(_ node: SettingNode) -> [Charge]? {
    if node.isOff { return [] }
    switch node.content {
    case .list(let nodes):
      if nodes.count > 60 {
        reject(node, "the list is too long", remedy: "give at most 60 terms")
        return nil
      }
      let charges = nodes.map { charge($0) }
      return charges.contains(nil) ? nil : charges.compactMap(\.self)
    case .scalar:
      return charge(node).map { [$0] }
    case .map:
      return mustWithin(node)
    }
  }

  private mutating func mustWithin(_ node: SettingNode) -> [Charge]? {
    guard let fields = fields(node, allowed: ["must", "cost", "within"]) else { return nil }
    guard let within = fields["within"] else {
      reject(node, "how many terms back is not said", remedy: "add within: 3")
      return nil
    }
    guard let terms = whole(within, in: 0...60, what: "within"),
      let charge = charge(in: fields, at: node)
    else {
      if fields["must"] == nil && fields["cost"] == nil {
        reject(node, "neither must nor cost is given", remedy: "add must: true or cost: 60")
      }
      return nil
    }
    return Array(repeating: charge, count: terms)
  }
}

extension Array {
  /// Every two elements, the earlier first.
  var pairs: [(Element, Element)] {
    indices.flatMap { first in
      indices[(first + 1)...].map { (self[first], self[$0]) }
    }
  }
}
