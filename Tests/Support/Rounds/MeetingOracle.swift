import TrefoilSolver

/// Whether rounds can be made in which no two meet twice and everybody who must may call, by trying
/// everything.
public struct MeetingOracle {
  private let problem: RoundsProblem

  public init(_ problem: RoundsProblem) {
    self.problem = problem
  }

  /// The most of the rounds, from the first on. Exponential; up to nine items and three rounds.
  public var mostRounds: Int {
    let choices = problem.rounds.map { meetings(of: $0) }
    func most(_ round: Int, _ met: UInt64) -> Int {
      guard round < choices.count else { return round }
      var best = round
      for choice in choices[round] where choice & met == 0 {
        best = max(best, most(round + 1, met | choice))
        if best == choices.count { break }
      }
      return best
    }
    return most(0, 0)
  }

  /// The pairs that meet, as bits, for every way to make the groups of a round.
  private func meetings(of round: RoundsProblem.Round) -> Set<UInt64> {
    let ties = problem.tables[round.table].ties ?? RoundsTies(mayMeet: [], mayCall: [])
    var found: Set<UInt64> = []
    func place(_ left: [Int], _ counts: [Int: Int], _ resting: Int, _ met: UInt64) {
      guard let first = left.first else {
        found.insert(met)
        return
      }
      let rest = Array(left.dropFirst())
      if resting > 0 { place(rest, counts, resting - 1, met) }
      for (size, count) in counts where count > 0 {
        for others in Self.choices(of: size - 1, from: rest) {
          let group = [first] + others
          guard canBe(group, ties) else { continue }
          var counts = counts
          counts[size] = count - 1
          place(rest.filter { !others.contains($0) }, counts, resting, met | bits(of: group))
        }
      }
    }
    let present = (0..<problem.itemCount).filter { round.isPresent[$0] }
    place(present, round.groupCounts, round.restCount, 0)
    return found
  }

  private func bits(of group: [Int]) -> UInt64 {
    var bits: UInt64 = 0
    for (index, one) in group.enumerated() {
      for other in group[..<index] {
        let (low, high) = (min(one, other), max(one, other))
        bits |= 1 << UInt64(high * (high - 1) / 2 + low)
      }
    }
    return bits
  }

  // MARK: One group

  private func canBe(_ group: [Int], _ ties: RoundsTies) -> Bool {
    let count = problem.itemCount
    let mayMeet = group.allSatisfy { one in
      group.allSatisfy { $0 == one || ties.mayMeet[one * count + $0] }
    }
    guard mayMeet else { return false }
    // Who calls on each host, host by host, nobody more than twice.
    func calls(_ host: Int, _ made: [Int: Int]) -> Bool {
      guard host < group.count else { return true }
      let able = group.filter { caller in
        caller != group[host] && ties.mayCall[caller * count + group[host]]
          && made[caller, default: 0] < 2
      }
      return Self.choices(of: min(2, group.count - 1), from: able).contains { callers in
        calls(host + 1, made.merging(callers.map { ($0, 1) }, uniquingKeysWith: +))
      }
    }
    return calls(0, [:])
  }

  private static func choices(of size: Int, from items: [Int]) -> [[Int]] {
    if size == 0 { return [[]] }
    return items.indices.flatMap { index in
      choices(of: size - 1, from: Array(items[(index + 1)...])).map { [items[index]] + $0 }
    }
  }
}
