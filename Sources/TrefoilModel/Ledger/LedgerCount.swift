/// A trust's ledger with plans and history counted besides, and what of them was not counted.
public struct LedgerCount: Sendable {
  public private(set) var ledger: Ledger
  /// What of the plans was not counted, a sentence each.
  public private(set) var remarks: [String] = []

  /// Counts what was published, what each plan says besides, and the groups of the history in terms of
  /// which nothing else says who reviewed whom. What several plans say of a term is counted from the
  /// first of them. Linear.
  ///
  /// - Parameters:
  ///   - plans: plans by the names that they are called by.
  ///   - facts: those of the scenario, with the ledger as it was published.
  public init(_ plans: [(name: String, plan: Plan)], history: History, facts: TrustFacts) {
    let given = facts.scenario.given
    ledger = given
    var claims = LedgerClaims(of: given)
    let terms = Set(
      facts.scenario.ledger.entries.compactMap(\.published).map { TermName.key(of: $0) })
    for (name, plan) in plans {
      guard plan.trust == facts.scenario.trust else {
        remarks.append(
          "\(name) is a plan of \(plan.trust), not of \(facts.scenario.trust); it is not counted.")
        continue
      }
      count(plan, name, published: terms, facts, &claims)
    }
    // A secondment, or a trustee's turn, in a term says nothing of its reviews.
    let reviewed = Set(ledger.entries.filter { $0.kind.isOfReviews }.map(\.term))
    ledger = Ledger(
      Ledger.entries(of: history, facts: facts, without: reviewed) + ledger.entries)
  }

  /// What a plan says of terms that were published is in the ledger; what began later counts, if no
  /// other plan said it.
  private mutating func count(
    _ plan: Plan, _ name: String, published: Set<String>, _ facts: TrustFacts,
    _ claims: inout LedgerClaims
  ) {
    func isPublished(_ term: String) -> Bool { published.contains(TermName.key(of: term)) }
    let terms = plan.terms.isEmpty ? [facts.scenario.term.name] : plan.terms.map(\.term)
    // Publishing its first term put all of its secondments into the ledger.
    let isBegun = isPublished(terms[0])
    let starts = isBegun ? [] : plan.secondments.map(\.firstTerm)
    remark(
      published: Self.distinct(terms + starts), name, isPublished,
      isBegun && !plan.secondments.isEmpty)
    let given = PlanEntries(
      of: plan, facts: facts, hasSecondments: !isBegun, counting: { !isPublished($0) })
    remarks += given.remarks.map { "\(name): \($0)" }
    let (own, doubled) = claims.take(given.entries, of: name)
    ledger.add(own)
    for (place, parts) in doubled { remark(place, parts, name) }
  }

  /// The terms by ``TermName/key(of:)``, each once, in order.
  private static func distinct(_ terms: [String]) -> [String] {
    var known: Set<String> = []
    return terms.filter { known.insert(TermName.key(of: $0)).inserted }
  }

  private mutating func remark(
    published terms: [String], _ name: String, _ isPublished: (String) -> Bool,
    _ losesSecondments: Bool
  ) {
    let done = terms.filter(isPublished)
    if done.isEmpty { return }
    let (are, them) = done.count == 1 ? ("is", "it") : ("are", "them")
    let rest =
      done.count == terms.count
      ? "\(name) is not counted"
      : "of \(name) only what it says of \(Listing.of(terms.filter { !isPublished($0) })) is counted"
        + (losesSecondments ? ", without its secondments" : "")
    remarks.append(
      "\(Listing.of(done)) \(are) published, and counted as the ledger has \(them); \(rest).")
  }

  private mutating func remark(
    _ place: LedgerClaims.Doubled, _ parts: Set<LedgerClaims.Part>, _ name: String
  ) {
    let what = Listing.of(LedgerClaims.Part.allCases.filter { parts.contains($0) }.map(\.words))
    let source = place.source ?? "the ledger"
    remarks.append(
      "Both \(source) and \(name) have \(what) for \(place.term); that is counted from \(source) "
        + "alone.")
  }
}
