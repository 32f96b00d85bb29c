/// The identifier of a network, unique in a scenario.
public struct NetworkID: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(_ text: some StringProtocol) {
    rawValue = String(text)
  }

  public var description: String { rawValue }

  public static func < (left: NetworkID, right: NetworkID) -> Bool {
    left.rawValue < right.rawValue
  }
}
