/// The store of learned clauses, each watched at two literals.
extension DatingSearch {
  /// Stores a learned clause, whose first literal is open and all others false, and applies it.
  mutating func addClause(_ literals: [Int]) {
    guard literals.count > 1 else {
      assign(literals[0], .chosen)
      return
    }
    var clause = literals
    var deepest = 1
    for place in clause.indices.dropFirst()
    where level[clause[place] >> 1] > level[clause[deepest] >> 1] {
      deepest = place
    }
    clause.swapAt(1, deepest)
    let at = arena.count
    arena.append(clause.count)
    arena.append(Set(clause.dropFirst().map { level[$0 >> 1] }).count)
    arena += clause
    learned.append(at)
    watchers[clause[0]].append(at)
    watchers[clause[1]].append(at)
    assign(clause[0], .clause(at))
  }

  /// Visits the clauses that watch a literal that became false.
  mutating func watchersHold(_ literal: Int) -> Bool {
    guard !watchers[literal].isEmpty else { return true }
    var list: [Int] = []
    swap(&list, &watchers[literal])
    var kept = 0
    var next = 0
    var holds = true
    while next < list.count {
      let clause = list[next]
      next += 1
      if holds, moveWatch(of: clause, from: literal) { continue }
      list[kept] = clause
      kept += 1
      guard holds else { continue }
      holds = require(arena[clause + 2], .clause(clause))
    }
    list.removeLast(list.count - kept)
    swap(&list, &watchers[literal])
    return holds
  }

  /// Finds another literal to watch that is not false; false when the first one must hold.
  private mutating func moveWatch(of clause: Int, from literal: Int) -> Bool {
    let first = clause + 2
    if arena[first] == literal { arena.swapAt(first, first + 1) }
    guard !isTrue(arena[first]) else { return false }
    for place in first + 2..<first + arena[clause] where !isFalse(arena[place]) {
      arena.swapAt(first + 1, place)
      watchers[arena[first + 1]].append(clause)
      return true
    }
    return false
  }

  /// Throws out the half of the learned clauses that span the most levels.
  ///
  /// Audemard and Simon, "Predicting learnt clauses quality in modern SAT solvers", IJCAI 2009.
  /// - Precondition: the search is at level 0, where no clause is anyone's reason any more.
  mutating func forgetClauses() {
    let ranked = learned.sorted { (arena[$0 + 1], -$0) < (arena[$1 + 1], -$1) }
    let kept = ranked.prefix(ranked.count / 2).sorted()
    var compact: [Int] = []
    learned.removeAll(keepingCapacity: true)
    for literal in watchers.indices { watchers[literal].removeAll() }
    for clause in kept {
      let at = compact.count
      compact += arena[clause..<clause + 2 + arena[clause]]
      learned.append(at)
    }
    arena = compact
    for clause in learned {
      watchers[arena[clause + 2]].append(clause)
      watchers[arena[clause + 3]].append(clause)
    }
  }
}
