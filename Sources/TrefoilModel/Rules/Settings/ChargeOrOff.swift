extension SettingReader {
  /// `must`, minutes, `off`, or a map with `must: true` or `cost: minutes`.
  public mutating func chargeOrOff(_ node: SettingNode, over base: Charge?) -> Charge? {
    if node.isOff { return nil }
    if case .map = node.content {
      guard let fields = fields(node, allowed: ["must", "cost"]) else { return base }
      return charge(in: fields, at: node) ?? base
    }
    return charge(node) ?? base
  }
}
