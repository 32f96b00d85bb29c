/// A single day that must come soon after the last day of its job.
public struct DatingFollowUp: Hashable, Sendable {
  /// The days it may be on; days past the end of the calendar are ignored.
  public var days: DayIndexSet
  /// How many calendar days after the last day of the job it may be at most; it is at least one.
  public var window: Int
  /// Agents away on duty for it.
  public var agents: [Int]
  /// Agents that must be present for it: busy on its day, but neither on duty nor away.
  public var home: [Int]
  /// How many agents of each site are away for it; counts of one site listed twice are added.
  public var away: [SiteCount]
  /// What each day costs; a day that is not listed costs nothing, one listed twice the sum.
  public var costs: [DayCost]

  /// A follow-up; whatever is left out is empty.
  public init(
    days: DayIndexSet, window: Int, agents: [Int] = [], home: [Int] = [], away: [SiteCount] = [],
    costs: [DayCost] = []
  ) {
    self.days = days
    self.window = window
    self.agents = agents
    self.home = home
    self.away = away
    self.costs = costs
  }
}
