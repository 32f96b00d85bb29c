/// A published plan after a change, with as much of it kept as can be.
public struct PlanRepair: Sendable {
  public let plan: Plan
  /// The duties that differ from the published plan.
  public let moves: VisitMoves
  /// No plan that fits the change moves fewer visits than this, with the groups as they are; nil when
  /// that is not known.
  public let fewest: Int?
  /// Whether all groups are those of the published plan.
  public let keepsGroups: Bool

  public init(plan: Plan, moves: VisitMoves, fewest: Int?, keepsGroups: Bool) {
    self.plan = plan
    self.moves = moves
    self.fewest = fewest
    self.keepsGroups = keepsGroups
  }

  /// Whether it is proven that no fewer visits can move.
  public var movesFewest: Bool { fewest == moves.moves.count }

  /// Everyone with a duty that changed, sorted, each with the changes in the order of the plan.
  public var movesByPerson: [(person: PersonID, moves: [VisitMove])] {
    var found: [PersonID: [VisitMove]] = [:]
    for move in moves.moves {
      for person in move.people { found[person, default: []].append(move) }
    }
    return found.keys.sorted().map { ($0, found[$0] ?? []) }
  }
}
