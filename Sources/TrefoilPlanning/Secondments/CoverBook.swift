import TrefoilModel

/// Who of a plan's secondments could cover one more, and how long the chain would be.
struct CoverBook {
  enum Place {
    /// Somebody who covers nobody comes for it.
    case open
    /// Nobody comes for it.
    case none
    /// Whoever comes for it is the last of a chain that may be no longer.
    case tooLong
  }

  private let moves: [PlannedMove]
  private let setting: NeedsCover.Setting
  /// The covering move of each that needs one.
  private let coverOf: [Int: Int]
  private let busy: Set<Int>

  init(_ moves: [PlannedMove], setting: NeedsCover.Setting) {
    self.moves = moves
    self.setting = setting
    coverOf = CoverPairing(moves, setting: setting).coverOf
    busy = Set(coverOf.values)
  }

  /// Where a move from a home that needs cover would stand. O(moves).
  func place(for move: Move) -> Place {
    let idle = moves.indices.filter { !busy.contains($0) && moves[$0].move.covers(move) }
    if idle.isEmpty { return .none }
    let isShort = idle.contains {
      CoverPairing.length(from: $0, coverOf).moves < setting.longestChain
    }
    return isShort ? .open : .tooLong
  }

  /// Whether whoever comes in place of a secondment does so on more days than it takes. O(moves).
  func allowsMoreDays(_ move: Move) -> Bool { cover(of: move)?.days ?? 0 > move.days }

  /// Whether whoever comes in place of a secondment is there in these terms too. O(moves).
  func allowsStaying(_ move: Move, alsoIn terms: Range<Int>) -> Bool {
    guard let cover = cover(of: move) else { return false }
    return terms.allSatisfy { cover.span.contains($0) }
  }

  private func cover(of move: Move) -> Move? {
    let place = moves.firstIndex {
      $0.move.person.id == move.person.id && $0.move.opening.id == move.opening.id
        && $0.move.span == move.span
    }
    return place.flatMap { coverOf[$0] }.map { moves[$0].move }
  }
}
