import TrefoilSolver

/// Seeded linear programs of many kinds, degenerate ones above all.
struct RandomPrograms {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func sense() -> RowSense {
    [.equal, .atMost, .atLeast][generator.below(3)]
  }

  /// Small whole numbers, so that ties and zeros abound; often infeasible or unbounded.
  mutating func general(rows: Int, columns: Int) -> PlainProgram {
    var program = PlainProgram()
    for _ in 0..<rows {
      let side = generator.below(3) == 0 ? 0 : Double(generator.below(13) - 4)
      program.rows.append(.init(sense: sense(), rightHandSide: side))
    }
    for _ in 0..<columns { program.columns.append(column(rows: rows)) }
    duplicateSome(&program)
    return program
  }

  mutating func column(rows: Int) -> PlainProgram.Column {
    let entries = (0..<rows).compactMap { row -> (row: Int, value: Double)? in
      generator.below(2) == 0 ? nil : (row, Double(generator.below(7) - 2))
    }
    let upper: Double = generator.below(2) == 0 ? .infinity : Double(generator.below(4))
    return .init(cost: Double(generator.below(12) - 3), upper: upper, entries: entries)
  }

  /// Repeats a row and a column now and then.
  private mutating func duplicateSome(_ program: inout PlainProgram) {
    if generator.below(3) == 0, let column = program.columns.first {
      program.columns.append(column)
    }
    guard generator.below(4) == 0, let row = program.rows.first else { return }
    program.rows.append(row)
    for column in program.columns.indices {
      if let entry = program.columns[column].entries.first(where: { $0.row == 0 }) {
        program.columns[column].entries.append((program.rows.count - 1, entry.value))
      }
    }
  }

  /// Set partitioning by groups of up to `size` items, with few different costs and so many ties.
  mutating func partition(items: Int, columns: Int, size: Int) -> PlainProgram {
    var program = PlainProgram()
    for _ in 0..<items { program.rows.append(.init(sense: .equal, rightHandSide: 1)) }
    for _ in 0..<columns { program.columns.append(group(items: items, size: size)) }
    return program
  }

  mutating func group(items: Int, size: Int) -> PlainProgram.Column {
    var members: [Int] = []
    for _ in 0..<(1 + generator.below(size)) {
      let item = generator.below(items)
      if !members.contains(item) { members.append(item) }
    }
    let cost = Double(members.count * (1 + generator.below(4)))
    return .init(cost: cost, upper: .infinity, entries: members.sorted().map { ($0, 1) })
  }
}
