/// How many rounds without a repeat there can be at most, by counting.
///
/// Three arguments, all necessary and none sufficient: all groups of all rounds together have no more
/// pairs than may meet; each item meets in its rounds no more others than it may; and the items of one
/// group find different groups in every other round. In a full cycle of threes the second gives
/// (n - 1) / 2 rounds; it is reached exactly when n = 3 (mod 6) (Ray-Chaudhuri and Wilson 1971).
public struct RoundsLimit: Sendable {
  private let problem: RoundsProblem

  public init(_ problem: RoundsProblem) {
    self.problem = problem
  }

  /// The most of the problem's rounds, from the first on, that counting allows. O(rounds x items x (rounds + items)).
  public var rounds: Int {
    let count = problem.itemCount
    if problem.mayRepeat.contains(true) { return problem.rounds.count }
    let partners = (0..<count).map { item in
      (0..<count).count { $0 != item && mayMeet(item, $0) }
    }
    var pairsLeft = partners.reduce(0, +) / 2
    var met = Array(repeating: 0, count: count)
    for (index, round) in problem.rounds.enumerated() {
      pairsLeft -= round.groupCounts.reduce(0) { $0 + $1.value * $1.key * ($1.key - 1) / 2 }
      // Whoever may rest, or be in a smaller group than others, may meet fewer.
      let least = round.restCount > 0 ? 0 : (round.groupCounts.keys.min() ?? 1) - 1
      for item in 0..<count where round.isPresent[item] { met[item] += least }
      if pairsLeft < 0 || (0..<count).contains(where: { met[$0] > partners[$0] }) { return index }
      if (0..<index).contains(where: { isTooTight(problem.rounds[$0], round) }) { return index }
    }
    return problem.rounds.count
  }

  /// Whether a group of one round has more items than the other round has places for them, apart.
  private func isTooTight(_ one: RoundsProblem.Round, _ other: RoundsProblem.Round) -> Bool {
    func isTooTight(_ from: RoundsProblem.Round, _ to: RoundsProblem.Round) -> Bool {
      let largest = from.groupCounts.filter { $0.value > 0 }.keys.max() ?? 0
      let absent = zip(from.isPresent, to.isPresent).count { $0 && !$1 }
      return largest - absent > to.groupCounts.values.reduce(0, +) + to.restCount
    }
    return isTooTight(one, other) || isTooTight(other, one)
  }

  private func mayMeet(_ one: Int, _ other: Int) -> Bool {
    problem.tables.contains {
      $0.pairCost[one * problem.itemCount + other] < RoundsProblem.forbidden
    }
  }
}
