/// What is decided for now.
extension SelectionProgram {
  /// Puts these decisions in force in place of those before. O(rows + decisions x entries).
  mutating func decide(_ decisions: [SelectionDecision]) {
    var touched: [Int] = []
    for case .column(let column, _) in decided {
      decidedTimes[column] = -1
      touched.append(column)
    }
    decided = decisions
    fixedCost = problem.constant
    for case .column(let column, let times) in decisions {
      decidedTimes[column] = Int32(times)
      touched.append(column)
    }
    var limits: [(row: Int, side: Int)] = []
    for decision in decisions {
      switch decision {
      case .column: break
      case .familyAtMost(let family, let most): limits.append((split(family), most))
      case .familyAtLeast(let family, let least): limits.append((split(family) + 1, least))
      }
    }
    var sides = givenSides
    for (row, side) in limits {
      sides[row] = senses[row] == .atMost ? min(sides[row], side) : max(sides[row], side)
    }
    for case .column(let column, let times) in decisions where times != 0 {
      fixedCost += times * problem.costs[column]
      forEachEntry(of: column) { row, coefficient in sides[row] -= times * coefficient }
    }
    for column in touched where place[column] >= 0 {
      program.setUpper(Int(place[column]), Double(upper(column)))
    }
    for row in sides.indices where sides[row] != self.sides[row] && placeOfRow[row] >= 0 {
      program.setRightHandSide(Int(placeOfRow[row]), Double(sides[row]))
    }
    self.sides = sides
  }
}
