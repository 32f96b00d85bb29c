/// A school that had its turn in an earlier term: that was championed, or that hosted a meeting.
public struct PastTurn: Sendable, Hashable {
  public let school: SchoolID
  /// How many terms before the planned one, 1 for the term just before.
  public let termsAgo: Int

  public init(school: SchoolID, termsAgo: Int) {
    self.school = school
    self.termsAgo = termsAgo
  }
}

extension [PastTurn] {
  /// The turns of one school that a list of charges by terms reaches, each with its charge. Every
  /// earlier turn counts; those further back than the list are free. O(turns).
  func charged(_ school: SchoolID, by charges: [Charge]) -> [(turn: PastTurn, charge: Charge)] {
    compactMap { turn in
      guard turn.school == school, (1...60).contains(turn.termsAgo),
        turn.termsAgo <= charges.count
      else { return nil }
      return (turn, charges[turn.termsAgo - 1])
    }
  }
}
