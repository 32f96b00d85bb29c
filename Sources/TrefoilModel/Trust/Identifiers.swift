/// The identifier of a school, unique in a scenario: what every file refers to it by.
public struct SchoolID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ text: some StringProtocol) {
    rawValue = String(text)
  }

  public var description: String { rawValue }

  public static func < (left: SchoolID, right: SchoolID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The identifier of a person, unique in a scenario.
public struct PersonID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ text: some StringProtocol) {
    rawValue = String(text)
  }

  public var description: String { rawValue }

  public static func < (left: PersonID, right: PersonID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The identifier of an opening for a secondment, unique in a scenario.
public struct OpeningID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ text: some StringProtocol) {
    rawValue = String(text)
  }

  public var description: String { rawValue }

  public static func < (left: OpeningID, right: OpeningID) -> Bool {
    left.rawValue < right.rawValue
  }
}
