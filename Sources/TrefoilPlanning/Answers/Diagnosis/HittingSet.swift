import TrefoilSolver

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
  /// number of sets, of which there are few, up to the limit of steps; a stop ends it too, with a choice.
  func lightest(hitting sets: [[Element]], stop: StopSignal = StopSignal()) -> Choice {
    var places: [Element: Int] = [:]
    var elements: [Element] = []
    for element in sets.joined() where places[element] == nil {
      places[element] = elements.count
      elements.append(element)
    }
    var search = HittingSearch(
      sets: sets.map { $0.map { places[$0] ?? 0 } }, weights: elements.map(weight),
      left: mostSteps, stop: stop)
    search.run()
    return Choice(elements: search.chosen.map { elements[$0] }, isLightest: !search.isCutShort)
  }
}
