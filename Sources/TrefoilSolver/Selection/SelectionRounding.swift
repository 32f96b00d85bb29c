/// A row that no choice breaks, found by rounding.
struct SelectionCut: Sendable {
  /// At most `rightHandSide`; by column.
  let entries: [SelectionRow.Entry]
  let rightHandSide: Int
  /// How far what was solved lies beyond it.
  let distance: Double
}

/// Makes cuts of sums of rows by mixed-integer rounding, in whole numbers throughout, so that no
/// rounding error cuts anything off.
///
/// Rows are added up with whole multiples m and read with a divisor d: a x + m s = b, where s are the
/// slacks, whole numbers too. With r the remainder of b by d no whole x breaks
/// F(a) x + F(m) s <= F(b), where F(a) is (d - r) times a / d rounded down, plus what the remainder of
/// a lies above r (Gomory, 1960; Nemhauser and Wolsey, 1990, doi:10.1007/BF01585752). Columns near
/// their upper limit are counted from there, and several divisors are tried (Marchand and Wolsey, 2001,
/// doi:10.1287/opre.49.3.363.11211).
struct SelectionRounding {
  private let program: SelectionProgram
  /// How often each column is taken, decided ones too.
  private let values: [Double]
  /// The entries of rows that were asked for, on columns that are taken.
  private var partsOfRow: [Int: [(column: Int, coefficient: Int)]] = [:]
  /// By column, while one cut is made; zero elsewhere.
  private var sums: [Int]
  private var isTouched: [Bool]
  private var touched: [Int] = []

  /// Cuts with larger numbers are not used: they are hard on the linear program.
  private static let largestCoefficient = 2_000
  /// So many divisors are tried, and none above this.
  private static let mostDivisors = 8
  private static let largestDivisor = 1_000

  init(_ program: SelectionProgram) {
    self.program = program
    let count = program.problem.columnCount
    var values = [Double](repeating: 0, count: count)
    for (column, value) in program.taken() { values[column] = value }
    for case .column(let column, let times) in program.decided { values[column] = Double(times) }
    self.values = values
    sums = [Int](repeating: 0, count: count)
    isTouched = [Bool](repeating: false, count: count)
  }

  /// The cut that these multiples of rows make, with the divisor, if any is given, or another one that
  /// suits the numbers; nil when none is broken by a distance of at least `least`.
  /// O(entries of the rows).
  mutating func cut(of multiples: [(row: Int, times: Int)], divisor: Int?, least: Double)
    -> SelectionCut?
  {
    var best: (distance: Double, divisor: Int)?
    for candidate in divisors(of: multiples, given: divisor) {
      let distance = distance(of: multiples, divisor: candidate)
      if distance > best?.distance ?? least { best = (distance, candidate) }
    }
    return best.flatMap { cut(of: multiples, divisor: $0.divisor, least: least) }
  }

  // MARK: On the columns that are taken

  private mutating func parts(of row: Int) -> [(column: Int, coefficient: Int)] {
    if let parts = partsOfRow[row] { return parts }
    var parts: [(column: Int, coefficient: Int)] = []
    program.forEachColumn(of: row) { column, coefficient in
      if values[column] > 0 { parts.append((column, coefficient)) }
    }
    partsOfRow[row] = parts
    return parts
  }

  private mutating func addParts(_ row: Int, times: Int) {
    for (column, coefficient) in parts(of: row) { add(column, times * coefficient) }
  }

  /// The divisor given, and the sizes of coefficients of columns taken in part.
  private mutating func divisors(
    of multiples: [(row: Int, times: Int)], given: Int?
  ) -> [Int] {
    for (row, times) in multiples { addParts(row, times: times) }
    var sizes: Set<Int> = []
    for column in touched where sums[column] != 0 {
      let value = values[column]
      if abs(value - value.rounded()) > 1e-4 { sizes.insert(Int(sums[column].magnitude)) }
    }
    clear()
    if let given { sizes.remove(given) }
    let others = sizes.filter { (2...Self.largestDivisor).contains($0) }.sorted(by: >)
    return (given.map { [$0] } ?? []) + others.prefix(Self.mostDivisors)
  }

  /// How far what was solved lies beyond the cut, by the columns that are taken.
  private mutating func distance(
    of multiples: [(row: Int, times: Int)], divisor: Int
  ) -> Double {
    let rows = multiples.compactMap { reduced($0, divisor) }
    defer { clear() }
    var side = 0
    for (row, times) in rows {
      side += times * program.givenSides[row]
      addParts(row, times: times)
    }
    for column in touched where isCountedFromUpper(column) {
      side -= sums[column] * program.problem.uppers[column]
    }
    let rest = Self.remainder(side, divisor)
    if rest == 0 { return 0 }
    let rounding = Rounding(divisor: divisor, rest: rest)
    var violation = -Double(rounding(side))
    var norm = 0.0
    for column in touched where sums[column] != 0 {
      let isFromUpper = isCountedFromUpper(column)
      let value =
        isFromUpper ? Double(program.problem.uppers[column]) - values[column] : values[column]
      let coefficient = Double(rounding(isFromUpper ? -sums[column] : sums[column]))
      violation += coefficient * value
      norm += coefficient * coefficient
    }
    for (row, times) in rows where program.senses[row] != .equal {
      let slack = rounding(abs(times))
      if slack == 0 { continue }
      let sum = parts(of: row).reduce(0.0) { $0 + Double($1.coefficient) * values[$1.column] }
      violation += Double(slack) * abs(Double(program.givenSides[row]) - sum)
    }
    return violation / max(1, norm).squareRoot()
  }

