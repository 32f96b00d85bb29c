import TrefoilModel

/// Moves that are made together or not at all.
struct Exchange: Sendable {
  /// Places among the moves; each covers the one after it, and in a cycle the last the first.
  let moves: [Int]
  let isCycle: Bool
}

/// Every chain and cycle of moves that the rule `needs-cover` allows.
///
/// A move from a school that needs no cover stands alone or begins a chain; every other move follows
/// one that covers it. Chains and cycles as columns are the cycle formulation of kidney exchange
/// (Abraham, Blum and Sandholm, 2007, doi:10.1145/1250910.1250954).
struct MoveChains: Sendable {
  private let moves: [Move]
  private let setting: NeedsCover.Setting
  /// The moves that a move covers.
  private let covered: [[Int]]
  /// The most exchanges, and the most steps that looking for them may take.
  private let mostExchanges: Int
  private let mostSteps: Int
  private(set) var exchanges: [Exchange] = []
  /// Whether there are more than can be looked at.
  private(set) var isCut = false
  /// So many moves has every exchange that was looked at in full, and those of one more in part; nil
  /// where all were.
  private(set) var wholeLength: Int?
  private var steps = 0

  static let mostExchanges = 1_000_000
  /// Paths that end in no cycle are steps too.
  private static let stepsAnExchange = 8

  /// - Parameter mostExchanges: the most that are looked at; of more the shorter ones, so that nobody is
  ///   left without a move of their own by the chains of those who come first.
  init(
    _ moves: [Move], setting: NeedsCover.Setting, mostExchanges: Int = Self.mostExchanges
  ) {
    self.moves = moves
    self.setting = setting
    self.mostExchanges = mostExchanges
    mostSteps = Self.stepsAnExchange * mostExchanges
    var bound: [SchoolID: [Int]] = [:]
    for (index, move) in moves.enumerated() where move.home.release.needsCover {
      bound[move.home.id, default: []].append(index)
    }
    covered = moves.map { move in
      (bound[move.school.id] ?? []).filter { move.covers(moves[$0]) }
    }
    walk(length: nil)
    if isCut { walkByLength() }
  }

  /// All exchanges of so many moves, or of any number, in the order of their moves.
  private mutating func walk(length: Int?) {
    for index in moves.indices where !isCut {
      if !moves[index].home.release.needsCover {
        extend([index], isCycle: false, length)
      } else if setting.longestCycle > 1 {
        extend([index], isCycle: true, length)
      }
    }
  }

  /// The shortest exchanges, as many as may be.
  private mutating func walkByLength() {
    (exchanges, isCut, steps) = ([], false, 0)
    for length in 1...max(setting.longestCycle, setting.longestChain) where !isCut {
      walk(length: length)
      if !isCut { wholeLength = length }
    }
    wholeLength = wholeLength ?? 0
    isCut = true
  }

  private mutating func extend(_ path: [Int], isCycle: Bool, _ length: Int?) {
    steps += 1
    let isWanted = length == nil || path.count == length
    let last = path[path.count - 1]
    if isWanted, !isCycle || (path.count > 1 && covered[last].contains(path[0])) {
      guard exchanges.count < mostExchanges else {
        isCut = true
        return
      }
      exchanges.append(Exchange(moves: path, isCycle: isCycle))
    }
    if steps > mostSteps { isCut = true }
    let most = isCycle ? setting.longestCycle : setting.longestChain
    if path.count >= min(most, length ?? most) { return }
    for next in covered[last] where !isCut {
      // A cycle begins with the first of its moves, so that it is found once.
      if isCycle, next <= path[0] { continue }
      if isTooMuch(path, for: moves[next], isCycle: isCycle) { continue }
      extend(path + [next], isCycle: isCycle, length)
    }
  }

  /// Whether a path with this move would ask more of its person than can be: two stays at one opening,
  /// or more days a week than are on offer.
  ///
  /// A chain may come to one person twice, at two openings on fewer days each. All moves of a cycle have
  /// the same days and terms, so that one which comes to a person twice is two shorter cycles.
  private func isTooMuch(_ path: [Int], for next: Move, isCycle: Bool) -> Bool {
    let own = path.map { moves[$0] }.filter { $0.person.id == next.person.id }
    if own.isEmpty { return false }
    if isCycle || own.contains(where: { $0.opening.id == next.opening.id }) { return true }
    return next.span.contains { term in
      let days = own.reduce(next.days) { $0 + ($1.span.contains(term) ? $1.days : 0) }
      return days > next.candidate.days
    }
  }
}
