import Testing
import TrefoilSolver

@Suite("Linear programs changed and solved again")
struct LinearProgramChangeTests {
  /// A program and its plain twin, changed in step.
  private struct Twins {
    var plain: PlainProgram
    let program: LinearProgram
    var random: RandomPrograms
    var savedBasis: LinearProgramBasis?

    mutating func change(general: Bool) {
      switch random.generator.below(9) {
      case 0, 1:
        for _ in 0..<(1 + random.generator.below(5)) { addColumn(general: general) }
      case 2: addRow(general: general)
      case 3, 4: changeUpper()
      case 5: changeCost()
      case 6: removeColumns()
      case 7: removeRows()
      default: swapBasis()
      }
    }

    private mutating func addColumn(general: Bool) {
      let column =
        general
        ? random.column(rows: plain.rows.count) : random.group(items: plain.rows.count, size: 3)
      plain.columns.append(column)
      PlainProgram.add(column, to: program)
    }

    private mutating func addRow(general: Bool) {
      let sense = general ? random.sense() : .atMost
      let side = Double(random.generator.below(general ? 6 : 3))
      let row = plain.rows.count
      plain.rows.append(.init(sense: sense, rightHandSide: side))
      var coefficients: [(column: Int, value: Double)] = []
      for column in plain.columns.indices where random.generator.below(3) == 0 {
        let value = general ? Double(random.generator.below(5) - 1) : 1
        coefficients.append((column, value))
        plain.columns[column].entries.append((row, value))
      }
      program.addRow(sense, rightHandSide: side, coefficients: coefficients)
    }

    private mutating func changeUpper() {
      for _ in 0..<3 where !plain.columns.isEmpty {
        let column = random.generator.below(plain.columns.count)
        let upper: Double = [0, 0, 1, .infinity][random.generator.below(4)]
        plain.columns[column].upper = upper
        program.setUpper(column, upper)
      }
    }

    private mutating func changeCost() {
      guard !plain.columns.isEmpty else { return }
      let column = random.generator.below(plain.columns.count)
      plain.columns[column].cost = Double(random.generator.below(9))
      program.setCost(column, plain.columns[column].cost)
      let row = random.generator.below(plain.rows.count)
      plain.rows[row].rightHandSide = Double(random.generator.below(3))
      program.setRightHandSide(row, plain.rows[row].rightHandSide)
    }

    private mutating func removeColumns() {
      let map = program.removeColumns { $0 % 3 == 0 }
      savedBasis = savedBasis?.renumbered(columns: map, rows: nil)
      plain.columns = zip(plain.columns, map).compactMap { $1 == nil ? nil : $0 }
    }

    private mutating func removeRows() {
      let map = program.removeRows { $0 % 2 == 0 }
      savedBasis = savedBasis?.renumbered(columns: nil, rows: map)
      plain.rows = zip(plain.rows, map).compactMap { $1 == nil ? nil : $0 }
      for column in plain.columns.indices {
        plain.columns[column].entries = plain.columns[column].entries.compactMap { row, value in
          map[row].map { ($0, value) }
        }
      }
      if plain.rows.isEmpty { addRow(general: false) }
    }

    private mutating func swapBasis() {
      let present = program.basis
      if let savedBasis { program.basis = savedBasis }
      savedBasis = present
    }
  }

  @Test("Random changes of general programs equal a fresh solve", arguments: 0..<60)
  func generalChanges(seed: Int) {
    var random = RandomPrograms(seed: UInt64(20_000 + seed))
    let plain = random.general(rows: 1 + random.generator.below(6), columns: 8)
    run(plain, random, general: true, seed: seed)
  }

  @Test("Random changes of set partitioning programs equal a fresh solve", arguments: 0..<60)
  func partitionChanges(seed: Int) {
    var random = RandomPrograms(seed: UInt64(30_000 + seed))
    let plain = random.partition(items: 4 + random.generator.below(8), columns: 30, size: 3)
    run(plain, random, general: false, seed: seed)
  }

  private func run(_ plain: PlainProgram, _ random: RandomPrograms, general: Bool, seed: Int) {
    var twins = Twins(plain: plain, program: plain.build(), random: random)
    for step in 0..<15 {
      let status = twins.program.solve()
      let fresh = twins.plain.build()
      #expect(status == fresh.solve(), "seed \(seed), step \(step)")
      #expect(twins.plain.fault(in: twins.program) == nil, "seed \(seed), step \(step)")
      if status == .optimal {
        let difference = abs(twins.program.objective - fresh.objective)
        #expect(difference < 1e-7 * (1 + abs(fresh.objective)), "seed \(seed), step \(step)")
      }
      twins.change(general: general)
    }
  }

  @Test("A coefficient given twice is the sum, in new columns and in new rows")
  func repeatedCoefficients() {
    let program = LinearProgram()
    program.addRow(.atLeast, rightHandSide: 6)
    let column = program.addColumn(cost: 1, rows: [0, 0], values: [1, 2])
    #expect(program.solve() == .optimal)
    #expect(abs(program.value(column) - 2) < 1e-9)
    let other = program.addColumn(cost: 9, rows: [0], values: [1])
    program.addRow(
      .atMost, rightHandSide: 3, coefficients: [(column, 1), (other, 0), (column, 1)])
    #expect(program.solve() == .optimal)
    #expect(abs(program.value(column) - 1.5) < 1e-9)
    #expect(abs(program.value(other) - 1.5) < 1e-9)
  }

  @Test("More columns than rows that price out are met by a fresh start, to the same optimum")
  func freshStart() {
    var random = RandomPrograms(seed: 91)
    let items = 24
    let program = LinearProgram()
    var plain = PlainProgram()
    for item in 0..<items {
      plain.rows.append(.init(sense: .equal, rightHandSide: 1))
      program.addRow(.equal, rightHandSide: 1)
      plain.columns.append(.init(cost: 50, upper: .infinity, entries: [(item, 1)]))
      PlainProgram.add(plain.columns[item], to: program)
    }
    #expect(program.solve() == .optimal)
    for _ in 0..<400 {
      let column = random.group(items: items, size: 3)
      plain.columns.append(column)
      PlainProgram.add(column, to: program)
    }
    #expect(program.solve() == .optimal)
    #expect(plain.fault(in: program) == nil)
  }
}
