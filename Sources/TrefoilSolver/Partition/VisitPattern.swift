/// Who visits whom in a group: for each position of a host the positions of its visitors.
///
/// In groups of three, four and five every position is visited by two others and visits two: for
/// three there is one pattern, for four 9, for five 216. In a pair each visits the other.
enum VisitPattern {
  /// Positions of the visitors of one host.
  typealias Visitors = (first: Int, second: Int)

  /// Pairs of visitors that each host of a group of this size can have, by position of the host;
  /// in a pair the second is -1.
  static func choices(size: Int, host: Int) -> [Visitors] {
    let others = (0..<size).filter { $0 != host }
    if size == 2 { return [(others[0], -1)] }
    return others.indices.flatMap { first in
      others[(first + 1)...].map { (others[first], $0) }
    }
  }

  /// Every pattern of a size, each as the index into `choices` for every host in turn.
  static func patterns(size: Int) -> [[Int]] {
    let visits = min(2, size - 1)
    let choices = (0..<size).map { Self.choices(size: size, host: $0) }
    var patterns: [[Int]] = []
    var made = Array(repeating: 0, count: size)
    var chosen: [Int] = []
    func extend(_ host: Int) {
      if host == size {
        if made.allSatisfy({ $0 == visits }) { patterns.append(chosen) }
        return
      }
      for (index, visitors) in choices[host].enumerated() {
        let all = visitors.second < 0 ? [visitors.first] : [visitors.first, visitors.second]
        guard all.allSatisfy({ made[$0] < visits }) else { continue }
        for visitor in all { made[visitor] += 1 }
        chosen.append(index)
        extend(host + 1)
        chosen.removeLast()
        for visitor in all { made[visitor] -= 1 }
      }
    }
    extend(0)
    return patterns
  }
}
