/// Why a plan of reviews is as it is: what it costs and where, and what something else would cost.
///
/// It is about the reviews of one term, with the secondments of the plan.
public struct Explanation: Sendable {
  /// What is to be explained.
  public enum Subject: Sendable, Hashable {
    case plan
    case school(SchoolID)
    case person(PersonID)
    /// The index of a group, from 0.
    case group(Int)
  }

  /// What is said to a question.
  public enum Reply: Sendable {
    /// The plan does so already.
    case alreadySo
    /// It cannot be, by these.
    case barred([Barrier])
    /// The cheapest plan that does so, as far as the search came; without terms where there is none, or
    /// none was found.
    case planned(Plan)
  }

  public let subject: Subject
  /// The term of the plan that was given.
  public let given: TermPlan
  /// Of that term, with the secondments of the plan.
  public let facts: TrustFacts
  /// How many terms the plan has. Of several, what is proven is proven of this one alone: those before it
  /// are its history, and what it means for those after it is not looked at.
  public let termCount: Int
  /// The cheapest plan of the term, as far as the search came; nil where nothing was asked that needs it.
  public let best: Plan?
  public let question: ReviewQuestion?
  public let reply: Reply?
  /// Whether it is proven that no plan of the same cost that does what was asked gives fewer new duties.
  public let hasFewestChanges: Bool

  public init(
    subject: Subject, given: TermPlan, facts: TrustFacts, termCount: Int = 1,
    best: Plan? = nil, question: ReviewQuestion? = nil, reply: Reply? = nil,
    hasFewestChanges: Bool = false
  ) {
    self.subject = subject
    self.given = given
    self.facts = facts
    self.termCount = termCount
    self.best = best
    self.question = question
    self.reply = reply
    self.hasFewestChanges = hasFewestChanges
  }

  /// The plan that does what was asked; nil without one.
  public var asked: TermPlan? {
    if case .planned(let plan) = reply { plan.terms.first } else { nil }
  }

  /// What it costs more than the plan that was given; nil without a plan.
  public var againstGiven: CostDifference? {
    guard case .planned(let plan) = reply else { return nil }
    return CostDifference(of: plan, against: given, facts: facts)
  }

  /// What it costs more than the cheapest plan; nil without both.
  public var againstBest: CostDifference? {
    guard case .planned(let plan) = reply, let best else { return nil }
    return CostDifference(of: plan, againstBest: best, facts: facts)
  }

  /// Whom it would move, against the plan that was given; nil without a plan.
  ///
  /// Leads and days follow from the teams and are chosen anew: they are no part of the answer.
  public var changes: TermMoves? {
    asked.map { TermMoves(from: given, facts, to: $0, facts) }
  }

  /// The indices of the groups that the subject is in, or has duties in, in order.
  public var groups: [Int] {
    switch subject {
    case .plan: Array(given.groups.indices)
    case .group(let index): [index]
    case .school(let id): given.groups.indices.filter { given.groups[$0].schools.contains(id) }
    case .person(let id):
      Set(given.visits(of: facts).filter { $0.visit.person.id == id }.map(\.group)).sorted()
    }
  }
}
