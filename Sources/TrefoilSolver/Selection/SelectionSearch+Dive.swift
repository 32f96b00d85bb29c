/// Dives: decisions taken one after another, most certain first, until a whole choice is left.
extension SelectionSearch {
  /// So many decisions of a dive may turn out wrong.
  private static let mostTurns = 20

  /// Dives from a node; whatever whole choice it meets is offered.
  mutating func dive(_ from: [SelectionDecision]) {
    var decisions = from
    // What was decided last: many columns at once, then the first of them alone, then its opposite.
    var last: [Int] = []
    var turns = 0
    while !isOver {
      program.decide(decisions + last.map { .column($0, 1) })
      let status = program.solve(stepLimit: stepsLeft, stop: stop)
      if status != .solved || program.proof().bound.value >= ceiling {
        turns += 1
        if turns > Self.mostTurns || last.isEmpty { return }
        if last.count > 1 {
          last.removeSubrange(1...)
        } else {
          decisions.append(.column(last[0], 0))
          last = []
        }
        continue
      }
      decisions += last.map { .column($0, 1) }
      last = []
      let impossible = program.impossible()
      if !impossible.isEmpty {
        decisions += impossible.map { .column($0, 0) }
        continue
      }
      if let choice = program.wholeChoice(decisions) { return offer(choice) }
      last = mostCertain()
      if last.isEmpty { return }
    }
  }

  /// The columns that the program takes for sure or nearly so, as far as they go together: the
  /// greatest part of one, and others like it.
  private func mostCertain() -> [Int] {
    let parts = program.taken().filter {
      problem.uppers[$0.column] == 1 && $0.value < 1 - 1e-6
    }.sorted { ($1.value, $0.column) < ($0.value, $1.column) }
    guard let first = parts.first else { return [] }
    var room = program.sides
    for (column, value) in program.taken() where value > 1 - 1e-6 {
      program.forEachEntry(of: column) { room[$0] -= $1 * Int(value.rounded()) }
    }
    var few: [Int] = []
    for (column, value) in parts.prefix(max(1, parts.count / 8)) {
      if value < min(0.6, first.value) { break }
      if !program.fits(column, in: room), !few.isEmpty { continue }
      program.forEachEntry(of: column) { room[$0] -= $1 }
      few.append(column)
    }
    return few
  }
}
