/// What became of one duty of a published plan: another day, another person, begun or ended.
public struct VisitMove: Sendable, Hashable {
  /// A duty as a plan has it.
  public struct Held: Sendable, Hashable {
    public let person: PersonID
    /// Empty in a plan without days.
    public let days: [CalendarDay]

    public init(person: PersonID, days: [CalendarDay]) {
      self.person = person
      self.days = days
    }
  }

  public let host: SchoolID
  public let duty: Duty
  /// Nil for a duty that the published plan does not have.
  public let before: Held?
  /// Nil for a duty that nobody has any more.
  public let after: Held?

  public init(host: SchoolID, duty: Duty, before: Held?, after: Held?) {
    self.host = host
    self.duty = duty
    self.before = before
    self.after = after
  }

  /// Those whose week changes, the one before first.
  public var people: [PersonID] {
    let both = [before?.person, after?.person].compactMap(\.self)
    return both.count == 2 && both[0] == both[1] ? [both[0]] : both
  }
}
