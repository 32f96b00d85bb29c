/// What a plan gives, entry by entry, and what in it no entry can be made of.
///
/// Terms, days, schools and people are those that the plan names, so that a plan says the same once the
/// trust plans a later term. Of the scenario it takes names, journeys and what the rules ask.
public struct PlanEntries: Sendable {
  public private(set) var entries: [LedgerEntry] = []
  /// What is not counted, or not wholly, since the scenario does not know who or what it is; a
  /// sentence each.
  public private(set) var remarks: [String] = []

  private let plan: Plan
  let facts: TrustFacts
  /// The term in which the plan is published.
  let published: String?

  /// Linear in the plan.
  ///
  /// - Parameters:
  ///   - terms: how many terms of its reviews count; all unless said.
  ///   - isCounted: whether what begins in the term of this name counts. Secondments count in every
  ///     term that they last, or in none.
  ///   - hasSecondments: whether secondments count at all.
  public init(
    of plan: Plan, facts: TrustFacts, terms: Int = .max, hasSecondments: Bool = true,
    counting isCounted: (String) -> Bool = { _ in true }
  ) {
    self.plan = plan
    self.facts = Self.facts(facts, inTermsOf: plan)
    published = plan.terms.first?.term
    let sequence = zip(plan.terms, TermSequence(plan, facts: self.facts).facts)
    for (term, facts) in sequence.prefix(terms) where isCounted(term.term) {
      addReviews(of: term, facts)
    }
    let secondments = SecondmentFacts(self.facts)
    for secondment in plan.secondments where hasSecondments && isCounted(secondment.firstTerm) {
      add(secondment, secondments)
    }
    // What is planned for one term alone is planned for the first.
    guard isCounted(self.facts.scenario.term.name) else { return }
    for pair in plan.coaching?.pairs ?? [] { add(pair) }
    let advocates = AdvocateFacts(self.facts)
    for pair in plan.advocates?.pairs ?? [] { add(pair, advocates) }
    let networks = NetworkFacts(self.facts)
    for network in plan.networks ?? [] { add(network, networks) }
  }

  /// The trust as it is, with the terms of the plan: who is away and who acts follows from them.
  private static func facts(_ facts: TrustFacts, inTermsOf plan: Plan) -> TrustFacts {
    guard let first = plan.terms.first?.term,
      TermName.key(of: first) != TermName.key(of: facts.scenario.term.name)
    else { return facts }
    var scenario = facts.scenario.with(
      term: Term(name: first), later: plan.terms.dropFirst().map { Term(name: $0.term) })
    scenario.underWay = []
    return TrustFacts(scenario.withSecondmentsUnderWay)
  }

  mutating func add(_ entry: LedgerEntry) { entries.append(entry) }

  /// Says what is not counted.
  ///
  /// - Parameter what: with its verb, `the review of ash is`.
  mutating func leaveOut(_ what: String, for id: String) {
    remark("\(what) not counted, as the scenario does not know '\(id)'.")
  }

  mutating func remark(_ sentence: String) { remarks.append(sentence) }

  // MARK: Reviews

  private mutating func addReviews(of term: TermPlan, _ facts: TrustFacts) {
    for planned in term.visits(of: facts) { add(planned.visit, in: term.term, facts) }
    var unknown: Set<String> = []
    for group in term.groups {
      for review in group.reviews {
        if let entry = LedgerEntry(hosting: review.host, in: term.term, facts, published) {
          add(entry)
        }
        remark(review, of: group, in: term.term, facts, &unknown)
      }
    }
  }

  private mutating func add(_ visit: Visit, in term: String, _ facts: TrustFacts) {
    let days = facts.days(of: visit.duty, at: visit.host)
    let kind: LedgerEntry.Kind =
      switch visit.duty {
      case .reviewer: .review
      case .champion: .champion
      case .workshopLead: .workshop
      }
    add(
      LedgerEntry(
        published: published, term: term, kind: kind, person: visit.person.id,
        from: visit.from.id, at: visit.host.id, days: days,
        minutes: facts.roundTrip(from: visit.from, to: visit.host) * days))
  }

  /// Says whom and what of a review the scenario does not know, each once a term.
  private mutating func remark(
    _ review: Review, of group: Group, in term: String, _ facts: TrustFacts,
    _ unknown: inout Set<String>
  ) {
    guard facts.school(review.host) != nil else {
      leaveOut("The review of \(review.host) in \(term) is", for: review.host.rawValue)
      return
    }
    for id in review.team + [review.workshopLead].compactMap(\.self) {
      let start = facts.person(id).flatMap { facts.start(of: $0, duty: .reviewer, in: group) }
      if start == nil, unknown.insert(id.rawValue).inserted {
        leaveOut("What \(facts.name(id)) gives to reviews in \(term) is", for: id.rawValue)
      }
    }
  }
}

extension TrustFacts {
  /// The minutes from one school to another and back.
  func roundTrip(from one: School, to other: School) -> Int {
    minutes(from: one, to: other) + minutes(from: other, to: one)
  }
}
