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
  private(set) var exchanges: [Exchange] = []
  /// Whether there are more than can be looked at.
  private(set) var isCut = false

  static let mostExchanges = 1_000_000

  init(_ moves: [Move], setting: NeedsCover.Setting) {
    self.moves = moves
    self.setting = setting
    var bound: [SchoolID: [Int]] = [:]
    for (index, move) in moves.enumerated() where move.home.release.needsCover {
      bound[move.home.id, default: []].append(index)
    }
    covered = moves.map { move in
      (bound[move.school.id] ?? []).filter { move.covers(moves[$0]) }
    }
    for index in moves.indices {
      if !moves[index].home.release.needsCover {
        extend([index], isCycle: false)
      } else if setting.longestCycle > 1 {
        extend([index], isCycle: true)
      }
    }
  }

  private mutating func extend(_ path: [Int], isCycle: Bool) {
    guard exchanges.count < Self.mostExchanges else {
      isCut = true
      return
    }
    let last = path[path.count - 1]
    if !isCycle {
      exchanges.append(Exchange(moves: path, isCycle: false))
    } else if path.count > 1, covered[last].contains(path[0]) {
      exchanges.append(Exchange(moves: path, isCycle: true))
    }
    if path.count >= (isCycle ? setting.longestCycle : setting.longestChain) { return }
    for next in covered[last] {
      // A cycle begins with the first of its moves, so that it is found once.
      if isCycle, next <= path[0] { continue }
      let person = moves[next].person.id
      if path.contains(where: { moves[$0].person.id == person }) { continue }
      extend(path + [next], isCycle: isCycle)
    }
  }
}
