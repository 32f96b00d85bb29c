/// Rounding a block's program step by step into groups.
extension BlockProgram {
  /// What a dive comes to.
  struct Dived {
    var groups: [[Int]] = []
    /// Items in no group: what was decided before leaves none for them.
    var left: [Int] = []
  }

  /// Triads and fours of the block, and who is left over: the program's solution rounded step by
  /// step, each time after more columns and cuts.
  ///
  /// Where nobody is left there are as many fours as there must be. A program that grows too dear
  /// only because it leaves somebody out ends early, with what was decided by then.
  ///
  /// - Returns: nil where it costs too much, was stopped or lost its footing.
  mutating func dive(rounds: Int, cutoff: Double) async -> Dived? {
    var round = 0
    while true {
      guard await generate() else { return nil }
      if program.objective > cutoff { return isTorn ? decided : nil }
      if round < rounds, !isWhole, await addCuts() {
        round += 1
        continue
      }
      if isWhole { break }
      fix()
      round = max(round - 1, 0)
    }
    var dived = Dived()
    for (column, index) in columns.enumerated() where program.value(column) > 0.5 {
      let (members, size) = members(index)
      let items = (0..<size).map { block[Int(members[$0])] }
      if size < 3 { dived.left += items } else { dived.groups.append(items) }
    }
    // A program that lost its footing may cover an item twice.
    let covered = dived.groups.reduce(dived.left.count) { $0 + $1.count }
    let items = dived.groups.joined() + dived.left
    let isCover = covered == block.count && Set(items).count == block.count
    let fours = dived.groups.count { $0.count == 4 }
    return isCover && (fours == fourCount || !dived.left.isEmpty) ? dived : nil
  }

  /// Whether the solution leaves somebody out, in part at least.
  private var isTorn: Bool {
    columns.indices.contains { program.value($0) > 1e-6 && members(columns[$0]).1 < 3 }
  }

  /// What has been decided, and who is left.
  private var decided: Dived {
    var dived = Dived()
    dived.left = block.indices.filter { !isDone[$0] }.map { block[$0] }
    for column in columns.indices where isFixed.contains(column) {
      let (members, size) = members(columns[column])
      let items = (0..<size).map { block[Int(members[$0])] }
      // Whom the program leaves out at last is decided too, but in no group.
      if size < 3 { dived.left += items } else { dived.groups.append(items) }
    }
    return dived
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
