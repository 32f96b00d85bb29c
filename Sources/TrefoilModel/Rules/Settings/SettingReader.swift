/// Reads the parts of one rule's setting and gathers every fault instead of stopping at the first.
public struct SettingReader {
  /// The longest cost or time a setting may give, in minutes: about 69 days. It keeps every sum of
  /// a plan of a million charges far inside 64 bits.
  public static let mostMinutes = 99_999

  public let rule: RuleKey
  public private(set) var faults: [Fault] = []

  public init(rule: RuleKey) {
    self.rule = rule
  }

  public mutating func reject(_ node: SettingNode, _ problem: String, remedy: String) {
    faults.append(node.fault("\(rule): \(problem)", remedy: remedy))
  }

  /// A whole number in a range, or nil with a fault.
  public mutating func whole(
    _ node: SettingNode, in range: ClosedRange<Int>, what: String
  ) -> Int? {
    guard let text = node.scalar, let number = Int(text), range.contains(number) else {
      reject(
        node, "\(what) must be a whole number",
        remedy: "give a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  public mutating func minutes(_ node: SettingNode) -> Int? {
    whole(node, in: 0...Self.mostMinutes, what: "minutes")
  }

  /// A decimal number in a range, or nil with a fault.
  public mutating func decimal(
    _ node: SettingNode, in range: ClosedRange<Double>, what: String
  ) -> Double? {
    guard let text = node.scalar, let number = Double(text), range.contains(number) else {
      reject(
        node, "\(what) must be a number",
        remedy: "give a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// One of the words given, or nil with a fault that suggests the nearest.
  public mutating func choice(_ node: SettingNode, of words: [String], what: String) -> String? {
    if let text = node.scalar?.lowercased(), words.contains(text) { return text }
    let near = node.scalar.flatMap { Spelling.nearest(to: $0, among: words) }
    let hint = near.map { "did you mean '\($0)'? " } ?? ""
    reject(
      node, "\(what) is not known", remedy: "\(hint)write one of \(words.joined(separator: ", "))")
    return nil
  }

  public mutating func flag(_ node: SettingNode, what: String) -> Bool? {
    if node.isOn { return true }
    if node.isOff { return false }
    reject(node, "\(what) must be true or false", remedy: "write true or false")
    return nil
  }

  /// `must`, or minutes; nil with a fault otherwise.
  public mutating func charge(_ node: SettingNode) -> Charge? {
    guard let text = node.scalar else {
      reject(node, "a cost is needed", remedy: "write must, or a number of minutes")
      return nil
    }
    if text.lowercased() == "must" { return .must }
    guard let number = Int(text), (0...Self.mostMinutes).contains(number) else {
      reject(
        node, "a cost is needed",
        remedy: "write must, or minutes from 0 to \(Self.mostMinutes)")
      return nil
    }
    return .minutes(number)
  }

  /// The entries of a map whose keys are all among `allowed`; others are faults.
  public mutating func fields(
    _ node: SettingNode, allowed: [String]
  ) -> [String: SettingNode]? {
    guard case .map(let entries) = node.content else {
      reject(
        node, "this setting is not understood",
        remedy: "write {\(allowed.joined(separator: ", "))} or see `trefoil rules`")
      return nil
    }
    var fields: [String: SettingNode] = [:]
    for entry in entries {
      guard allowed.contains(entry.key) else {
        let near = Spelling.nearest(to: entry.key, among: allowed)
        let hint = near.map { "did you mean '\($0)'? " } ?? ""
        faults.append(
          Fault(
            at: entry.position, problem: "\(rule): there is no such part", found: entry.key,
            remedy: "\(hint)the parts are \(allowed.joined(separator: ", "))"))
        continue
      }
      fields[entry.key] = entry.value
    }
    return fields
  }

  /// The charge that a map gives with `must: true` or `cost: minutes`; nil when it gives neither.
  public mutating func charge(in fields: [String: SettingNode], at node: SettingNode) -> Charge? {
    if let must = fields["must"] {
      guard let isMust = flag(must, what: "must") else { return nil }
      if isMust {
        if fields["cost"] != nil {
          reject(node, "must and cost contradict each other", remedy: "keep one of the two")
        }
        return .must
      }
    }
    return fields["cost"].flatMap { charge($0) }
  }
}
