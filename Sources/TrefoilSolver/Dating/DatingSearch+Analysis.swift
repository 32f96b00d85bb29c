/// Learning from conflicts.
extension DatingSearch {
  /// Learns a clause from the conflict at hand and goes back to where it bites.
  ///
  /// Returns the jobs whose assumptions clash when the conflict needs no decision at all.
  mutating func resolveConflict() -> [Int]? {
    explainConflict()
    let highest = buffer.reduce(0) { max($0, Int(level[$1 >> 1])) }
    guard highest > 1 else { return clashingJobs() }
    if highest < levelStart.count {
      // The clause is kept across the retreat: the literals it names stay assigned.
      retreat(to: highest)
    }
    let clause = firstImplicationPoint(highest)
    let back = clause.dropFirst().reduce(0) { max($0, Int(level[$1 >> 1])) }
    retreat(to: back)
    addClause(clause)
    decayWeights()
    return nil
  }

  /// Resolves the conflict until one literal of its level is left, which comes first.
  private mutating func firstImplicationPoint(_ highest: Int) -> [Int] {
    var clause = [-1]
    var open = 0
    var place = trail.count - 1
    var literal = -1
    repeat {
      for other in buffer where !seen[other >> 1] && level[other >> 1] > 0 {
        mark(other >> 1)
        if level[other >> 1] == highest { open += 1 } else { clause.append(other) }
      }
      while !seen[trail[place] >> 1] { place -= 1 }
      literal = trail[place]
      place -= 1
      open -= 1
      if open > 0 {
        explain(literal, reason[literal >> 1], before: position[literal >> 1])
      }
    } while open > 0
    clause[0] = literal ^ 1
    let first = clause[0]
    clause = clause.filter { $0 == first || !isRedundant($0) }
    for variable in touched { seen[variable] = false }
    touched.removeAll(keepingCapacity: true)
    return clause
  }

  private mutating func mark(_ variable: Int) {
    seen[variable] = true
    touched.append(variable)
    guard variable < firstSelector else { return }
    weight[variable >> model.shift] += bump
  }

  /// Whether a literal of the clause follows from its other literals alone.
  private mutating func isRedundant(_ literal: Int) -> Bool {
    let variable = literal >> 1
    if case .chosen = reason[variable] { return false }
    explain(literal ^ 1, reason[variable], before: position[variable])
    return buffer.allSatisfy { seen[$0 >> 1] || level[$0 >> 1] == 0 }
  }

  private mutating func decayWeights() {
    bump *= 1.05
    guard bump > 1e100 else { return }
    for activity in weight.indices { weight[activity] *= 1e-100 }
    bump *= 1e-100
  }

  /// Follows the conflict in `buffer` back to the assumptions it rests on.
  private mutating func clashingJobs() -> [Int] {
    var jobs: [Int] = []
    if conflictLiteral >= firstSelector << 1, level[conflictLiteral >> 1] == 0 {
      return [conflictLiteral >> 1 - firstSelector]
    }
    for other in buffer where level[other >> 1] > 0 { seen[other >> 1] = true }
    let bottom = levelStart.isEmpty ? trail.count : levelStart[0]
    for place in stride(from: trail.count - 1, through: bottom, by: -1) {
      let variable = trail[place] >> 1
      guard seen[variable] else { continue }
      seen[variable] = false
      if case .chosen = reason[variable] {
        jobs.append(variable - firstSelector)
        continue
      }
      explain(trail[place], reason[variable], before: position[variable])
      for other in buffer where level[other >> 1] > 0 { seen[other >> 1] = true }
    }
    return jobs.sorted()
  }
}
