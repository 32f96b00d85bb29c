import TrefoilModel

/// Numbers, days and lines as people read them.
enum Wording {
  /// The lines as a text that ends in a line end: every summary leaves by here.
  ///
  /// Names and reasons come from files; nothing invisible in them may act on a terminal, or begin a line.
  static func page(_ lines: [String]) -> String {
    lines.map(Excerpt.escaped).joined(separator: "\n") + "\n"
  }

  /// 12345 as `12,345`.
  static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-\(text)" : text
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Tue 6 Oct`.
  static func day(_ day: CalendarDay) -> String {
    "\(day.weekday.short) \(day.parts.day) \(months[day.parts.month - 1])"
  }

  /// `Tue 6 and Wed 7 Oct`, or one day.
  static func days(_ days: [CalendarDay]) -> String {
    days.map { Self.day($0) }.joined(separator: ", ")
  }

  /// `A`, `A and B`, `A, B and C`.
  static func list(_ words: [String]) -> String {
    Listing.of(words)
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  /// The text with spaces after it up to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The text with spaces before it up to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A text after a mark, broken into lines of at most 98 characters that stand under one another.
  static func item(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    return PlanSummary.broken(text, width: 98 - mark.count).enumerated().map { index, line in
      (index == 0 ? mark : indent) + line
    }
  }
}
