/// Who visits whom in a group, by place in the group.
enum VisitPattern {
  /// Every pattern of a group of this size, as the visitors of each host: two visitors (one in a
  /// pair) to each, and as many visits by each.
  static func all(groupOf size: Int) -> [[[Int]]] {
    let visits = min(2, size - 1)
    func extend(_ pattern: [[Int]]) -> [[[Int]]] {
      let host = pattern.count
      let made = (0..<size).map { visitor in pattern.count { $0.contains(visitor) } }
      if host == size { return made.allSatisfy { $0 == visits } ? [pattern] : [] }
      let free = (0..<size).filter { $0 != host && made[$0] < visits }
      return Combinations.choices(of: visits, from: free).flatMap { extend(pattern + [$0]) }
    }
    return extend([])
  }
}
