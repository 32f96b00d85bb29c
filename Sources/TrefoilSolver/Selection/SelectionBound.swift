/// Bounds that hold in whole numbers, whatever rounding did to the prices they are made of.
///
/// For any prices y of the rows, of the right sign, no choice costs less than y b plus the sum over
/// columns of the least of 0 and upper times (cost - y a): the Lagrangian bound (Geoffrion, 1974,
/// doi:10.1007/BFb0120690). Prices are rounded to multiples of 1/scale, and everything after that
/// is sums of whole numbers.
struct SelectionBound {
  /// Prices are whole multiples of one over this.
  let scale: Int
  /// The bound times the scale.
  private(set) var scaled: Int128 = 0

  private static let finestScale = 1 << 20

  /// A scale at which no reduced cost of the problem leaves 64 bits.
  ///
  /// - Parameter most: the largest sum of coefficients, in size, of one column.
  init(prices: [Double], mostCost: Int, most: Int) {
    let highest = prices.reduce(1.0) { max($0, abs($1)) }
    let size = Double(mostCost) + Double(max(1, most)) * (highest + 1)
    var scale = Self.finestScale
    while scale > 1, size * Double(scale) > 2e18 { scale >>= 1 }
    self.scale = scale
  }

  /// A price as a whole multiple, zero where its sign is wrong.
  func rounded(_ price: Double, sense: RowSense) -> Int {
    let whole = Int((price * Double(scale)).rounded())
    return switch sense {
    case .atMost: min(0, whole)
    case .atLeast: max(0, whole)
    case .equal: whole
    }
  }

  mutating func add(_ price: Int, times: Int) {
    scaled += Int128(price) * Int128(times)
  }

  /// The bound itself: the least whole number that is not below it.
  var value: Int {
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: Int128(scale))
    return Int(clamping: rest > 0 ? quotient + 1 : quotient)
  }

  /// Whether a choice with this reduced cost on top costs more than all that are wanted.
  func exceeds(_ most: Int, with reducedCost: Int) -> Bool {
    scaled + Int128(reducedCost) > Int128(most) * Int128(scale)
  }
}
