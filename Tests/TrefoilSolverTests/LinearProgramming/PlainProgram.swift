import TrefoilSolver

/// A linear program as plain numbers, from which programs are built and answers are checked.
struct PlainProgram {
  struct Row {
    var sense: RowSense
    var rightHandSide: Double
  }

  struct Column {
    var cost: Double
    var upper: Double
    var entries: [(row: Int, value: Double)]
  }

  var rows: [Row] = []
  var columns: [Column] = []

  func build() -> LinearProgram {
    let program = LinearProgram()
    for row in rows { program.addRow(row.sense, rightHandSide: row.rightHandSide) }
    for column in columns { Self.add(column, to: program) }
    return program
  }

  static func add(_ column: Column, to program: LinearProgram) {
    program.addColumn(
      cost: column.cost, upper: column.upper, rows: column.entries.map { Int32($0.row) },
      values: column.entries.map(\.value))
  }

  /// What is wrong with the answer of a solved program, judged from its certificate; nil if nothing.
  func fault(in program: LinearProgram, tolerance: Double = 1e-7) -> String? {
    switch program.status {
    case .optimal: faultInOptimum(program, tolerance)
    case .infeasible: faultInFarkas(program, tolerance)
    case .unbounded: nil
    case .iterationLimit: "gave up"
    }
  }

  private func faultInOptimum(_ program: LinearProgram, _ tolerance: Double) -> String? {
    var sums = [Double](repeating: 0, count: rows.count)
    var primal = 0.0
    var dualObjective = 0.0
    for (index, column) in columns.enumerated() {
      let value = program.value(index)
      if value < -tolerance || value > column.upper + tolerance {
        return "column \(index) \(value)"
      }
      primal += column.cost * value
      var reduced = column.cost
      for (row, coefficient) in column.entries {
        sums[row] += coefficient * value
        reduced -= coefficient * program.dual(row)
      }
      if abs(reduced - program.reducedCost(index)) > tolerance { return "reduced cost of \(index)" }
      if reduced < -tolerance {
        if column.upper == .infinity { return "column \(index) prices out at \(reduced)" }
        dualObjective += reduced * column.upper
      }
    }
    for (index, row) in rows.enumerated() {
      let excess = sums[index] - row.rightHandSide
      let dual = program.dual(index)
      if row.sense != .atLeast && excess > tolerance { return "row \(index) over by \(excess)" }
      if row.sense != .atMost && excess < -tolerance { return "row \(index) under by \(excess)" }
      if row.sense == .atMost && dual > tolerance { return "dual \(index) \(dual)" }
      if row.sense == .atLeast && dual < -tolerance { return "dual \(index) \(dual)" }
      dualObjective += dual * row.rightHandSide
    }
    let scale = 1 + abs(primal)
    if abs(primal - program.objective) > tolerance * scale { return "objective" }
    return abs(primal - dualObjective) > tolerance * scale
      ? "primal \(primal), dual \(dualObjective)" : nil
  }

  private func faultInFarkas(_ program: LinearProgram, _ tolerance: Double) -> String? {
    var violation = 0.0
    for (index, row) in rows.enumerated() {
      let weight = program.farkas(index)
      if row.sense == .atMost && weight > 0 || row.sense == .atLeast && weight < 0 {
        return "sign of weight \(index)"
      }
      violation += weight * row.rightHandSide
    }
    for (index, column) in columns.enumerated() {
      let sum = column.entries.reduce(0) { $0 + $1.value * program.farkas($1.row) }
      if sum <= tolerance { continue }
      if column.upper == .infinity { return "column \(index) mends the proof, \(sum)" }
      violation -= sum * column.upper
    }
    return violation > tolerance ? nil : "proof of infeasibility proves \(violation)"
  }
}
