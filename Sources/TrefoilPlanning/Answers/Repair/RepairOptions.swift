import TrefoilModel

/// What a repair may touch, and what it costs to touch it.
public struct RepairOptions: Sendable, Hashable {
  /// What began before this day has happened and stays; nil when nothing has.
  public var freezeBefore: CalendarDay?
  /// Calendar days from `freezeBefore` within which nobody is given a duty they did not have. A principal
  /// new to a school takes on the reviews of the one before at once: they come with the school.
  public var notice: Int
  /// Minutes for each visit of a person that moves.
  public var personCost: Int
  /// Minutes for each review and each workshop that a school has on another day.
  public var schoolCost: Int

  public init(
    freezeBefore: CalendarDay? = nil, notice: Int = 0, personCost: Int = 30, schoolCost: Int = 60
  ) {
    self.freezeBefore = freezeBefore
    self.notice = notice
    self.personCost = personCost
    self.schoolCost = schoolCost
  }

  /// Whether what begins on a day has begun.
  func hasBegun(_ day: CalendarDay?) -> Bool {
    PlanRepair.hasBegun(day, before: freezeBefore)
  }

  /// The first day on which somebody may be given a new duty; nil for any.
  var earliest: CalendarDay? { freezeBefore.map { $0 + notice } }
}
