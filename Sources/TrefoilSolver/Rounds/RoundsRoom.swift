/// Who may meet and call on whom in some of the rounds, each pair in any of them.
struct RoundsRoom {
  private struct Link: OptionSet {
    let rawValue: UInt8
    static let met = Link(rawValue: 1)
    /// Both call, in one and the same round.
    static let mutual = Link(rawValue: 2)
    /// The first on the second.
    static let calls = Link(rawValue: 4)
  }

  private let count: Int
  private var links: [Link]
  private var opened: [RoundsProblem.Round] = []

  init(itemCount: Int) {
    count = itemCount
    links = Array(repeating: [], count: itemCount * itemCount)
  }

  /// Adds what a round allows. O(items^2) unless one like it was added, which adds nothing.
  ///
  /// - Returns: whether it may have added something.
  mutating func open(_ round: RoundsProblem.Round, _ table: RoundsProblem.Table) -> Bool {
    let isNew = !opened.contains {
      $0.table == round.table && $0.isPresent == round.isPresent
        && Self.hasLarge($0) == Self.hasLarge(round)
    }
    guard isNew else { return false }
    opened.append(round)
    let ties = table.ties ?? RoundsTies(pairCost: table.pairCost)
    for one in 0..<count where round.isPresent[one] {
      for other in 0..<one where round.isPresent[other] {
        let (there, back) = (one * count + other, other * count + one)
        let isMutual = ties.mayCall[there] && ties.mayCall[back]
        guard ties.mayMeet[there], isMutual || Self.hasLarge(round) else { continue }
        let both: Link = isMutual ? [.met, .mutual] : .met
        links[there].formUnion(ties.mayCall[there] ? both.union(.calls) : both)
        links[back].formUnion(ties.mayCall[back] ? both.union(.calls) : both)
      }
    }
    return true
  }

  private static func hasLarge(_ round: RoundsProblem.Round) -> Bool {
    round.groupCounts.contains { $0.key > 3 && $0.value > 0 }
  }

  /// What there is room for where no two meet twice. O(items^2).
  var tally: RoundsTally {
    var tally = RoundsTally(itemCount: count)
    for one in 0..<count {
      for other in 0..<count {
        let link = links[one * count + other]
        if link.contains(.met) { tally.items[one].others += 1 }
        if link.contains(.mutual) { tally.items[one].mutual += 1 }
        if link.contains(.calls) {
          tally.items[one].callsMade += 1
          tally.items[other].callsHad += 1
        }
      }
    }
    tally.pairs = tally.items.reduce(0) { $0 + $1.others } / 2
    tally.mutual = tally.items.reduce(0) { $0 + $1.mutual } / 2
    tally.calls = tally.items.reduce(0) { $0 + $1.callsMade }
    return tally
  }
}
