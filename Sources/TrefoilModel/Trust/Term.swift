/// A school term: when it runs, when schools are closed, when reviews may be held, who is away.
public struct Term: Sendable, Hashable {
  public let name: String
  /// Nil when the scenario gives no dates: then teams are planned and no dates are set.
  public let dates: TermDates?
  /// Schools that take no part in this term; it is no rest by the `remainder` rule.
  public internal(set) var away: [SchoolID]

  public init(name: String, dates: TermDates? = nil, away: [SchoolID] = []) {
    self.name = name
    self.dates = dates
    self.away = away
  }
}

/// The dates of a term.
public struct TermDates: Sendable, Hashable {
  public let starts: CalendarDay
  public let ends: CalendarDay
  /// Days on which every school of the trust is closed, weekends apart.
  public let closed: DaySet
  /// The window that every day of every review lies in.
  public let reviews: DayRange

  /// - Precondition: the caller has checked that `starts <= ends` and that the window lies within.
  public init(starts: CalendarDay, ends: CalendarDay, closed: DaySet, reviews: DayRange) {
    self.starts = starts
    self.ends = ends
    self.closed = closed
    self.reviews = reviews
  }

  public var days: DayRange { DayRange(starts, ends) }
}
