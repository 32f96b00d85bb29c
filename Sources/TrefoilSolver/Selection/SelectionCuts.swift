/// Finds rank-1 Chvatal-Gomory cuts: rows are added up with multiples of 1/k and rounded down (Gomory,
/// 1958; Chvatal, 1973, doi:10.1016/0012-365X(73)90167-2), which no whole choice minds.
///
/// Sums of rows are grown greedily from each row that binds, by rows that share a column with them
/// that is taken in part; for k = 2 and three rows these are the subset-row cuts (Jepsen, Petersen,
/// Spoorendonk and Pisinger, 2008, doi:10.1287/opre.1070.0449).
struct SelectionCuts {
  struct Cut {
    /// Rows of the problem with how many k-ths of each, negative for a row that is at least.
    let multiples: [(row: Int, times: Int)]
    let divisor: Int
    let rightHandSide: Int
    let violation: Double
  }

  private let problem: SelectionProblem
  /// Rows that bind, in the problem's numbers; a row may stand here with both signs.
  private var rows: [(row: Int, sign: Int)] = []
  /// The columns taken in part, and whole ones.
  private let values: [Double]
  private let entriesOfRow: [[(place: Int, coefficient: Int)]]
  private let rowsOfPlace: [[Int]]

  private static let divisors = [2, 3, 4, 5]
  private static let mostRows = 7
  static let leastViolation = 0.02

  init(_ program: SelectionProgram) {
    problem = program.problem
    let taken = program.taken()
    values = taken.map(\.value)
    var sums = [Double](repeating: 0, count: problem.rows.count)
    var entries = [[(place: Int, coefficient: Int)]](repeating: [], count: problem.rows.count)
    for (place, (column, value)) in taken.enumerated() {
      for entry in problem.entries(of: column) {
        sums[entry.row] += value * Double(entry.coefficient)
        entries[entry.row].append((place, entry.coefficient))
      }
    }
    var rowsOfPlace = [[Int]](repeating: [], count: taken.count)
    var kept: [[(place: Int, coefficient: Int)]] = []
    for (row, sum) in sums.enumerated() {
      let given = problem.rows[row]
      let side = Double(given.rightHandSide)
      guard abs(sum - side) < 0.25,
        entries[row].contains(where: { Self.isPart(taken[$0.place].value) })
      else { continue }
      for sign in [1, -1] {
        if given.sense == .atMost, sign < 0 { continue }
        if given.sense == .atLeast, sign > 0 { continue }
        for entry in entries[row] where Self.isPart(taken[entry.place].value) {
          rowsOfPlace[entry.place].append(rows.count)
        }
        rows.append((row, sign))
        kept.append(entries[row].map { ($0.place, sign * $0.coefficient) })
      }
    }
    entriesOfRow = kept
    self.rowsOfPlace = rowsOfPlace
  }

  private static func isPart(_ value: Double) -> Bool {
    abs(value - value.rounded()) > 1e-5
  }

  /// The cuts found that what was solved breaks the most, each once.
  func cuts(most: Int) -> [Cut] {
    var found: [Cut] = []
    var seen: Set<[Int]> = []
    for start in rows.indices {
      for divisor in Self.divisors {
        guard let cut = grow(from: start, divisor: divisor) else { continue }
        let key = [divisor] + cut.multiples.flatMap { [$0.row, $0.times] }
        if seen.insert(key).inserted { found.append(cut) }
      }
    }
    let order = found.indices.sorted { (found[$1].violation, $0) < (found[$0].violation, $1) }
    return order.prefix(most).map { found[$0] }
  }

  /// The most violated of the sums that come up while rows are added one by one.
  private func grow(from start: Int, divisor: Int) -> Cut? {
    var times: [Int: Int] = [:]
    var sums: [Int: Int] = [:]
    var side = 0
    var best: (violation: Double, times: [Int: Int])?
    var next: (row: Int, times: Int)? = (start, 1)
    while let step = next, times.count <= Self.mostRows {
      times[step.row, default: 0] += step.times
      for (place, coefficient) in entriesOfRow[step.row] {
        sums[place, default: 0] += step.times * coefficient
      }
      side += step.times * self.side(of: step.row)
      let violation = violation(sums, side, divisor)
      if violation > best?.violation ?? Self.leastViolation { best = (violation, times) }
      next = bestStep(times, sums, side, divisor)
    }
    guard let best else { return nil }
    var whole = 0
    var multiples: [(row: Int, times: Int)] = []
    for row in best.times.keys.sorted() {
      let count = best.times[row] ?? 0
      whole += count * self.side(of: row)
      multiples.append((rows[row].row, rows[row].sign * count))
    }
    return Cut(
      multiples: multiples, divisor: divisor, rightHandSide: Self.floor(whole, divisor),
      violation: best.violation)
  }

  private func side(of row: Int) -> Int {
    rows[row].sign * problem.rows[rows[row].row].rightHandSide
  }

  private func violation(_ sums: [Int: Int], _ side: Int, _ divisor: Int) -> Double {
    var total = -Double(Self.floor(side, divisor))
    for place in sums.keys.sorted() {
      total += Double(Self.floor(sums[place] ?? 0, divisor)) * values[place]
    }
    return total
  }

  /// The row to add next, among those that share a column taken in part.
  private func bestStep(
    _ times: [Int: Int], _ sums: [Int: Int], _ side: Int, _ divisor: Int
  ) -> (row: Int, times: Int)? {
    var near: Set<Int> = []
    for place in sums.keys { near.formUnion(rowsOfPlace[place]) }
    var best: (gain: Double, row: Int, times: Int)?
    for row in near.sorted() where times[row] == nil {
      for count in 1..<divisor {
        var gain = Double(Self.floor(side, divisor))
        gain -= Double(Self.floor(side + count * self.side(of: row), divisor))
        for (place, coefficient) in entriesOfRow[row] {
          let before = sums[place] ?? 0
          let change =
            Self.floor(before + count * coefficient, divisor) - Self.floor(before, divisor)
          gain += Double(change) * values[place]
        }
        if gain > best?.gain ?? -1 { best = (gain, row, count) }
      }
    }
    return best.map { ($0.row, $0.times) }
  }

  static func floor(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}
