/// Somebody who is away, or a school that is closed.
public struct Absence: Sendable, Hashable {
  public enum Who: Sendable, Hashable {
    case person(PersonID)
    case school(SchoolID)
    /// All schools of a hub.
    case hub(String)
  }

  public let who: Who
  /// The days; nil for all the time. A person then has no duties in any term of the plan and no coaching,
  /// and goes on no secondment in its first term; a school takes no part in its first term.
  public let days: DaySet?
  /// Who leads the school, for all of the plan, in place of its principal.
  public let acting: PersonID?

  public init(_ who: Who, days: DaySet? = nil, acting: PersonID? = nil) {
    self.who = who
    self.days = days
    self.acting = acting
  }
}
