/// Groups for every round, and what is wrong with them.
public struct RoundsSolution: Sendable, Hashable {
  public struct Round: Sendable, Hashable {
    /// Each in ascending order, the groups by their first items.
    public let groups: [[Int]]
    /// In ascending order.
    public let resting: [Int]
  }

  public let rounds: [Round]
  /// Meetings of pairs that met in an earlier round, and rests beyond an even share.
  public let repeats: Int
  /// Meetings and rests that may not be.
  public let forbidden: Int
  /// Sum of the costs of all meetings and rests that may be.
  public let cost: Int

  /// How wrong it is: a meeting that may not be counts as three repeats.
  public var faults: Int { repeats + Self.weightOfForbidden * forbidden }
  static let weightOfForbidden = 3

  /// Whether nothing is wrong.
  public var isClean: Bool { repeats == 0 && forbidden == 0 }

  /// Counts and costs groups anew, pair by pair; nothing of a search is trusted.
  ///
  /// O(rounds x items x largest group + items^2).
  public init(_ rounds: [Round], of problem: RoundsProblem) {
    self.rounds = rounds
    let count = problem.itemCount
    var met = Array(repeating: 0, count: count * count)
    var rests = Array(repeating: 0, count: count)
    var (repeats, forbidden, cost) = (0, 0, 0)
    func charge(_ minutes: Int) {
      if minutes >= RoundsProblem.forbidden { forbidden += 1 } else { cost += minutes }
    }
    for (index, round) in rounds.enumerated() {
      let table = problem.tables[problem.rounds[index].table]
      for group in round.groups {
        for (place, one) in group.enumerated() {
          for other in group[(place + 1)...] {
            let pair = min(one, other) * count + max(one, other)
            if met[pair] > 0 && !problem.mayRepeat[pair] { repeats += 1 }
            met[pair] += 1
            charge(table.pairCost[pair])
          }
        }
      }
      for item in round.resting {
        if rests[item] >= problem.restShare { repeats += 1 }
        rests[item] += 1
        charge(table.restCost[item])
      }
    }
    (self.repeats, self.forbidden, self.cost) = (repeats, forbidden, cost)
  }
}
