/// A piece of work on consecutive days, with perhaps a follow-up some days later.
public struct DatingJob: Hashable, Sendable {
  /// How many days it takes, with consecutive indices; at least one.
  public var length: Int
  /// The days it may start on; a start from which it would run past the calendar is ignored.
  public var starts: DayIndexSet
  /// Agents away on duty on all its days.
  public var agents: [Int]
  /// Agents that must be present on all its days: busy, but neither on duty nor away.
  public var home: [Int]
  /// How many agents of each site are away on each day; counts of one site listed twice are added.
  public var away: [SiteCount]
  /// What each start costs; a start that is not listed costs nothing, one listed twice the sum.
  public var startCosts: [DayCost]
  /// The day of work that follows it, or nil when there is none.
  public var followUp: DatingFollowUp?

  /// A job; whatever is left out is empty.
  public init(
    length: Int, starts: DayIndexSet, agents: [Int] = [], home: [Int] = [], away: [SiteCount] = [],
    startCosts: [DayCost] = [], followUp: DatingFollowUp? = nil
  ) {
    self.length = length
    self.starts = starts
    self.agents = agents
    self.home = home
    self.away = away
    self.startCosts = startCosts
    self.followUp = followUp
  }
}
