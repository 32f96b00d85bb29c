/// Rounds of small groups in which no two items should meet twice: the problem in numbers.
///
/// In each round every item that is present is in exactly one group, or rests. Groups have the sizes
/// the round says. Some pairs may not meet, in all rounds or in some; every meeting has a cost. It is
/// the social golfer problem with absences, forbidden pairs and costs.
public struct RoundsProblem: Sendable {
  /// One round: who is there, and what is made of them.
  public struct Round: Sendable {
    /// By item.
    public var isPresent: [Bool]
    /// Number of groups by size; sizes 2 to 5.
    public var groupCounts: [Int: Int]
    public var restCount: Int
    /// Groups that are so, whatever else; each of a size that ``groupCounts`` has.
    public var fixedGroups: [[Int]]
    /// Which of the tables of costs holds in this round.
    public var table: Int

    public init(
      isPresent: [Bool], groupCounts: [Int: Int], restCount: Int = 0, fixedGroups: [[Int]] = [],
      table: Int = 0
    ) {
      self.isPresent = isPresent
      self.groupCounts = groupCounts
      self.restCount = restCount
      self.fixedGroups = fixedGroups
      self.table = table
    }
  }

  /// What meetings cost in some rounds; `forbidden` stands for a meeting that may not be.
  public struct Table: Sendable, Hashable {
    /// [one * itemCount + other], symmetric.
    public var pairCost: [Int]
    /// What it costs that an item rests.
    public var restCost: [Int]
    /// What can be in groups of four and five besides; nil where that is no more than the costs allow.
    /// The search keeps to the costs, so that what it finds may be in groups of any size; what is counted is
    /// proven of all.
    public var ties: RoundsTies?

    public init(pairCost: [Int], restCost: [Int], ties: RoundsTies? = nil) {
      self.pairCost = pairCost
      self.restCost = restCost
      self.ties = ties
    }
  }

  /// Stands for what may not be; every other cost is below 2^31.
  public static let forbidden = 1 << 40

  public let itemCount: Int
  public var rounds: [Round]
  public var tables: [Table]
  /// [one * itemCount + other], symmetric: pairs that may meet as often as they like.
  public var mayRepeat: [Bool]

  /// Rounds in which all items are present and no meeting costs anything.
  ///
  /// - Precondition: groups and rests make up the number of items.
  public init(itemCount: Int, rounds: Int, groupCounts: [Int: Int], restCount: Int = 0) {
    self.itemCount = itemCount
    let round = Round(
      isPresent: Array(repeating: true, count: itemCount), groupCounts: groupCounts,
      restCount: restCount)
    self.rounds = Array(repeating: round, count: rounds)
    tables = [
      Table(
        pairCost: Array(repeating: 0, count: itemCount * itemCount),
        restCost: Array(repeating: 0, count: itemCount))
    ]
    mayRepeat = Array(repeating: false, count: itemCount * itemCount)
  }

  /// Whether groups and rests of every round make up those present, fixed groups among them.
  public var isSound: Bool {
    rounds.allSatisfy { round in
      let places = round.groupCounts.reduce(0) { $0 + $1.key * $1.value } + round.restCount
      let fixed = round.fixedGroups.flatMap(\.self)
      var left = round.groupCounts
      for group in round.fixedGroups { left[group.count, default: 0] -= 1 }
      return places == round.isPresent.count(where: { $0 })
        && Set(fixed).count == fixed.count && fixed.allSatisfy { round.isPresent[$0] }
        && left.values.allSatisfy { $0 >= 0 } && tables.indices.contains(round.table)
    }
  }

  /// How often an item may rest before it is a repeat: an even share, rounded up.
  var restShare: Int {
    let rests = rounds.reduce(0) { $0 + $1.restCount }
    return max(1, (rests + itemCount - 1) / max(1, itemCount))
  }
}
