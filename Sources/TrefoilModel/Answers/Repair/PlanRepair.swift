/// A published plan after a change, with as much of it kept as can be.
public struct PlanRepair: Sendable {
  public let plan: Plan
  /// The duties that differ from the published plan.
  public let moves: VisitMoves
  /// The term as it was published.
  public let published: TermPlan
  /// No plan that fits the change moves fewer visits than this, with the groups as they are and who reviews
  /// whom in them; nil when that is not known.
  public let fewest: Int?
  /// Whether it is proven that no plan with these groups that moves so few visits costs less.
  public let isCheapest: Bool
  /// Whether all groups are those of the published plan, begun ones with those of their schools that still
  /// take part.
  public let keepsGroups: Bool
  /// Rules broken, as the trust is now, by what has begun: it stays as it was.
  public let unhelped: [Finding]
  /// Those of them that a begun group breaks in what is still to come, since it has to stay.
  public let staying: [StayingBreach]
  /// What began before this day has happened; nil when nothing has.
  public let freezeBefore: CalendarDay?
  /// What there is to say of this repair, in sentences; the plan's notes begin with them.
  public let notes: [String]

  public init(
    plan: Plan, moves: VisitMoves, fewest: Int?, isCheapest: Bool, keepsGroups: Bool,
    unhelped: [Finding], staying: [StayingBreach] = [], notes: [String], published: TermPlan,
    freezeBefore: CalendarDay? = nil
  ) {
    self.plan = plan
    self.moves = moves
    self.fewest = fewest
    self.isCheapest = isCheapest
    self.keepsGroups = keepsGroups
    self.unhelped = unhelped
    self.staying = staying
    self.freezeBefore = freezeBefore
    self.notes = notes
    self.published = published
  }

  /// Whether it is proven that no fewer visits can move.
  public var movesFewest: Bool { fewest == moves.moves.count }

  /// Whether what begins on a day had begun when the plan was repaired.
  public func hasBegun(_ day: CalendarDay?) -> Bool { Self.hasBegun(day, before: freezeBefore) }

  /// Whether what is on a day has begun, when what began before another one has; nil for nothing.
  package static func hasBegun(_ day: CalendarDay?, before freeze: CalendarDay?) -> Bool {
    guard let day, let freeze else { return false }
    return day < freeze
  }

  /// Everyone with a duty that changed, sorted, each with the changes in the order of the plan.
  public var movesByPerson: [(person: PersonID, moves: [VisitMove])] {
    var found: [PersonID: [VisitMove]] = [:]
    for move in moves.moves {
      for person in move.people { found[person, default: []].append(move) }
    }
    return found.keys.sorted().map { ($0, found[$0] ?? []) }
  }
}
