/// What one person asks of coaching, and offers.
public struct CoachingProfile: Sendable, Hashable {
  /// The most that one person may coach at once.
  public static let mostCoachees = 100

  public let person: PersonID
  /// Topics in which the person asks for a coach, the first the dearest; compared without regard to
  /// case. Empty for who asks for none.
  public let wants: [String]
  /// Topics in which the person would coach somebody; empty for who coaches nobody.
  public let offers: [String]
  /// How many the person coaches at once, 1 to ``mostCoachees``; of no account without an offer.
  public let coachees: Int
  /// Whom the person reports to.
  public internal(set) var lineManagers: [PersonID]
  /// With whom the person would rather work, best first: coaches and coachees in one list. Those not
  /// named come after.
  public internal(set) var choices: [PersonID]

  public init(
    person: PersonID, wants: [String] = [], offers: [String] = [], coachees: Int = 1,
    lineManagers: [PersonID] = [], choices: [PersonID] = []
  ) {
    self.person = person
    self.wants = wants
    self.offers = offers
    self.coachees = coachees
    self.lineManagers = lineManagers
    self.choices = choices
  }

  /// The places that this person has for coachees; none without an offer.
  public var capacity: Int { offers.isEmpty ? 0 : coachees }
}
