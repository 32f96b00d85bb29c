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
}
