/// A binary heap that gives up its least element first.
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  /// O(log n).
  mutating func insert(_ element: Element) {
    elements.append(element)
    var index = elements.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      if elements[parent] <= elements[index] { return }
      elements.swapAt(parent, index)
      index = parent
    }
  }

  /// O(log n); nil when it is empty.
  mutating func popLeast() -> Element? {
    guard let least = elements.first else { return nil }
    let last = elements.removeLast()
    guard !elements.isEmpty else { return least }
    elements[0] = last
    var index = 0
    while true {
      var child = 2 * index + 1
      if child >= elements.count { return least }
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      if elements[index] <= elements[child] { return least }
      elements.swapAt(index, child)
      index = child
    }
  }
}
