/// A trustee, who visits and champions schools of the trust.
public struct Trustee: Sendable, Hashable {
  /// Where a trustee sets out from.
  public enum Home: Sendable, Hashable {
    case place(Place)
    /// So close to a school that every journey takes as long as from there.
    case near(SchoolID)
  }

  public let id: TrusteeID
  public let name: String
  public internal(set) var home: Home
  /// The most schools the trustee takes on; nil for no limit of their own.
  public let most: Int?
  /// Schools that the trustee never champions: a former employer, their own children's school.
  public internal(set) var ties: [SchoolID]
  /// Schools that the trustee championed before.
  public internal(set) var past: [PastTurn]

  public init(
    id: TrusteeID, name: String, home: Home, most: Int? = nil, ties: [SchoolID] = [],
    past: [PastTurn] = []
  ) {
    self.id = id
    self.name = name
    self.home = home
    self.most = most
    self.ties = ties
    self.past = past
  }
}
