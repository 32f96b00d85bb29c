/// Another day by which a host's data is due than the published plan said.
public struct DueMove: Sendable, Hashable {
  public let host: SchoolID
  public let before: CalendarDay?
  public let after: CalendarDay?

  public init(host: SchoolID, before: CalendarDay?, after: CalendarDay?) {
    self.host = host
    self.before = before
    self.after = after
  }
}
