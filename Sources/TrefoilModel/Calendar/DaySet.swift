/// A run of days, first and last included.
public struct DayRange: Sendable, Hashable, CustomStringConvertible {
  public let first: CalendarDay
  public let last: CalendarDay

  /// - Precondition: `first <= last`.
  public init(_ first: CalendarDay, _ last: CalendarDay) {
    precondition(first <= last, "a run of days ends before it starts")
    self.first = first
    self.last = last
  }

  public func contains(_ day: CalendarDay) -> Bool {
    first <= day && day <= last
  }

  public func contains(_ other: DayRange) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Every day of the run, in order.
  public var days: [CalendarDay] {
    (first.number...last.number).map { CalendarDay(number: $0) }
  }

  /// What is left of the run without a day.
  fileprivate func without(_ day: CalendarDay) -> [DayRange] {
    guard contains(day) else { return [self] }
    let before = first < day ? [DayRange(first, CalendarDay(number: day.number - 1))] : []
    let after = day < last ? [DayRange(CalendarDay(number: day.number + 1), last)] : []
    return before + after
  }

  /// `2026-10-26` for one day, `2026-10-26..2026-10-30` for more: as input files write it.
  public var description: String {
    first == last ? "\(first)" : "\(first)..\(last)"
  }
}

/// A set of days, held as runs.
public struct DaySet: Sendable, Hashable {
  /// As given, sorted by first day.
  public let ranges: [DayRange]

  public init(_ ranges: [DayRange] = []) {
    self.ranges = ranges.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
  }

  public var isEmpty: Bool { ranges.isEmpty }

  /// Whether the day is in any run; O(number of runs).
  public func contains(_ day: CalendarDay) -> Bool {
    ranges.contains { $0.contains(day) }
  }

  /// The days of this set that are not among these. O(runs x (days + 1)).
  public func without(_ days: some Sequence<CalendarDay>) -> DaySet {
    days.reduce(self) { left, day in
      left.contains(day) ? DaySet(left.ranges.flatMap { $0.without(day) }) : left
    }
  }
}
