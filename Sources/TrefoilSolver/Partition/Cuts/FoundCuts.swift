/// Every cut that a search has come upon, in its program or not, to be asked again.
struct FoundCuts: Sendable {
  private var set: CutSet
  /// So many of them others have been told of.
  private var told = 0

  init(itemCount: Int) {
    set = CutSet(itemCount: itemCount)
  }

  mutating func add(_ cuts: [RankOneCut]) {
    for cut in cuts { set.add(cut) }
  }

  /// Cuts since this was last asked.
  mutating func takeNews() -> [RankOneCut] {
    defer { told = set.cuts.count }
    return Array(set.cuts[told...])
  }

  /// Takes over what another search has found; nobody needs to be told of that.
  mutating func learn(_ cuts: [RankOneCut]) {
    add(cuts)
    told = set.cuts.count
  }

  /// Those that are not in a program and that a solution breaks, the most broken first.
  /// O(groups x cuts of their members).
  mutating func broken(
    by solution: FractionalGroups, outside program: CutSet, most: Int
  ) -> [RankOneCut] {
    var counts = Array(repeating: 0.0, count: set.cuts.count)
    for group in 0..<solution.count {
      let list = solution.members(of: group)
      var members = TaskPricer.Members(repeating: -1)
      for (position, item) in list.enumerated() { members[position] = item }
      for (cut, count) in set.counts(members, list.count) {
        counts[cut] += Double(count) * solution.values[group]
      }
    }
    var broken: [(violation: Double, cut: Int)] = []
    for (index, cut) in set.cuts.enumerated() {
      let violation = counts[index] - Double(cut.rightHandSide)
      if violation > CutSeparator.least && !program.contains(cut) {
        broken.append((violation, index))
      }
    }
    return broken.sorted { ($1.violation, $0.cut) < ($0.violation, $1.cut) }.prefix(most)
      .map { set.cuts[$0.cut] }
  }
}
