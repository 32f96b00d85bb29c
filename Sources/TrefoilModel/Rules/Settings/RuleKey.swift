/// The name of a rule, in kebab case, as scenario files and plans write it.
public struct RuleKey: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(stringLiteral value: String) {
    rawValue = value
  }

  public var description: String { rawValue }

  public static func < (left: RuleKey, right: RuleKey) -> Bool {
    left.rawValue < right.rawValue
  }
}
