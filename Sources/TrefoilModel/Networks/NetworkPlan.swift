/// Where one network meets, and who meets with whom.
public struct NetworkPlan: Sendable, Hashable {
  public var network: NetworkID
  /// In the order of their venues among those of the network.
  public var groups: [NetworkGroup]
  /// Members that come to no meeting, in the order of members.
  public var absent: [SchoolID]
  /// The longest journey one way of a member to its meeting, there or back, in minutes; nil where
  /// nobody meets or it is not stated.
  public var longest: Int?
  /// Person-minutes of all rules about this network; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(
    network: NetworkID, groups: [NetworkGroup], absent: [SchoolID] = [], longest: Int? = nil,
    costs: [RuleKey: Int]? = [:]
  ) {
    self.network = network
    self.groups = groups
    self.absent = absent
    self.longest = longest
    self.costs = costs
  }
}

/// Schools of a network that meet together.
public struct NetworkGroup: Sendable, Hashable {
  /// The school where they meet.
  public var venue: SchoolID
  public var schools: [SchoolID]
  /// Person-minutes by rule that fall on this group alone; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(venue: SchoolID, schools: [SchoolID], costs: [RuleKey: Int]? = [:]) {
    self.venue = venue
    self.schools = schools
    self.costs = costs
  }
}
