import TrefoilModel
import TrefoilSolver

/// How many terms there can be one after the other in which no two schools meet again, where that is a
/// must: by counting alone, and what it is besides `repeat` that makes them so few.
struct TermsWithoutRepeat {
  /// What may keep schools apart besides `repeat`. A rule is one thing that was written, whomever it holds
  /// for; days keep nobody apart.
  enum Part: Hashable, Sendable {
    case rule(RuleKey)
    case one(Requirement)

    init?(_ requirement: Requirement) {
      switch requirement {
      case .rule(Repeat.key, _), .override(Repeat.key, _): return nil
      case .rule(let key, _): self = .rule(key)
      case .override, .wish, .seat, .conflict, .remainder: self = .one(requirement)
      case .away, .absence, .closure, .closedTerm, .window: return nil
      }
    }

    func isOf(_ key: RuleKey) -> Bool {
      switch self {
      case .rule(key), .one(.override(key, _)): true
      default: false
      }
    }

    var isConflict: Bool {
      if case .one(.conflict) = self { true } else { false }
    }
  }

  let scenario: Scenario
  let count: Int
  let stop: StopSignal

  /// Of the first term.
  var facts: TrustFacts { TrustFacts(scenario.scenario(ofTerm: 0, after: [])) }

  private var words: RequirementWords {
    RequirementWords(scenario: scenario.governing(0), facts: facts, term: 0)
  }

  var source: Reason.Requirement { words.written([.rule(Repeat.key, nil)]) }

  func written(_ part: Part) -> [Reason.Requirement] {
    let first = (0..<count).lazy.map { term in
      self.requirements(ofTerm: term).filter { Part($0) == part }
    }.first { !$0.isEmpty }
    let requirements = first ?? []
    return words.groups(of: requirements).map(words.written)
  }

  // MARK: Counting

  /// The most terms, where it is proven that all are too many; nil where it is not, or where not even one
  /// can be planned.
  func most() async -> Int? { await most(scenario).flatMap { $0 > 0 ? $0 : nil } }

  /// 0 where it is proven of one term that it cannot be planned by itself.
  private func most(_ scenario: Scenario) async -> Int? {
    do {
      let terms = try await HorizonTerms.compile(scenario, count: count, stop: stop)
      let limit = RoundsLimit(terms.rounds).rounds
      return limit < count && limit > 0 && mustNotMeet(upTo: limit, scenario) ? limit : nil
    } catch HorizonTerms.Obstacle.term {
      return 0
    } catch {
      return nil
    }
  }

  /// Whether no two schools may meet twice in the terms up to this one, whichever two terms these are:
  /// terms may lie between those that are planned, and each term may have rules of its own.
  private func mustNotMeet(upTo last: Int, _ scenario: Scenario) -> Bool {
    (1...last).allSatisfy { term in
      let governed = scenario.governing(term).rules[Repeat.self].governed
      let reach = governed.base.prefix { $0 == .must }.count
      return governed.exceptions.isEmpty
        && (0..<term).allSatisfy { scenario.steps(from: $0, to: term) <= reach }
    }
  }

  // MARK: What it takes

  /// What has to be kept besides `repeat` for the count to come out too low: none of it can be left out, as
  /// far as counting shows.
  func others() async throws -> [Part] {
    if await isTooFew(keeping: []) { return [] }
    // Many conflicts of interest are first looked at as one.
    let families = MinimalConflict<[Part]> { await isTooFew(keeping: $0.flatMap(\.self)) }
    let search = MinimalConflict<Part> { await isTooFew(keeping: $0) }
    return try await search.part(of: families.part(of: self.families).flatMap(\.self))
  }

  private func isTooFew(keeping parts: [Part]) async -> Bool {
    for scenario in scenarios(keeping: parts) where await most(scenario) == nil { return false }
    return !stop.isSent
  }

  /// The scenarios with `repeat` and these alone, of which one is enough: several only where the sizes of
  /// groups are not kept.
  func scenarios(keeping parts: [Part]) -> [Scenario] {
    relaxed { Part($0).map { !parts.contains($0) } ?? !Self.isRepeat($0) }
  }

  /// The scenarios with all but this, of which one is enough.
  func scenarios(without part: Part) -> [Scenario] { relaxed { Part($0) == part } }

  private func relaxed(_ isDropped: (Requirement) -> Bool) -> [Scenario] {
    let terms = (0..<count).map { term -> [Scenario] in
      let own = scenario.governing(term)
      let relaxation = Relaxation(
        dropped: Set(requirements(ofTerm: term).filter(isDropped)))
      return RelaxedScenario(
        own, term: term, facts: TrustFacts(own.scenario(ofTerm: term, after: [])), relaxation
      ).scenarios
    }
    // What each term has of its own, then one setting for all: the sizes of groups are one rule.
    let own = terms.compactMap(\.first)
    let settings = terms.contains { $0.count > 1 } ? Remainder.Setting.allCases : []
    let alike = settings.map { setting in
      terms.compactMap { choices in
        choices.first { $0.rules[Remainder.self].setting == setting } ?? choices.first
      }
    }
    return ([own] + alike).map { choices in
      var relaxed = scenario
      for (term, choice) in choices.enumerated() { relaxed.byTerm[term] = choice }
      return relaxed
    }
  }

  /// Every part there is in some term, in the order in which they are blamed; conflicts of interest
  /// together.
  private var families: [[Part]] {
    var seen: Set<Part> = []
    let parts = (0..<count).flatMap { requirements(ofTerm: $0) }.compactMap { Part($0) }
      .filter { seen.insert($0).inserted }
    let conflicts = parts.filter(\.isConflict)
    return parts.filter { !$0.isConflict }.map { [$0] } + (conflicts.isEmpty ? [] : [conflicts])
  }

  private func requirements(ofTerm term: Int) -> [Requirement] {
    let own = scenario.governing(term)
    return RequirementList(own, facts: TrustFacts(own.scenario(ofTerm: term, after: []))).all
  }

  private static func isRepeat(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .rule(Repeat.key, _), .override(Repeat.key, _): true
    default: false
    }
  }
}
