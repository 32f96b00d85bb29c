/// Everything that is known before a plan is made: one trust, one term, its rules.
///
/// A value, checked when it was read; planning and verification take it and never change it.
public struct Scenario: Sendable {
  public let trust: String
  public let term: Term
  /// In the order of the file.
  public let schools: [School]
  /// In the order of the file; principals that the file does not name are not here but are
  /// supplied by ``TrustFacts``.
  public let people: [Person]
  public let history: History
  public let travel: TravelTable
  public let rules: RuleBook
  /// The plan of this term that was published before; the rule `change` charges for differing from
  /// it. Nil when there is none.
  public let published: TermPlan?
  /// True when the scenario named its people; without, no champions are asked for.
  public let namesPeople: Bool

  public init(
    trust: String, term: Term = Term(name: "This term"), schools: [School],
    people: [Person] = [], history: History = History(), travel: TravelTable = TravelTable(),
    rules: RuleBook = RuleBook(), published: TermPlan? = nil, namesPeople: Bool? = nil
  ) {
    self.trust = trust
    self.term = term
    self.schools = schools
    self.people = people
    self.history = history
    self.travel = travel
    self.rules = rules
    self.published = published
    self.namesPeople = namesPeople ?? !people.isEmpty
  }
}
