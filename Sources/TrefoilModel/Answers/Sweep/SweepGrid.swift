/// All combinations of the values of some rules: the last rule changes first.
public struct SweepGrid: Sendable {
  public static let mostVariants = 1_000_000

  public let axes: [SweepAxis]
  /// How many variants there are, at most ``mostVariants``.
  public let count: Int

  /// Nil where there are more variants than ``mostVariants``.
  public init?(_ axes: [SweepAxis]) {
    var count = 1
    for axis in axes {
      count *= min(axis.values.count, Self.mostVariants + 1)
      if count > Self.mostVariants { return nil }
    }
    self.axes = axes
    self.count = count
  }

  /// The values of a variant, one for each axis. O(axes).
  public func values(of variant: Int) -> [SweepAxis.Value] {
    var left = variant
    return axes.reversed().map { axis in
      let (quotient, rest) = left.quotientAndRemainder(dividingBy: axis.values.count)
      left = quotient
      return axis.values[rest]
    }.reversed()
  }

  /// The scenario of a variant; all that the axes leave out stays as it is. O(axes + ledger).
  public func scenario(of variant: Int, from scenario: Scenario) -> Scenario {
    var rules = scenario.rules
    for (axis, value) in zip(axes, values(of: variant)) {
      // Faults were looked for before there was a grid.
      _ = rules.set(axis.rule, from: value.node)
    }
    var varied = scenario.with(rules: rules)
    // What a file says of a varied rule is not what holds.
    for axis in axes { varied.sources.rules[axis.rule] = nil }
    return varied
  }
}
