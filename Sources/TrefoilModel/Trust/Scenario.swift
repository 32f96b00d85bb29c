/// Everything that is known before a plan is made: one trust, its terms, its rules.
///
/// A value, checked when it was read; planning and verification take it and never change it.
public struct Scenario: Sendable {
  public let trust: String
  /// The term that is planned, the first where several are.
  public let term: Term
  /// How many terms are planned as one, `term` among them; 1 unless the scenario says more.
  public let horizon: Int
  /// The terms after the first that the scenario describes, in order; others follow by name alone.
  public let later: [Term]
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
  /// What was published for later terms, found by the names of the terms.
  public let publishedLater: [TermPlan]
  /// Earlier terms of the same plan, the first of them first; their groups are in the history too.
  public let earlier: [TermPlan]
  /// Places for people on secondment, in the order of the file.
  public let openings: [Opening]
  /// People who may be seconded, in the order of the file.
  public let candidates: [Candidate]
  /// Who asks for coaching and who offers it, in the order of the file.
  public let coaching: [CoachingProfile]
  /// Trustees who champion schools, in the order of the file.
  public internal(set) var trustees: [Trustee]
  /// Networks that meet at schools, in the order of the file.
  public internal(set) var networks: [Network]
  /// What was given in earlier terms, as published.
  public let ledger: Ledger
  /// Who is seconded, once that is planned: it changes who leads and who serves where in each term.
  public var secondments: [Secondment] = []
  /// Secondments that were published in earlier terms and still last.
  public internal(set) var underWay: [SecondmentUnderWay] = []
  /// True when the scenario named its people; without, no champions are asked for.
  public let namesPeople: Bool
  /// Where all of this was written; no plan depends on it.
  public var sources = ScenarioSources()

  /// - Parameter horizon: at least 1; without it, as many as `term` and `later` make.
  public init(
    trust: String, term: Term = Term(name: "This term"), horizon: Int? = nil, later: [Term] = [],
    schools: [School], people: [Person] = [], history: History = History(),
    travel: TravelTable = TravelTable(), rules: RuleBook = RuleBook(), published: TermPlan? = nil,
    publishedLater: [TermPlan] = [], earlier: [TermPlan] = [], namesPeople: Bool? = nil,
    openings: [Opening] = [], candidates: [Candidate] = [], ledger: Ledger = Ledger(),
    coaching: [CoachingProfile] = [],
    trustees: [Trustee] = [], networks: [Network] = []
  ) {
    self.trust = trust
    self.term = term
    self.horizon = max(1, horizon ?? 1 + later.count)
    self.later = later
    self.schools = schools
    self.people = people
    self.history = history
    self.travel = travel
    self.rules = rules
    self.published = published
    self.publishedLater = publishedLater
    self.earlier = earlier
    self.openings = openings
    self.candidates = candidates
    self.coaching = coaching
    self.ledger = ledger
    self.trustees = trustees
    self.networks = networks
    self.namesPeople = namesPeople ?? !people.isEmpty
  }
}
