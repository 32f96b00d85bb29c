/// Divides points of the plane into blocks of near ones, by halves along the longer side.
enum Blocks {
  /// - Parameters:
  ///   - sizes: how much each point counts.
  ///   - most: the most that a block counts, unless it is one point.
  ///   - unit: blocks but one have a multiple of so many points.
  ///   - turn: differing numbers cut in differing places.
  /// - Returns: the points of each block, ascending.
  static func divide(
    _ points: [(x: Double, y: Double)], sizes: [Int], most: Int, unit: Int = 1, turn: Int
  ) -> [[Int]] {
    var blocks: [[Int]] = []
    var random = SeededGenerator(seed: UInt64(turn), stream: 77)
    func divide(_ part: [Int]) {
      let total = part.reduce(0) { $0 + sizes[$1] }
      if total <= most || part.count < 2 * unit {
        blocks.append(part.sorted())
        return
      }
      let xs = part.map { points[$0].x }
      let ys = part.map { points[$0].y }
      let width = (xs.max() ?? 0) - (xs.min() ?? 0)
      let height = (ys.max() ?? 0) - (ys.min() ?? 0)
      let isWide = width > height
      let sorted = part.sorted {
        (isWide ? points[$0].x : points[$0].y, $0) < (isWide ? points[$1].x : points[$1].y, $1)
      }
      // Halves of a whole number of blocks; later turns cut elsewhere.
      let count = (total + most - 1) / most
      var share = Double(count / 2) / Double(count)
      if turn > 0 { share += (random.unit() - 0.5) * min(0.3, 0.5 / Double(count) + 0.1) }
      var taken = 0
      var cut = 0
      while cut < sorted.count - 1, cut == 0 || Double(taken) < share * Double(total) {
        taken += sizes[sorted[cut]]
        cut += 1
      }
      cut = max(unit, cut / unit * unit)
      divide(Array(sorted[..<cut]))
      divide(Array(sorted[cut...]))
    }
    divide(Array(points.indices))
    return blocks
  }
}
