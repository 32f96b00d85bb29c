/// Draws from the exponential distribution by table, the same on every platform.
struct ExponentialTable: Sendable {
  private let quantiles: [Double]

  init() {
    quantiles = (0..<1024).map { -Self.logarithm((Double($0) + 0.5) / 1024) }
  }

  /// A draw with mean 1.
  func draw(_ random: inout SeededGenerator) -> Double {
    quantiles[Int(random.next() >> 54)]
  }

  /// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent;
  /// the standard library alone has none.
  static func logarithm(_ number: Double) -> Double {
    let ratio = (number.significand - 1) / (number.significand + 1)
    var power = ratio
    var sum = 0.0
    for term in stride(from: 1.0, through: 41, by: 2) {
      sum += power / term
      power *= ratio * ratio
    }
    return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
  }
}
