/// A trust's ledger with plans and history counted besides, and what of them was not counted.
public struct LedgerCount: Sendable {
  public private(set) var ledger: Ledger
  /// Plans that were not counted, or that may count twice, a sentence each.
  public private(set) var remarks: [String] = []

  /// Counts what was published, each plan that was not, and the groups of the history in terms of which
  /// nothing else says who reviewed whom. Linear.
  ///
  /// - Parameters:
  ///   - plans: plans by the names that they are called by.
  ///   - facts: those of the scenario, with the ledger as it was published.
  public init(_ plans: [(name: String, plan: Plan)], history: History, facts: TrustFacts) {
    let published = facts.scenario.ledger
    ledger = published
    var counted: [String: String] = [:]
    for (name, plan) in plans {
      guard plan.trust == facts.scenario.trust else {
        remarks.append(
          "\(name) is a plan of \(plan.trust), not of \(facts.scenario.trust); it is not counted.")
        continue
      }
      let term = plan.terms.first?.term ?? facts.scenario.term.name
      // A plan that was published is in the ledger, and counts once.
      if published.isPublished(term) {
        remarks.append(
          "\(term) is published, and counted as the ledger has it; \(name) is not counted.")
        continue
      }
      if let other = counted.updateValue(name, forKey: TermName.key(of: term)) {
        remarks.append("\(other) and \(name) are both plans of \(term), and both are counted.")
      }
      ledger.add(Ledger.entries(of: plan, facts: facts))
    }
    // A secondment, or a trustee's turn, in a term says nothing of its reviews.
    let reviewed = Set(ledger.entries.filter { $0.kind.isOfReviews }.map(\.term))
    ledger = Ledger(
      Ledger.entries(of: history, facts: facts, without: reviewed) + ledger.entries)
  }
}
