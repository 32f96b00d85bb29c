import Testing

@testable import TrefoilSolver

/// Cuts of sums of rows, held against every whole choice there is.
@Suite struct SelectionRoundingTests {
  /// Every choice that keeps all rows.
  private static func choices(_ problem: SelectionProblem) -> [[Int]] {
    var values = [Int](repeating: 0, count: problem.columnCount)
    var found: [[Int]] = []
    while true {
      if problem.allows(values) { found.append(values) }
      guard let place = values.indices.first(where: { values[$0] < problem.uppers[$0] }) else {
        return found
      }
      for before in 0..<place { values[before] = 0 }
      values[place] += 1
    }
  }

  private static func keeps(_ cut: SelectionCut, _ choice: [Int]) -> Bool {
    cut.entries.reduce(0) { $0 + $1.coefficient * choice[$1.column] } <= cut.rightHandSide
  }

  private static func isBroken(_ cut: SelectionCut, in program: SelectionProgram) -> Bool {
    let sum = cut.entries.reduce(0.0) { $0 + Double($1.coefficient) * program.value($1.column) }
    return sum > Double(cut.rightHandSide) + 1e-9
  }

  @Test func `cuts of the tableau cut off no choice, and cut off what was solved`() {
    var cuts = 0
    for seed in UInt64(20_000)..<20_800 {
      let problem = RandomSelections.problem(seed: seed, columns: 4...9)
      var program = SelectionProgram(problem)
      program.decide([])
      guard program.solve() == .solved else { continue }
      let choices = Self.choices(problem)
      var rounding = SelectionRounding(program)
      for row in SelectionTableau.rows(program) {
        let cut = rounding.cut(of: row.multiples, divisor: row.divisor, least: 0.01)
        guard let cut else { continue }
        cuts += 1
        #expect(choices.allSatisfy { Self.keeps(cut, $0) }, "seed \(seed)")
        #expect(Self.isBroken(cut, in: program), "seed \(seed)")
      }
    }
    #expect(cuts > 150)
  }

  @Test func `any multiples of rows and any divisor cut off no choice`() {
    var cuts = 0
    for seed in UInt64(30_000)..<30_500 {
      let problem = RandomSelections.problem(seed: seed, columns: 4...9)
      var program = SelectionProgram(problem)
      program.decide([])
      guard program.solve() == .solved else { continue }
      let choices = Self.choices(problem)
      var random = SeededGenerator(seed: seed, stream: 3)
      var rounding = SelectionRounding(program)
      for _ in 0..<10 {
        let multiples = problem.rows.indices.map { ($0, Int.random(in: -4...4, using: &random)) }
        let divisor = Int.random(in: 2...7, using: &random)
        // A cut that nothing breaks says something too.
        guard let cut = rounding.cut(of: multiples, divisor: divisor, least: -1_000) else {
          continue
        }
        cuts += 1
        #expect(choices.allSatisfy { Self.keeps(cut, $0) }, "seed \(seed)")
      }
    }
    #expect(cuts > 500)
  }

  @Test func `multiples of rows make up the row of the tableau`() {
    var rows = 0
    for seed in UInt64(40_000)..<40_300 {
      let problem = RandomSelections.problem(seed: seed, columns: 4...9)
      var program = SelectionProgram(problem)
      program.decide([])
      guard program.solve() == .solved else { continue }
      let basic = (0..<problem.columnCount).filter {
        program.isActive($0) && program.program.isBasic(Int(program.place[$0]))
      }
      for column in basic {
        var sums = [Double](repeating: 0, count: problem.columnCount)
        let multiples = program.program.tableauMultiples(ofBasic: Int(program.place[column]))
        for (place, value) in multiples {
          program.forEachColumn(of: Int(program.rowAtPlace[place])) {
            sums[$0] += value * Double($1)
          }
        }
        rows += 1
        for other in basic {
          #expect(abs(sums[other] - (other == column ? 1 : 0)) < 1e-6, "seed \(seed)")
        }
      }
    }
    #expect(rows > 200)
  }
}
