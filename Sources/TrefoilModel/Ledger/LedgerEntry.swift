/// One thing that was given: who gave it, from which school, to which, in days and minutes.
public struct LedgerEntry: Sendable, Hashable {
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    /// A principal on a review team.
    case review
    /// An Improvement Champion on a review team.
    case champion
    /// A workshop that was led.
    case workshop
    /// A review at the person's own school.
    case hosting
    case secondment
    case coaching
    /// A trustee as the advocate of a school; the person is the trustee.
    case advocate
    /// A school that hosts the meetings of a network; the person is the network.
    case network

    /// Whether it comes of a review: of a term with such entries it is known who reviewed whom.
    public var isOfReviews: Bool { [.review, .champion, .workshop, .hosting].contains(self) }

    /// Whether a person of the trust gives days by it, which count for fairness.
    public var isOfPeople: Bool { ![.hosting, .advocate, .network].contains(self) }
  }

  /// The term in which the plan was published that this comes from; nil for what comes from history.
  public let published: String?
  /// The term in which it was given.
  public let term: String
  public let kind: Kind
  public let person: PersonID
  public let from: SchoolID
  public let at: SchoolID
  /// Whole days.
  public let days: Int
  /// Minutes travelled, there and back, on all the days.
  public let minutes: Int
  /// Of a secondment, the opening that it fills, where that is known.
  public let opening: OpeningID?

  public init(
    published: String?, term: String, kind: Kind, person: PersonID, from: SchoolID, at: SchoolID,
    days: Int, minutes: Int, opening: OpeningID? = nil
  ) {
    self.published = published
    self.term = term
    self.kind = kind
    self.person = person
    self.from = from
    self.at = at
    self.days = days
    self.minutes = minutes
    self.opening = opening
  }
}
