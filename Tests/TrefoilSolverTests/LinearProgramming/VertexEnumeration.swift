import TrefoilSolver

/// Solves tiny linear programs by trying every basis; the independent oracle of the tests.
///
/// Cost: (m + n choose m) * 2^n systems of m equations.
struct VertexEnumeration {
  let program: PlainProgram
  private let matrix: [[Double]]
  private let lower: [Double]
  private let upper: [Double]
  private let cost: [Double]

  init(_ program: PlainProgram) {
    self.program = program
    let rowCount = program.rows.count
    var columns = program.columns.map { column in
      var dense = [Double](repeating: 0, count: rowCount)
      for (row, value) in column.entries { dense[row] += value }
      return dense
    }
    for row in 0..<rowCount { columns.append((0..<rowCount).map { $0 == row ? 1 : 0 }) }
    matrix = columns
    lower =
      program.columns.map { _ in 0 }
      + program.rows.map { $0.sense == .atLeast ? -.infinity : 0 }
    upper =
      program.columns.map(\.upper) + program.rows.map { $0.sense == .atMost ? .infinity : 0 }
    cost = program.columns.map(\.cost) + program.rows.map { _ in 0 }
  }

  /// The status, and the best objective if there is one.
  func solve() -> (status: LinearProgramStatus, objective: Double) {
    guard let best = bestVertex() else { return (.infeasible, 0) }
    var ray = program
    for row in ray.rows.indices { ray.rows[row].rightHandSide = 0 }
    for column in ray.columns.indices {
      ray.columns[column].upper = ray.columns[column].upper == .infinity ? 1 : 0
    }
    let descent = VertexEnumeration(ray).bestVertex() ?? 0
    return descent < -1e-7 ? (.unbounded, 0) : (.optimal, best)
  }

  private func bestVertex() -> Double? {
    var best: Double?
    var basis: [Int] = []
    func choose(from variable: Int) {
      if basis.count == program.rows.count {
        if let objective = bestVertex(of: basis), objective < best ?? .infinity { best = objective }
        return
      }
      guard variable < matrix.count else { return }
      basis.append(variable)
      choose(from: variable + 1)
      basis.removeLast()
      choose(from: variable + 1)
    }
    choose(from: 0)
    return best
  }

  private func bestVertex(of basis: [Int]) -> Double? {
    let resting = matrix.indices.filter { !basis.contains($0) }
    let boxed = resting.filter {
      lower[$0] > -.infinity && upper[$0] < .infinity && lower[$0] < upper[$0]
    }
    var best: Double?
    for choice in 0..<(1 << boxed.count) {
      var values = resting.map { lower[$0] > -.infinity ? lower[$0] : upper[$0] }
      for (bit, variable) in boxed.enumerated() where choice >> bit & 1 == 1 {
        values[resting.firstIndex(of: variable)!] = upper[variable]
      }
      var side = program.rows.map(\.rightHandSide)
      var objective = 0.0
      for (variable, value) in zip(resting, values) where value != 0 {
        objective += cost[variable] * value
        for row in side.indices { side[row] -= matrix[variable][row] * value }
      }
      guard let basic = solve(basis, side) else { return nil }
      let fits = zip(basis, basic).allSatisfy { variable, value in
        value >= lower[variable] - 1e-7 && value <= upper[variable] + 1e-7
      }
      guard fits else { continue }
      for (variable, value) in zip(basis, basic) { objective += cost[variable] * value }
      best = min(best ?? .infinity, objective)
    }
    return best
  }

  /// Gaussian elimination; nil if the columns depend on one another.
  private func solve(_ basis: [Int], _ side: [Double]) -> [Double]? {
    let size = side.count
    var lines = (0..<size).map { row in basis.map { matrix[$0][row] } + [side[row]] }
    for step in 0..<size {
      guard let pivot = (step..<size).max(by: { abs(lines[$0][step]) < abs(lines[$1][step]) }),
        abs(lines[pivot][step]) > 1e-9
      else { return nil }
      lines.swapAt(step, pivot)
      for row in 0..<size where row != step {
        let factor = lines[row][step] / lines[step][step]
        for column in step...size { lines[row][column] -= factor * lines[step][column] }
      }
    }
    return (0..<size).map { lines[$0][size] / lines[$0][$0] }
  }
}
