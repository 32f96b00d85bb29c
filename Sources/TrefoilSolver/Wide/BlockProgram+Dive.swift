/// Rounding a block's program step by step into groups.
extension BlockProgram {
  /// Triads that cover the block, and as many fours as there must be where it knows any: the
  /// program's solution rounded step by step, each time after more columns and cuts; nil where that
  /// leads nowhere.
  mutating func dive(rounds: Int, cutoff: Double) async -> [[Int]]? {
    var round = 0
    while true {
      guard await generate() else { return nil }
      if program.objective > cutoff { return nil }
      if round < rounds, !isWhole, await addCuts() {
        round += 1
        continue
      }
      if isWhole { break }
      fix()
      round = max(round - 1, 0)
    }
    var groups: [[Int]] = []
    for (column, index) in columns.enumerated() where program.value(column) > 0.5 {
      let (members, size) = members(index)
      guard size >= 3 else { return nil }
      groups.append((0..<size).map { block[Int(members[$0])] })
    }
    // A program that lost its footing may cover an item twice.
    let covered = groups.reduce(0) { $0 + $1.count }
    let isCover = covered == block.count && Set(groups.joined()).count == block.count
    return isCover && groups.count(where: { $0.count == 4 }) == fourCount ? groups : nil
  }

  private var isWhole: Bool {
    columns.indices.allSatisfy { column in
      let value = program.value(column)
      return value < 1e-6 || value > 1 - 1e-6
    }
  }

  /// Decides for the groups that the solution takes whole, and for those it takes most of.
  private mutating func fix() {
    var open: [(value: Double, column: Int)] = []
    for column in columns.indices {
      let (members, _) = members(columns[column])
      let value = program.value(column)
      if value > 1e-6, !isDone[Int(members[0])] { open.append((value, column)) }
    }
    open.sort { ($1.value, $0.column) < ($0.value, $1.column) }
    let whole = open.prefix { $0.value > 1 - 1e-6 }.count
    let large = open.prefix { $0.value > 0.3 }.count
    let share = max(1, (large - whole) / 10)
    for (_, column) in open.prefix(whole + share) {
      let (members, size) = members(columns[column])
      if (0..<size).contains(where: { isDone[Int(members[$0])] }) { continue }
      for position in 0..<size { isDone[Int(members[position])] = true }
      isFixed.insert(column)
    }
    for column in columns.indices where !isFixed.contains(column) {
      let (members, size) = members(columns[column])
      if (0..<size).contains(where: { isDone[Int(members[$0])] }) { program.setUpper(column, 0) }
    }
  }
}