  // MARK: On all columns

  private mutating func cut(
    of multiples: [(row: Int, times: Int)], divisor: Int, least: Double
  ) -> SelectionCut? {
    let rows = multiples.compactMap { reduced($0, divisor) }
    defer { clear() }
    var side = 0
    for (row, times) in rows {
      side += times * program.givenSides[row]
      addAll(row, times: times)
    }
    for column in touched where isCountedFromUpper(column) {
      side -= sums[column] * program.problem.uppers[column]
    }
    let rest = Self.remainder(side, divisor)
    if rest == 0 { return nil }
    let rounding = Rounding(divisor: divisor, rest: rest)
    var bound = rounding(side)
    for column in touched where sums[column] != 0 {
      if isCountedFromUpper(column) {
        let coefficient = rounding(-sums[column])
        bound -= coefficient * program.problem.uppers[column]
        sums[column] = -coefficient
      } else {
        sums[column] = rounding(sums[column])
      }
    }
    for (row, times) in rows where program.senses[row] != .equal {
      let sign = program.senses[row] == .atLeast ? -1 : 1
      let slack = rounding(sign * times)
      if slack == 0 { continue }
      bound -= slack * sign * program.givenSides[row]
      addAll(row, times: -slack * sign)
    }
    return made(bound, least)
  }

  private mutating func made(_ bound: Int, _ least: Double) -> SelectionCut? {
    var divisor = 0
    var violation = -Double(bound)
    var norm = 0.0
    for column in touched where sums[column] != 0 {
      let coefficient = sums[column]
      divisor = Self.greatestCommonDivisor(divisor, coefficient)
      violation += Double(coefficient) * values[column]
      if values[column] > 0 { norm += Double(coefficient) * Double(coefficient) }
    }
    if divisor == 0 { return nil }
    let distance = violation / max(1, norm).squareRoot()
    if distance < least { return nil }
    var entries: [SelectionRow.Entry] = []
    touched.sort()
    for column in touched where sums[column] != 0 {
      let coefficient = sums[column] / divisor
      if coefficient.magnitude > Self.largestCoefficient { return nil }
      entries.append(SelectionRow.Entry(column: column, coefficient: coefficient))
    }
    return SelectionCut(
      entries: entries, rightHandSide: Self.divided(bound, divisor).0, distance: distance)
  }

  // MARK: Sums

  @inline(__always)
  private mutating func add(_ column: Int, _ number: Int) {
    if !isTouched[column] {
      isTouched[column] = true
      touched.append(column)
    }
    sums[column] += number
  }

  private mutating func addAll(_ row: Int, times: Int) {
    program.forEachColumn(of: row) { column, coefficient in
      if !program.isOut[column] { add(column, times * coefficient) }
    }
  }

  private mutating func clear() {
    for column in touched {
      sums[column] = 0
      isTouched[column] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  private func isCountedFromUpper(_ column: Int) -> Bool {
    2 * values[column] > Double(program.problem.uppers[column])
  }

  /// The same row as few times as says the same: whole divisors more or less change nothing.
  private func reduced(_ multiple: (row: Int, times: Int), _ divisor: Int) -> (Int, Int)? {
    switch program.senses[multiple.row] {
    case .atMost:
      let times = Self.remainder(multiple.times, divisor)
      return times == 0 ? nil : (multiple.row, times)
    case .atLeast:
      let times = Self.remainder(-multiple.times, divisor)
      return times == 0 ? nil : (multiple.row, -times)
    case .equal:
      let times = Self.remainder(multiple.times, divisor)
      if times == 0 { return nil }
      return (multiple.row, 2 * times > divisor ? times - divisor : times)
    }
  }

  // MARK: Whole numbers

  private struct Rounding {
    let divisor: Int
    let rest: Int

    func callAsFunction(_ number: Int) -> Int {
      let (down, over) = SelectionRounding.divided(number, divisor)
      return down * (divisor - rest) + max(0, over - rest)
    }
  }

  private static func divided(_ number: Int, _ divisor: Int) -> (Int, Int) {
    let (quotient, over) = number.quotientAndRemainder(dividingBy: divisor)
    return over < 0 ? (quotient - 1, over + divisor) : (quotient, over)
  }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int { divided(number, divisor).1 }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (left, right) = (one.magnitude, other.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    return Int(left)
  }
}
