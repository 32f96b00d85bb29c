extension SettingReader {
  /// A list of days and runs of days (`2026-10-26`, `2026-10-26..2026-10-30`), or one alone.
  public mutating func dayRanges(_ node: SettingNode) -> [DayRange]? {
    if case .list(let nodes) = node.content {
      let ranges = nodes.map { dayRange($0) }
      return ranges.contains(nil) ? nil : ranges.compactMap(\.self)
    }
    return dayRange(node).map { [$0] }
  }

  public mutating func dayRange(_ node: SettingNode) -> DayRange? {
    guard let text = node.scalar, let range = DayRange(reading: text) else {
      reject(
        node, "this is no day and no run of days",
        remedy: "write 2026-10-26 or 2026-10-26..2026-10-30")
      return nil
    }
    return range
  }
}

extension DayRange {
  /// Reads `2026-10-26` or `2026-10-26..2026-10-30`.
  public init?(reading text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let day = CalendarDay(text) else { return nil }
      self.init(day, day)
      return
    }
    guard let first = CalendarDay(text[..<dots.lowerBound]),
      let last = CalendarDay(text[dots.upperBound...]), first <= last
    else { return nil }
    self.init(first, last)
  }
}
