/// A champion's second, third ... review in a term costs more.
public struct Load: Rule {
  /// Minutes for the 2nd, 3rd ... review; the last counts for every one after it. Empty is off.
  public typealias Setting = [Int]

  public static let key: RuleKey = "load"
  public static let sentence =
    "Minutes for the 2nd, 3rd ... review that one champion joins in a term, the last for each one "
    + "after; never less for a later review than for an earlier."
  public static let standard: Setting = [20, 60]
  public static let allowsPersonExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return [] }
    let nodes: [SettingNode]
    switch node.content {
    case .list(let items): nodes = items
    case .scalar: nodes = [node]
    case .map:
      reader.reject(node, "a list is needed", remedy: "write [20, 60]")
      return base
    }
    let read = nodes.compactMap { reader.minutes($0) }
    guard read.count == nodes.count else { return base }
    if zip(read, read.dropFirst()).contains(where: { $0 > $1 }) {
      reader.reject(
        node, "a later review costs less than an earlier", remedy: "order the list upwards")
      return base
    }
    return read
  }

  public static func write(_ setting: Setting) -> String {
    setting.isEmpty ? "off" : "[\(setting.map(String.init).joined(separator: ", "))]"
  }

  /// Minutes for a champion's review of this ordinal, 1 for the first.
  public static func minutes(forReview ordinal: Int, setting: Setting) -> Int {
    guard ordinal >= 2, let last = setting.last else { return 0 }
    return ordinal - 2 < setting.count ? setting[ordinal - 2] : last
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var joined: [PersonID: Int] = [:]
    for review in plan.groups.flatMap(\.reviews) {
      for champion in review.champions { joined[champion, default: 0] += 1 }
    }
    return joined.keys.sorted().flatMap { id -> [Finding] in
      let setting = governed.setting(person: id)
      let times = joined[id] ?? 0
      guard times >= 2, !setting.isEmpty else { return [] }
      return (2...times).map { ordinal in
        finding(
          .minutes(Self.minutes(forReview: ordinal, setting: setting)),
          "\(facts.name(id)) joins \(times) reviews; this is number \(ordinal)")
      }
    }
  }
}
