/// The phase of education that a school teaches.
public enum Phase: String, CaseIterable, Sendable, Hashable {
  case nursery
  case primary
  case middle
  case secondary
  case allThrough = "all-through"
  case special
  case alternativeProvision = "alternative-provision"
  case sixteenPlus = "16-plus"

  /// The phases that someone from such a school knows: an all-through school counts as primary
  /// and as secondary.
  public var taught: PhaseSet {
    switch self {
    case .nursery: .nursery
    case .primary: .primary
    case .middle: .middle
    case .secondary: .secondary
    case .allThrough: [.primary, .secondary]
    case .special: .special
    case .alternativeProvision: .alternativeProvision
    case .sixteenPlus: .sixteenPlus
    }
  }
}

/// A set of phases taught or known; all-through is not a member but primary and secondary.
public struct PhaseSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let nursery = PhaseSet(rawValue: 1)
  public static let primary = PhaseSet(rawValue: 2)
  public static let middle = PhaseSet(rawValue: 4)
  public static let secondary = PhaseSet(rawValue: 8)
  public static let special = PhaseSet(rawValue: 16)
  public static let alternativeProvision = PhaseSet(rawValue: 32)
  public static let sixteenPlus = PhaseSet(rawValue: 64)
}
