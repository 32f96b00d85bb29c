import TrefoilModel
import TrefoilSolver

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
  /// What of a move matters here, in numbers.
  private struct Step {
    let person: Int
    let opening: Int
    let days: Int
    /// Days a week that the person offers.
    let offered: Int
    let span: Range<Int>
    let needsCover: Bool
  }

  private let steps: [Step]
  private let setting: NeedsCover.Setting
  private let stop: StopSignal
  /// The moves that a move covers.
  private let covered: [[Int]]
  /// The most exchanges, and the most steps that looking for them may take.
  private let mostExchanges: Int
  private let mostSteps: Int
  private(set) var exchanges: [Exchange] = []
  /// Whether there are more than can be looked at.
  private(set) var isCut = false
  /// Whether the search was stopped before all were listed; those of one move are there all the same.
  private(set) var isStopped = false
  /// So many moves has every exchange that was looked at in full, and those of one more in part; nil
  /// where all were, and where the search was stopped.
  private(set) var wholeLength: Int?
  private var taken = 0

  static let mostExchanges = 1_000_000
  /// Paths that end in no cycle are steps too.
  private static let stepsAnExchange = 8
  /// A stop is looked for each time so many steps were taken.
  private static let stepsAStop = 1 << 12

  /// - Parameter mostExchanges: the most that are looked at; of more the shorter ones, so that nobody is
  ///   left without a move of their own by the chains of those who come first.
  init(
    _ moves: [Move], setting: NeedsCover.Setting, mostExchanges: Int = Self.mostExchanges,
    stop: StopSignal = StopSignal()
  ) {
    self.setting = setting
    self.mostExchanges = mostExchanges
    self.stop = stop
    mostSteps = Self.stepsAnExchange * mostExchanges
    var people: [PersonID: Int] = [:]
    var openings: [OpeningID: Int] = [:]
    steps = moves.map { move in
      Step(
        person: people.place(of: move.person.id), opening: openings.place(of: move.opening.id),
        days: move.days, offered: move.candidate.days, span: move.span,
        needsCover: move.home.release.needsCover)
    }
    var bound: [SchoolID: [Int]] = [:]
    for (index, move) in moves.enumerated() where move.home.release.needsCover {
      bound[move.home.id, default: []].append(index)
    }
    var (covered, isLate) = ([[Int]](repeating: [], count: moves.count), false)
    for (index, move) in moves.enumerated() {
      guard let others = bound[move.school.id] else { continue }
      isLate = isLate || stop.isSent
      if isLate { break }
      covered[index] = others.filter { move.covers(moves[$0]) }
    }
    self.covered = covered
    isStopped = isLate
    walk(length: nil)
    if isCut, !isStopped { walkByLength() }
  }

  /// All exchanges of so many moves, or of any number, in the order of their moves.
  private mutating func walk(length: Int?) {
    for index in steps.indices where !isCut {
      if !steps[index].needsCover {
        extend([index], isCycle: false, length)
      } else if setting.longestCycle > 1, !isStopped {
        extend([index], isCycle: true, length)
      }
    }
  }

  /// The shortest exchanges, as many as may be.
  private mutating func walkByLength() {
    (exchanges, isCut, taken) = ([], false, 0)
    for length in 1...max(setting.longestCycle, setting.longestChain) where !isCut && !isStopped {
      walk(length: length)
      if !isCut, !isStopped { wholeLength = length }
    }
    wholeLength = isStopped ? nil : wholeLength ?? 0
    isCut = true
  }

  private mutating func extend(_ path: [Int], isCycle: Bool, _ length: Int?) {
    taken += 1
    if taken % Self.stepsAStop == 0, stop.isSent { isStopped = true }
    let isWanted = length == nil || path.count == length
    let last = path[path.count - 1]
    if isWanted, !isCycle || (path.count > 1 && covered[last].contains(path[0])) {
      guard exchanges.count < mostExchanges else {
        isCut = true
        return
      }
      exchanges.append(Exchange(moves: path, isCycle: isCycle))
    }
    if taken > mostSteps { isCut = true }
    let most = isCycle ? setting.longestCycle : setting.longestChain
    if path.count >= min(most, length ?? most) { return }
    for next in covered[last] where !isCut && !isStopped {
      // A cycle begins with the first of its moves, so that it is found once.
      if isCycle, next <= path[0] { continue }
      if isTooMuch(path, for: next, isCycle: isCycle) { continue }
      extend(path + [next], isCycle: isCycle, length)
    }
  }

  /// Whether a path with this move would ask more of its person than can be: two stays at one opening,
  /// or more days a week than are on offer.
  ///
  /// A chain may come to one person twice, at two openings on fewer days each. All moves of a cycle have
  /// the same days and terms, so that one which comes to a person twice is two shorter cycles.
  private func isTooMuch(_ path: [Int], for place: Int, isCycle: Bool) -> Bool {
    let person = steps[place].person
    guard path.contains(where: { steps[$0].person == person }) else { return false }
    if isCycle { return true }
    let next = steps[place]
    let own = path.filter { steps[$0].person == person }
    if own.contains(where: { steps[$0].opening == next.opening }) { return true }
    return next.span.contains { term in
      let days = own.reduce(next.days) {
        $0 + (steps[$1].span.contains(term) ? steps[$1].days : 0)
      }
      return days > next.offered
    }
  }
}

extension Dictionary where Value == Int {
  /// The place of a key among those asked for so far, the first being 0.
  fileprivate mutating func place(of key: Key) -> Int {
    if let place = self[key] { return place }
    self[key] = count
    return count - 1
  }
}
