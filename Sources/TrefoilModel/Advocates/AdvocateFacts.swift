/// A scenario's trustees with their look-ups made.
public struct AdvocateFacts: Sendable {
  public let trust: TrustFacts
  private let trusteeByID: [TrusteeID: Trustee]

  /// O(trustees).
  public init(_ trust: TrustFacts) {
    self.trust = trust
    trusteeByID = Dictionary(trust.scenario.trustees.map { ($0.id, $0) }) { first, _ in first }
  }

  /// In the order of the file.
  public var trustees: [Trustee] { trust.scenario.trustees }
  /// The schools that want an advocate: all of the trust's, in the order of the file.
  public var schools: [School] { trust.scenario.schools }
  public func trustee(_ id: TrusteeID) -> Trustee? { trusteeByID[id] }
  /// The name of a trustee, or the identifier when there is none such.
  public func name(_ id: TrusteeID) -> String { trusteeByID[id]?.name ?? id.rawValue }

  /// The minutes of one journey from the trustee's home to the school and back. O(1).
  ///
  /// Between two places it takes as long both ways, and as long as between two schools there. A
  /// journey of which nothing is known, which reading refuses, takes a day each way.
  public func roundTrip(of trustee: Trustee, to school: School) -> Int {
    switch trustee.home {
    case .near(let id):
      guard let near = trust.school(id) else { return 2 * 1440 }
      return trust.minutes(from: near, to: school) + trust.minutes(from: school, to: near)
    case .place(let home):
      guard let place = school.place else { return 2 * 1440 }
      return trust.modelledMinutes(from: home, to: place)
        + trust.modelledMinutes(from: place, to: home)
    }
  }

  /// The pairs of a plan whose trustee and school are known.
  func planned(_ pairs: [Advocacy]) -> [PlannedAdvocacy] {
    pairs.enumerated().compactMap { index, pair in
      guard let trustee = trustee(pair.trustee), let school = trust.school(pair.school) else {
        return nil
      }
      return PlannedAdvocacy(trustee: trustee, school: school, index: index)
    }
  }
}
