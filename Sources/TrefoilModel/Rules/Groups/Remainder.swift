/// What happens when the number of schools is not a multiple of three.
public struct Remainder: Rule {
  public enum Setting: String, Sendable, CaseIterable {
    case quads, pairs, rest
    case allPairs = "all-pairs"
  }

  public static let key: RuleKey = "remainder"
  public static let sentence =
    "When schools do not divide by three: quads (as few groups of four as needed; five schools "
    + "make one group of five), pairs, or rest (one or two schools sit the term out). all-pairs: "
    + "everyone in pairs, whether they divide by three or not, with one triad when they are odd."
  public static let standard = Setting.quads

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    let words = Setting.allCases.map(\.rawValue)
    return reader.choice(node, of: words, what: "the remainder rule")
      .flatMap(Setting.init(rawValue:)) ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.rawValue }

  /// How many groups of each size, and how many schools rest.
  public struct Shape: Sendable, Hashable {
    /// Number of groups by size; sizes without groups are left out.
    public let groups: [Int: Int]
    public let resting: Int

    public var largest: Int { groups.keys.max() ?? 0 }

    public init(groups: [Int: Int], resting: Int) {
      self.groups = groups
      self.resting = resting
    }
  }

  /// The shape that a number of participating schools must take, or nil when there is none: fewer
  /// than three schools make no triad, and a pair only by `pairs` and `all-pairs`.
  public func shape(of schools: Int) -> Shape? {
    let left = schools % 3
    switch setting {
    case .quads:
      if schools == 5 { return Shape(groups: [5: 1], resting: 0) }
      return Self.shape(triads: (schools - 4 * left) / 3, others: (4, left), of: schools)
    case .pairs:
      let pairs = left == 0 ? 0 : 3 - left
      return Self.shape(triads: (schools - 2 * pairs) / 3, others: (2, pairs), of: schools)
    case .rest:
      return schools < 3 ? nil : Shape(groups: [3: schools / 3], resting: left)
    case .allPairs:
      let triads = schools % 2
      return Self.shape(triads: triads, others: (2, (schools - 3 * triads) / 2), of: schools)
    }
  }

  private static func shape(
    triads: Int, others: (size: Int, count: Int), of schools: Int
  ) -> Shape? {
    guard schools > 0, triads >= 0, others.count >= 0,
      triads * 3 + others.size * others.count == schools
    else {
      return nil
    }
    var groups: [Int: Int] = [:]
    if triads > 0 { groups[3] = triads }
    if others.count > 0 { groups[others.size] = others.count }
    return Shape(groups: groups, resting: 0)
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    let count = facts.participants.count
    guard let shape = shape(of: count) else {
      return [
        finding(.must, "\(count) schools cannot be grouped by the rule '\(setting.rawValue)'")
      ]
    }
    var findings: [Finding] = []
    var sizes: [Int: Int] = [:]
    for group in plan.groups { sizes[group.schools.count, default: 0] += 1 }
    for size in Set(sizes.keys).union(shape.groups.keys).sorted() {
      let found = sizes[size] ?? 0
      let wanted = shape.groups[size] ?? 0
      if found != wanted {
        findings.append(
          finding(
            .must,
            "\(count) schools by the rule '\(setting.rawValue)' make \(wanted) groups of \(size); "
              + "the plan has \(found)"))
      }
    }
    if plan.resting.count != shape.resting {
      findings.append(
        finding(.must, "\(shape.resting) schools should rest; in the plan \(plan.resting.count) do")
      )
    }
    return findings
  }
}
