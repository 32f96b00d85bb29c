/// Multiples of rows that make up rows of the simplex tableau, as whole numbers over a divisor: what
/// Gomory's cuts are made of (Gomory, 1963; Balas, Ceria, Cornuejols and Natraj, 1996,
/// doi:10.1016/0167-6377(96)00007-7).
///
/// Where the multipliers of a row of the tableau have a small common denominator, that is the divisor,
/// and nothing is lost by rounding; other rows are left alone.
struct SelectionTableau {
  struct Row {
    let multiples: [(row: Int, times: Int)]
    let divisor: Int
  }

  private static let largestDivisor = 120
  private static let mostRows = 400
  private static let mostMultiples = 400

  /// Rows of the tableau of columns taken in part, those nearest to a half first.
  static func rows(_ program: SelectionProgram) -> [Row] {
    let parts = program.taken().compactMap { column, value -> (column: Int, part: Double)? in
      let part = abs(value - value.rounded())
      return part > 1e-4 && program.program.isBasic(Int(program.place[column]))
        ? (column, part) : nil
    }.sorted { ($1.part, $0.column) < ($0.part, $1.column) }
    var rows: [Row] = []
    for (column, _) in parts.prefix(mostRows) {
      let multiples = program.program.tableauMultiples(ofBasic: Int(program.place[column]))
      if multiples.count > mostMultiples { continue }
      guard let divisor = divisor(of: multiples.map(\.value)) else { continue }
      rows.append(
        Row(
          multiples: multiples.map { place, value in
            (Int(program.rowAtPlace[place]), Int((value * Double(divisor)).rounded()))
          }, divisor: divisor))
    }
    return rows
  }

  /// The least common denominator, if it is small.
  private static func divisor(of values: [Double]) -> Int? {
    (2...largestDivisor).first { divisor in
      values.allSatisfy { value in
        let times = value * Double(divisor)
        return abs(times - times.rounded()) < 1e-6
      }
    }
  }
}
