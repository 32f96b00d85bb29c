/// One plan over several terms: each of them is a scenario of its own, in which the terms before it
/// are history.
extension Scenario {
  /// The most terms that are planned as one.
  public static let mostTerms = 100

  /// The term at a place of the plan, 0 for the first.
  ///
  /// Terms that the scenario does not describe follow the last that it does, by name and without
  /// dates.
  public func term(at index: Int) -> Term {
    if index == 0 { return term }
    if index <= later.count { return later[index - 1] }
    let last = later.last ?? term
    return Term(name: TermName.name(of: index - later.count, after: last.name))
  }

  /// The places of all terms that a plan may have, by ``TermName/key(of:)``; the first of each.
  public var placesOfTerms: [String: Int] {
    Dictionary(
      (0..<Self.mostTerms).map { (TermName.key(of: term(at: $0).name), $0) }
    ) { first, _ in first }
  }

  /// The scenario of one term of a plan, once the terms before it are planned.
  ///
  /// The history is older by as many terms as lie between, and the earlier terms of the plan are
  /// part of it. Rules, people and their capacities are the same in every term that has no scenario of its own
  /// in ``byTerm``. O(history + plan).
  public func scenario(ofTerm index: Int, after earlier: [TermPlan]) -> Scenario {
    if byTerm[index] != nil { return governing(index).scenario(ofTerm: index, after: earlier) }
    if index == 0, secondments.isEmpty, underWay.isEmpty { return self }
    if index == 0 { return firstTerm }
    let term = term(at: index)
    let past = history.terms.map { past in
      History.PastTerm(
        name: past.name, termsAgo: past.termsAgo + steps(from: 0, to: index),
        groups: past.groups, rested: past.rested)
    }
    let planned = earlier.enumerated().map { place, plan in
      History.PastTerm(
        name: plan.term, termsAgo: steps(from: place, to: index),
        groups: plan.groups.map(\.schools), rested: plan.resting)
    }
    var scenario = Scenario(
      trust: trust, term: term, horizon: 1, schools: schools,
      people: people(ofTerm: index),
      history: History(terms: planned + past), travel: travel, rules: rules,
      published: publishedLater.first { $0.term == term.name }, earlier: earlier,
      namesPeople: namesPeople, ledger: ledger)
    scenario.changes = changes
    scenario.sources = sources
    scenario.sources.terms = Array(sources.terms.dropFirst(index))
    return scenario
  }

  /// What a term is planned by: this scenario, unless it has another for that term.
  public func governing(_ index: Int) -> Scenario {
    var own = byTerm[index] ?? self
    own.byTerm = [:]
    own.secondments = secondments
    return own
  }

  private var firstTerm: Scenario {
    var first = self
    first.people = people(ofTerm: 0)
    (first.secondments, first.underWay) = ([], [])
    return first
  }

  /// How many terms lie between two places of the plan: by season and year where both names have
  /// them, by their places otherwise; never less than 1 for two different places.
  public func steps(from first: Int, to second: Int) -> Int {
    guard let one = TermName(term(at: first).name), let other = TermName(term(at: second).name)
    else { return second - first }
    return first == second ? 0 : max(1, other.ordinal - one.ordinal)
  }
}
