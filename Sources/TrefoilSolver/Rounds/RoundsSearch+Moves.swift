extension RoundsSearch {
  struct Move {
    let round: Int
    let one: Int
    let other: Int
  }

  mutating func randomMove() -> Move? {
    let round = random.below(roundCount)
    let places = movable[round]
    guard places.count > 1 else { return nil }
    let one = Int(places[random.below(places.count)])
    let other = Int(places[random.below(places.count)])
    let base = round * placeCount
    if first[base + one] == first[base + other] { return nil }
    let nobody = Int32(problem.itemCount)
    // Two who rest change nothing.
    if member[base + Int(last[base + one]) - 1] == nobody,
      member[base + Int(last[base + other]) - 1] == nobody
    {
      return nil
    }
    return Move(round: round, one: one, other: other)
  }

  /// By how many the conflicts change. The pairs that part and the pairs that meet are distinct.
  func conflictChange(of move: Move) -> Int {
    let base = move.round * placeCount
    let table = Int(tableOf[move.round]) * width * width
    let (a, b) = (Int(member[base + move.one]), Int(member[base + move.other]))
    let (rowA, rowB) = (a * width, b * width)
    var change: Int32 = 0
    for place in Int(first[base + move.one])..<Int(last[base + move.one]) where place != move.one {
      let mate = Int(member[base + place])
      change -= (met[rowA + mate] > 1 ? 1 : 0) + barred[table + rowA + mate]
      change += (met[rowB + mate] > 0 ? 1 : 0) + barred[table + rowB + mate]
    }
    for place in Int(first[base + move.other])..<Int(last[base + move.other])
    where place != move.other {
      let mate = Int(member[base + place])
      change -= (met[rowB + mate] > 1 ? 1 : 0) + barred[table + rowB + mate]
      change += (met[rowA + mate] > 0 ? 1 : 0) + barred[table + rowA + mate]
    }
    return Int(change)
  }

  func costChange(of move: Move) -> Int {
    let base = move.round * placeCount
    let table = Int(tableOf[move.round]) * width * width
    let (a, b) = (Int(member[base + move.one]), Int(member[base + move.other]))
    let (rowA, rowB) = (table + a * width, table + b * width)
    var change = 0
    for place in Int(first[base + move.one])..<Int(last[base + move.one]) where place != move.one {
      let mate = Int(member[base + place])
      change += Int(price[rowB + mate] - price[rowA + mate])
    }
    for place in Int(first[base + move.other])..<Int(last[base + move.other])
    where place != move.other {
      let mate = Int(member[base + place])
      change += Int(price[rowA + mate] - price[rowB + mate])
    }
    return change
  }

  mutating func apply(_ move: Move, conflictChange: Int) {
    let base = move.round * placeCount
    let (a, b) = (Int(member[base + move.one]), Int(member[base + move.other]))
    for (place, leaving, coming) in [(move.one, a, b), (move.other, b, a)] {
      for other in Int(first[base + place])..<Int(last[base + place]) where other != place {
        let mate = Int(member[base + other])
        met[leaving * width + mate] -= 1
        met[mate * width + leaving] -= 1
        met[coming * width + mate] += 1
        met[mate * width + coming] += 1
      }
    }
    member[base + move.one] = Int32(b)
    member[base + move.other] = Int32(a)
    placeOf[move.round * width + a] = Int32(move.other)
    placeOf[move.round * width + b] = Int32(move.one)
    conflicts += conflictChange
  }
}
