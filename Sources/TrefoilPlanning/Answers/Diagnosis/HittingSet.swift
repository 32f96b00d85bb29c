/// The lightest choice that has an element of every set, by branch and bound.
struct HittingSet<Element: Hashable & Sendable> {
  let weight: (Element) -> Int

  /// Of several as light the one found first: sets in order, elements in order. Exponential in the
  /// number of sets, of which there are few.
  func lightest(hitting sets: [[Element]]) -> [Element] {
    var best: (weight: Int, chosen: [Element])?
    search(sets, [], 0, &best)
    return best?.chosen ?? []
  }

  private func search(
    _ sets: [[Element]], _ chosen: [Element], _ total: Int,
    _ best: inout (weight: Int, chosen: [Element])?
  ) {
    guard let open = sets.filter({ !$0.contains(where: chosen.contains) }).min(by: fewer) else {
      best = (total, chosen)
      return
    }
    for element in open.enumerated().sorted(by: lighter).map(\.element) {
      let more = total + weight(element)
      if let best, more >= best.weight { continue }
      search(sets, chosen + [element], more, &best)
    }
  }

  private func fewer(_ one: [Element], _ other: [Element]) -> Bool { one.count < other.count }

  private func lighter(
    _ one: EnumeratedSequence<[Element]>.Element, _ other: EnumeratedSequence<[Element]>.Element
  ) -> Bool {
    (weight(one.element), one.offset) < (weight(other.element), other.offset)
  }
}
