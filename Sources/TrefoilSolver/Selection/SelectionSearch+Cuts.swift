/// Cuts: what every choice keeps and what was solved breaks.
extension SelectionSearch {
  /// A cut has to be broken by so much.
  private static let leastDistance = 0.01
  /// Of cuts that say nearly the same only one is added.
  private static let mostParallel = 0.8

  /// Adds cuts that what was solved breaks; false where none are found. They hold for every choice,
  /// whatever is decided.
  mutating func cut() -> Bool {
    let chosen = chosen(found(), most: max(20, program.rowAtPlace.count / 5))
    for cut in chosen {
      program.addRow(.atMost, cut.rightHandSide, entries: cut.entries, kind: .cut)
    }
    return !chosen.isEmpty
  }

  private func found() -> [SelectionCut] {
    var rounding = SelectionRounding(program)
    var cuts: [SelectionCut] = []
    for row in SelectionTableau.rows(program) {
      for times in Self.times(row.divisor) {
        let multiples = row.multiples.map { ($0.row, $0.times * times) }
        if let cut = rounding.cut(
          of: multiples, divisor: row.divisor, least: Self.leastDistance)
        {
          cuts.append(cut)
        }
      }
    }
    for row in program.rowAtPlace.map(Int.init) where isTight(row) {
      for times in [1, -1] {
        if let cut = rounding.cut(of: [(row, times)], divisor: nil, least: Self.leastDistance) {
          cuts.append(cut)
        }
      }
    }
    let most = max(20, program.rowAtPlace.count / 4)
    for clique in SelectionCliques(program).cliques(most: most) {
      let sum = clique.reduce(0) { $0 + program.value($1) }
      let count = Double(max(1, clique.count { program.isActive($0) }))
      cuts.append(
        SelectionCut(
          entries: clique.map { SelectionRow.Entry(column: $0, coefficient: 1) },
          rightHandSide: 1, distance: (sum - 1) / count.squareRoot()))
    }
    return cuts
  }

  private func isTight(_ row: Int) -> Bool {
    program.senses[row] == .equal || !program.program.isSlackBasic(Int(program.placeOfRow[row]))
  }

  /// So often a row of the tableau is taken: each gives a cut of its own.
  private static func times(_ divisor: Int) -> [Int] {
    divisor <= 5 ? Array(1..<divisor) : [1, -1, 2, -2, 3, -3]
  }

  /// The furthest broken of the cuts, none of which is nearly parallel to another.
  private func chosen(_ cuts: [SelectionCut], most: Int) -> [SelectionCut] {
    let order = cuts.indices.sorted { (cuts[$1].distance, $0) < (cuts[$0].distance, $1) }
    var chosen: [SelectionCut] = []
    var norms: [Double] = []
    var cutsOfColumn: [Int: [(cut: Int, coefficient: Int)]] = [:]
    for index in order where chosen.count < most {
      let cut = cuts[index]
      var products = [Double](repeating: 0, count: chosen.count)
      var square = 0.0
      for entry in cut.entries where program.isActive(entry.column) {
        square += Double(entry.coefficient * entry.coefficient)
        for (other, coefficient) in cutsOfColumn[entry.column] ?? [] {
          products[other] += Double(coefficient * entry.coefficient)
        }
      }
      let norm = max(1, square).squareRoot()
      let isParallel = zip(products, norms).contains { $0 > Self.mostParallel * norm * $1 }
      if isParallel { continue }
      for entry in cut.entries where program.isActive(entry.column) {
        cutsOfColumn[entry.column, default: []].append((chosen.count, entry.coefficient))
      }
      chosen.append(cut)
      norms.append(norm)
    }
    return chosen
  }
}
