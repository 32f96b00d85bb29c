/// Which of the cuts found become rows: those broken most, and not many that say the same.
///
/// Large sets that share most of their items are nearly one cut for the program: it gets round most of
/// them by the same few groups, and each costs as much as one that says something else. What is left
/// of them is found again in the next round. (Parallel cuts
/// left out: Andreello, Caprara and Fischetti, "Embedding {0, 1/2}-cuts in a branch-and-cut
/// framework", INFORMS Journal on Computing 19 (2007), doi:10.1287/ijoc.1050.0162.)
struct CutChoice {
  /// Sets of more items count as large.
  private static let mostInSmall = 7
  /// Small cuts are turned down whose items are in so many of those chosen.
  private static let mostSmallOfItem = 12
  /// Large sets of which this share of all items is common say the same.
  private static let sameShare = 0.8

  private let itemCount: Int
  private let most: Int
  private(set) var cuts: [RankOneCut] = []
  private var times: [Int]
  /// The large sets chosen, with their sizes; bit i of word w stands for item 64 w + i.
  private var large: [(size: Int, words: [UInt64])] = []

  /// - Parameter most: so many cuts are chosen.
  init(itemCount: Int, most: Int) {
    self.itemCount = itemCount
    self.most = most
    times = Array(repeating: 0, count: itemCount)
  }

  /// Chooses among those that are not in `known`, of equals the first.
  /// O(found x (log found + items + large sets chosen x items / 64)).
  mutating func choose(among found: [CutGrowth.Found], known: CutSet) {
    let sorted = found.enumerated().sorted {
      ($1.element.violation, $0.offset) < ($0.element.violation, $1.offset)
    }
    for (_, candidate) in sorted where !known.contains(candidate.cut) {
      if cuts.count >= most { return }
      let isLarge = candidate.cut.items.count > Self.mostInSmall
      if isLarge ? takeLarge(candidate.cut) : takeSmall(candidate.cut) {
        for item in candidate.cut.items { times[Int(item)] += 1 }
        cuts.append(candidate.cut)
      }
    }
  }

  private func takeSmall(_ cut: RankOneCut) -> Bool {
    cut.items.allSatisfy { times[Int($0)] < Self.mostSmallOfItem }
  }

  private mutating func takeLarge(_ cut: RankOneCut) -> Bool {
    let size = cut.items.count
    var words = Array(repeating: UInt64(0), count: (itemCount + 63) / 64)
    for item in cut.items { words[Int(item) / 64] |= 1 << UInt64(item % 64) }
    for other in large {
      let (few, many) = (min(size, other.size), max(size, other.size))
      if Double(few) < Self.sameShare * Double(many) { continue }
      var common = 0
      for word in words.indices { common += (words[word] & other.words[word]).nonzeroBitCount }
      if Double(common) >= Self.sameShare * Double(size + other.size - common) { return false }
    }
    large.append((size, words))
    return true
  }
}
