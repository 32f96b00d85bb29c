/// Journey times that the trust measured itself, in whole minutes one way.
public struct TravelTable: Sendable, Hashable {
  public struct Journey: Hashable, Sendable {
    public let from: SchoolID
    public let to: SchoolID

    public init(from: SchoolID, to: SchoolID) {
      self.from = from
      self.to = to
    }
  }

  /// Minutes as given. The reverse of a journey counts as the same unless it is given itself.
  public let minutes: [Journey: Int]

  public init(minutes: [Journey: Int] = [:]) {
    self.minutes = minutes
  }

  /// One-way minutes, or nil when neither direction is given. O(1).
  public func minutes(from: SchoolID, to: SchoolID) -> Int? {
    if minutes.isEmpty { return nil }
    return minutes[Journey(from: from, to: to)] ?? minutes[Journey(from: to, to: from)]
  }
}
