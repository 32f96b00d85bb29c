/// Everything that is known before a plan is made: one trust, its terms, its rules.
///
/// A value, checked when it was read; planning and verification take it and never change it.
public struct Scenario: Sendable {
  public let trust: String
  /// The term that is planned, the first where several are.
  public internal(set) var term: Term
  /// How many terms are planned as one, `term` among them; 1 unless the scenario says more.
  public let horizon: Int
  /// The terms after the first that the scenario describes, in order; others follow by name alone.
  public internal(set) var later: [Term]
  /// In the order of the file.
  public internal(set) var schools: [School]
  /// In the order of the file; principals that the file does not name are not here but are
  /// supplied by ``TrustFacts``.
  public internal(set) var people: [Person]
  public internal(set) var history: History
  public internal(set) var travel: TravelTable
  public internal(set) var rules: RuleBook
  /// The plan of this term that was published before; the rule `change` charges for differing from
  /// it. Nil when there is none.
  public internal(set) var published: TermPlan?
  /// What was published for later terms, found by the names of the terms.
  public let publishedLater: [TermPlan]
  /// Earlier terms of the same plan, the first of them first; their groups are in the history too.
  public let earlier: [TermPlan]
  /// Places for people on secondment, in the order of the file.
  public internal(set) var openings: [Opening]
  /// People who may be seconded, in the order of the file.
  public internal(set) var candidates: [Candidate]
  /// Who asks for coaching and who offers it, in the order of the file.
  public internal(set) var coaching: [CoachingProfile]
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
  /// What was changed from the scenario as it was read, a sentence each with its reason, in order.
  public internal(set) var changes: [String] = []
  /// True when the scenario named its people; without, no champions are asked for.
  public internal(set) var namesPeople: Bool
  /// What single terms of the plan are planned by in place of this, by their places: where a plan is made
  /// although not everything can be kept, each term keeps what it can. Of these the journeys, the history
  /// and the places of terms are those of the whole.
  public var byTerm: [Int: Scenario] = [:]
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

  /// The same scenario under other rules; all else stands.
  ///
  /// What follows from a rule when files are read (days a week of secondments under way, from
  /// `commute`) is worked out anew. O(ledger).
  public func with(rules: RuleBook) -> Scenario {
    var copy = self
    copy.rules = rules
    if copy.underWay.isEmpty { return copy }
    copy = copy.withSecondmentsUnderWay
    copy.secondments = secondments
    return copy
  }
}
