/// A rule that is broken, as the trust is now, because a group in which a review has begun has to stay.
///
/// What it is about may lie ahead: those whom it concerns have to know.
public struct StayingBreach: Sendable, Hashable {
  public let finding: Finding
  /// The schools of the group without any of which the rule would not be broken, in its order; none
  /// where the rule is not about one group.
  public let concerned: [SchoolID]

  public init(_ finding: Finding, concerned: [SchoolID]) {
    self.finding = finding
    self.concerned = concerned
  }
}
