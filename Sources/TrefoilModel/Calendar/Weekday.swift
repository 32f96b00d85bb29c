/// A day of the week, Monday first.
public enum Weekday: String, CaseIterable, Sendable, Hashable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// 0 for Monday to 6 for Sunday.
  public var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// Reads `monday`, `Mon` or `mon`: the whole name or its first three letters.
  public init?(reading text: String) {
    let lower = text.lowercased()
    guard
      let day = Self.allCases.first(where: {
        $0.rawValue == lower || $0.rawValue.prefix(3) == lower
      })
    else { return nil }
    self = day
  }

  /// `Mon`, for tables.
  public var short: String { String(rawValue.prefix(3)).capitalizedFirst }
}

/// A set of weekdays.
public struct WeekdaySet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public init(_ day: Weekday) {
    rawValue = 1 << UInt8(day.index)
  }

  public func contains(_ day: Weekday) -> Bool {
    contains(WeekdaySet(day))
  }
}

extension String {
  /// The same text with its first letter in upper case.
  var capitalizedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
