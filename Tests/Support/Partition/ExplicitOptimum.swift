import TrefoilSolver

/// The least cost of rows and columns by trying columns, row after row.
///
/// It knows nothing of groups and teams: it takes the first equation that is not met, tries each
/// column that could meet it, and goes back when a row is overdrawn for good.
public struct ExplicitOptimum {
  private let model: ExplicitModel
  /// Columns with a positive coefficient in an equation, or a negative one in a limit. By row.
  private let helpers: [[Int]]
  /// What one unit of an equation costs at least, by row.
  private let floors: [Double]
  private let canShrink: [Bool]
  private var sums: [Int]
  private var values: [Int]
  private var best: Int?

  private init(_ model: ExplicitModel) {
    self.model = model
    var helpers = Array(repeating: [Int](), count: model.rows.count)
    var canShrink = Array(repeating: false, count: model.rows.count)
    for (index, column) in model.columns.enumerated() {
      for entry in model.entries[column.entries] {
        let isEquation = model.rows[entry.row].sense == .equal
        if isEquation == (entry.coefficient > 0) { helpers[entry.row].append(index) }
        if entry.coefficient < 0 { canShrink[entry.row] = true }
      }
    }
    // The cheapest first, so that a good sum is known soon.
    self.helpers = helpers.map { list in
      list.sorted { (model.columns[$0].cost, $0) < (model.columns[$1].cost, $1) }
    }
    self.canShrink = canShrink
    floors = Self.floors(model)
    sums = Array(repeating: 0, count: model.rows.count)
    values = Array(repeating: 0, count: model.columns.count)
  }

  /// What one unit of each equation costs at least, however a column's cost is shared out: for
  /// equations of nothing, which columns of others open, the last has it all; for those of
  /// something, evenly, with the floors of what the column opens.
  private static func floors(_ model: ExplicitModel) -> [Double] {
    var floors = Array(repeating: Double.infinity, count: model.rows.count)
    let columns = model.columns.map { column in
      let equations = model.entries[column.entries].filter { model.rows[$0.row].sense == .equal }
      return (cost: Double(column.cost), equations: equations)
    }
    func wants(_ entry: ExplicitModel.Entry) -> Bool { model.rows[entry.row].rightHandSide > 0 }
    for column in columns where !column.equations.contains(where: wants) {
      for (place, entry) in column.equations.enumerated() {
        let isLast = place == column.equations.count - 1
        floors[entry.row] = min(floors[entry.row], isLast ? column.cost : 0)
      }
    }
    for column in columns where column.equations.contains(where: wants) {
      let met = column.equations.filter(wants)
      let opened = column.equations.filter { $0.coefficient < 0 }
        .reduce(0) { $0 - Double($1.coefficient) * floors[$1.row] }
      for entry in met {
        floors[entry.row] = min(floors[entry.row], (column.cost + opened) / Double(met.count))
      }
    }
    return floors
  }

  /// Nil when nothing keeps all rows.
  public static func leastCost(_ model: ExplicitModel) -> Int? {
    var search = ExplicitOptimum(model)
    search.extend(spent: model.constant)
    return search.best
  }

  private mutating func extend(spent: Int) {
    var open: Int?
    var floor = 0.0
    for (index, row) in model.rows.enumerated() where row.sense == .equal {
      let need = row.rightHandSide - sums[index]
      if need > 0 {
        if open == nil { open = index }
        floor += Double(need) * floors[index]
      }
    }
    if let best, Double(spent) + floor > Double(best) - 0.5 { return }
    if open == nil {
      open = model.rows.indices.first { index in
        model.rows[index].sense == .atMost && sums[index] > model.rows[index].rightHandSide
      }
    }
    guard let open else {
      if model.rows.indices.allSatisfy(isMet) { best = spent }
      return
    }
    for column in helpers[open] where values[column] < model.columns[column].upper {
      take(column, 1)
      if model.entries[model.columns[column].entries].allSatisfy(isHopeful) {
        extend(spent: spent + model.columns[column].cost)
      }
      take(column, -1)
    }
  }

  private mutating func take(_ column: Int, _ times: Int) {
    values[column] += times
    for entry in model.entries[model.columns[column].entries] {
      sums[entry.row] += times * entry.coefficient
    }
  }

  private func isMet(_ row: Int) -> Bool {
    let (sum, limit) = (sums[row], model.rows[row].rightHandSide)
    switch model.rows[row].sense {
    case .equal: return sum == limit
    case .atMost: return sum <= limit
    case .atLeast: return sum >= limit
    }
  }

  /// Whether the row is not overdrawn, or columns are left that give something back.
  private func isHopeful(_ entry: ExplicitModel.Entry) -> Bool {
    let row = model.rows[entry.row]
    if sums[entry.row] <= row.rightHandSide { return true }
    return row.sense == .atMost && canShrink[entry.row]
  }
}
