/// The choices of a sweep that no other beats: none is as good in every measure and better in one.
public struct SweepFront: Sendable {
  /// Something of a plan of which less is better.
  public enum Measure: Sendable, Hashable {
    /// Person-minutes of one rule; of `travel`, those of all journeys.
    case minutes(RuleKey)
    /// Pairs that meet again, whatever the rule charges for it.
    case repeats
    /// Minutes of the longest journey one way.
    case longest
    case cost

    /// `repeat`, `longest` and `cost`, or the name of a rule; nil for anything else.
    public init?(name: String) {
      switch name {
      case Repeat.key.rawValue: self = .repeats
      case "longest": self = .longest
      case "cost": self = .cost
      default:
        guard let rule = RuleCatalogue.rule(named: name) else { return nil }
        self = .minutes(rule.key)
      }
    }

    public var name: String {
      switch self {
      case .minutes(let rule): rule.rawValue
      case .repeats: Repeat.key.rawValue
      case .longest: "longest"
      case .cost: "cost"
      }
    }

    /// Nil where the variant has no plan.
    public func value(of record: SweepRecord) -> Int? {
      guard record.cost != nil else { return nil }
      return switch self {
      case .minutes(let rule): record.costs[rule] ?? 0
      case .repeats: record.repeats
      case .longest: record.longest
      case .cost: record.cost
      }
    }
  }

  public let measures: [Measure]
  /// Variants in their order; of several with the same measures all.
  public let variants: [Int]

  /// O(n f) for n variants and f of them in the front, after sorting.
  public init(of records: [SweepRecord], by measures: [Measure]) {
    self.measures = measures
    let points = records.compactMap { record -> (variant: Int, values: [Int])? in
      let values = measures.compactMap { $0.value(of: record) }
      return values.count == measures.count ? (record.variant, values) : nil
    }.sorted { left, right in
      left.values == right.values
        ? left.variant < right.variant : left.values.lexicographicallyPrecedes(right.values)
    }
    var front: [(variant: Int, values: [Int])] = []
    // Whatever beats a point comes before it, and something of the front beats it then.
    for point in points {
      let isBeaten = front.contains { other in
        other.values != point.values && zip(other.values, point.values).allSatisfy { $0 <= $1 }
      }
      if !isBeaten { front.append(point) }
    }
    variants = front.map(\.variant).sorted()
  }
}
