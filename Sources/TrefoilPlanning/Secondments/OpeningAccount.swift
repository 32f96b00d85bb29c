import TrefoilModel

/// What keeps candidates from the days that an opening lacks in a term.
struct OpeningAccount {
  /// Somebody who might come, or stay more, if one thing were otherwise.
  struct Hindered {
    let obstacle: SecondmentObstacle
    /// The days that would be added.
    let move: Move
    /// Whether nothing else is in the way; what hangs on the rest of the plan may be.
    let isAlone: Bool
  }

  /// How many are kept away by what, by the first thing in the way of each.
  private(set) var counts = [Int](repeating: 0, count: SecondmentObstacle.Kind.allCases.count)
  private(set) var hindered: [Hindered] = []

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  mutating func count(_ kind: SecondmentObstacle.Kind) { counts[kind.rawValue] += 1 }

  /// Counts somebody by the firmest of what is in the way, and notes what of it may be tried: the one
  /// thing that holds whatever else is planned, or, without one, everything that hangs on the plan.
  mutating func count(
    fixed: [SecondmentObstacle], planned: [SecondmentObstacle], of move: Move,
    otherwise: SecondmentObstacle.Kind
  ) {
    let all = fixed + planned
    count(all.map(\.kind).min { $0.rawValue < $1.rawValue } ?? otherwise)
    if fixed.count > 1 { return }
    hindered += (fixed.isEmpty ? planned : fixed).map {
      Hindered(obstacle: $0, move: move, isAlone: all.count == 1)
    }
  }
}
