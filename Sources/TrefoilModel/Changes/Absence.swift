/// Somebody who is away, or a school that is closed.
public struct Absence: Sendable, Hashable {
  public enum Who: Sendable, Hashable {
    case person(PersonID)
    case school(SchoolID)
    /// All schools of a hub.
    case hub(String)
  }

  public let who: Who
  /// The days; nil for all of the planned term. A person then has no duties, coaching or secondment in
  /// it, and a school takes no part.
  public let days: DaySet?
  /// Who leads the school in the planned term in place of its principal.
  public let acting: PersonID?

  public init(_ who: Who, days: DaySet? = nil, acting: PersonID? = nil) {
    self.who = who
    self.days = days
    self.acting = acting
  }
}
