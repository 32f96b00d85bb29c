/// A light choice that has an element of every set, by branch and bound.
///
/// What is still open costs at least the lightest elements of sets that share none, which are gathered
/// greedily: the bound of the set packing that is dual to it.
struct HittingSet<Element: Hashable & Sendable> {
  struct Choice {
    var elements: [Element] = []
    /// Whether it is proven that none is lighter.
    var isLightest = true
  }

  /// Above zero.
  let weight: (Element) -> Int
  /// Choices that are looked at.
  var mostSteps = 200_000

  /// Of several as light the one found first: sets in order, elements in order. Exponential in the
  /// number of sets, of which there are few, up to the limit of steps.
  func lightest(hitting sets: [[Element]]) -> Choice {
    var search = Search(weight: weight, left: mostSteps)
    search.extend(sets, [], 0)
    return Choice(elements: search.best?.chosen ?? [], isLightest: search.left > 0)
  }

  private struct Search {
    let weight: (Element) -> Int
    var left: Int
    var best: (weight: Int, chosen: [Element])?

    mutating func extend(_ sets: [[Element]], _ chosen: [Element], _ total: Int) {
      left -= 1
      let open = sets.filter { !$0.contains(where: chosen.contains) }
      guard let narrowest = open.min(by: { $0.count < $1.count }) else {
        best = (total, chosen)
        return
      }
      if let best, total + floor(of: open) >= best.weight { return }
      for element in narrowest.enumerated().sorted(by: lighter).map(\.element) {
        // The first choice is gone down to its end, so that there always is one.
        if best != nil, left <= 0 { return }
        let more = total + weight(element)
        if let best, more >= best.weight { continue }
        extend(open, chosen + [element], more)
      }
    }

    private func floor(of sets: [[Element]]) -> Int {
      var seen: Set<Element> = []
      var total = 0
      for set in sets.sorted(by: { $0.count < $1.count }) where seen.isDisjoint(with: set) {
        seen.formUnion(set)
        total += set.map(weight).min() ?? 0
      }
      return total
    }

    private func lighter(
      _ one: EnumeratedSequence<[Element]>.Element, _ other: EnumeratedSequence<[Element]>.Element
    ) -> Bool {
      (weight(one.element), one.offset) < (weight(other.element), other.offset)
    }
  }
}
