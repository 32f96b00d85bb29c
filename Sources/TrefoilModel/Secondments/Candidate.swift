/// A person who may be seconded, and on what terms.
public struct Candidate: Sendable, Hashable {
  public let person: PersonID
  /// The roles this person would take; empty for those held at home.
  public let roles: [Role]
  /// The phases this person knows, where the scenario says so here; otherwise as in ``Person``.
  public let phases: PhaseSet?
  public let skills: [String]
  /// Days a week on offer, 1 to 5.
  public let days: Int
  /// The first term on offer, 0 being the one that is planned.
  public internal(set) var from: Int
  /// The last term on offer; nil for no end.
  public let until: Int?
  /// The longest journey one way, in minutes; nil for any.
  public let commuteLimit: Int?
  /// Whether the person agrees, and whether the head of the home school does. Nobody is seconded
  /// without both.
  public let hasConsent: Bool
  public let hasReleaseConsent: Bool
  /// What the person wants to grow in: a role, a phase, or a strength of the other school.
  public let aim: String?
  /// Openings in the order of preference; those not named come after, all alike.
  public internal(set) var choices: [OpeningID]
  /// Who leads the school while its principal is away most of the week.
  public internal(set) var acting: PersonID?

  public init(
    person: PersonID, roles: [Role] = [], phases: PhaseSet? = nil, skills: [String] = [],
    days: Int, from: Int = 0, until: Int? = nil, commuteLimit: Int? = nil,
    hasConsent: Bool = true, hasReleaseConsent: Bool = true, aim: String? = nil,
    choices: [OpeningID] = [], acting: PersonID? = nil
  ) {
    self.person = person
    self.roles = roles
    self.phases = phases
    self.skills = skills
    self.days = days
    self.from = from
    self.until = until
    self.commuteLimit = commuteLimit
    self.hasConsent = hasConsent
    self.hasReleaseConsent = hasReleaseConsent
    self.aim = aim
    self.choices = choices
    self.acting = acting
  }

  public func isOnOffer(in term: Int) -> Bool { term >= from && term <= until ?? .max }
}
