/// How many agents of one site are away for an activity.
public struct SiteCount: Hashable, Sendable {
  /// The index of the site.
  public var site: Int
  /// How many of its agents are away on each day of the activity; never negative.
  public var count: Int

  /// A number of agents away from one site.
  public init(site: Int, count: Int) {
    self.site = site
    self.count = count
  }
}
