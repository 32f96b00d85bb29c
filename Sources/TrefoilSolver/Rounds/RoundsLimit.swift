/// How many rounds without a repeat there can be at most, by counting.
///
/// Three arguments, all necessary and none sufficient: all groups of all rounds together have no more
/// meetings and calls than there may be (``RoundsTies``); each item has in its rounds no more of them than
/// it may; and the items of one group find different groups in every other round. In a full cycle of threes
/// the second gives (n - 1) / 2 rounds; it is reached exactly when n = 3 (mod 6) (Ray-Chaudhuri and Wilson
/// 1971).
public struct RoundsLimit: Sendable {
  private let problem: RoundsProblem

  public init(_ problem: RoundsProblem) {
    self.problem = problem
  }

  /// The most of the problem's rounds, from the first on, that counting allows. O(rounds x items x rounds +
  /// items^2 x rounds that differ in who is there and what they cost).
  public var rounds: Int {
    if problem.mayRepeat.contains(true) { return problem.rounds.count }
    var room = RoundsRoom(itemCount: problem.itemCount)
    var (allowed, taken) = (room.tally, RoundsTally(itemCount: problem.itemCount))
    for (index, round) in problem.rounds.enumerated() {
      if room.open(round, problem.tables[round.table]) { allowed = room.tally }
      taken.take(round)
      if !taken.fits(allowed) { return index }
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
}
