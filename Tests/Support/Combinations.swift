/// Ways to choose and to divide, all of them, in a fixed order.
enum Combinations {
  /// Every choice of so many elements, each in the order given.
  static func choices<Element>(of count: Int, from elements: [Element]) -> [[Element]] {
    if count == 0 { return [[]] }
    guard count <= elements.count else { return [] }
    let rest = Array(elements.dropFirst())
    return choices(of: count - 1, from: rest).map { [elements[0]] + $0 }
      + choices(of: count, from: rest)
  }

  /// Every way to divide the elements into groups, so many of each size.
  static func partitions<Element: Equatable>(
    of elements: [Element], sizes: [Int: Int]
  ) -> [[[Element]]] {
    guard let first = elements.first else {
      return sizes.values.allSatisfy { $0 == 0 } ? [[]] : []
    }
    let rest = Array(elements.dropFirst())
    return sizes.keys.sorted().filter { sizes[$0] != 0 }.flatMap { size in
      choices(of: size - 1, from: rest).flatMap { company -> [[[Element]]] in
        var left = sizes
        left[size, default: 0] -= 1
        let others = rest.filter { !company.contains($0) }
        return partitions(of: others, sizes: left).map { [[first] + company] + $0 }
      }
    }
  }

  /// One element of each list, in every combination.
  static func product<Element>(of lists: [[Element]]) -> [[Element]] {
    lists.reduce([[]]) { combined, list in
      combined.flatMap { start in list.map { start + [$0] } }
    }
  }
}
