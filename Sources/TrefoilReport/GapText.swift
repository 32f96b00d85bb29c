/// The gap between a cost and its bound as people read it.
public enum GapText {
  /// Percent of the cost to one decimal, rounded up, so that no gap looks smaller than it is: `0.0`
  /// only where there is none, for a cost of 0 or a bound not below the cost.
  public static func percent(cost: Int, bound: Int) -> String {
    guard cost > 0, bound < cost else { return "0.0" }
    let (difference, isTooWide) = cost.subtractingReportingOverflow(bound)
    let (thousandfold, isTooMuch) = difference.multipliedReportingOverflow(by: 1000)
    // Only a bound far below zero does that; the share then has no meaning but its size.
    guard !isTooWide, !isTooMuch else { return "over 100" }
    let (whole, rest) = thousandfold.quotientAndRemainder(dividingBy: cost)
    let tenths = rest > 0 ? whole + 1 : whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}
