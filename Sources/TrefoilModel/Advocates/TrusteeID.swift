/// The identifier of a trustee, unique in a scenario.
public struct TrusteeID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ text: some StringProtocol) {
    rawValue = String(text)
  }

  public var description: String { rawValue }

  public static func < (left: TrusteeID, right: TrusteeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
