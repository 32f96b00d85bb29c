import TrefoilModel
import TrefoilSolver

/// One search for a plan of several terms.
struct HorizonRun: Sendable {
  private let terms: HorizonTerms
  private let options: PlanningOptions
  private let stop: StopSignal
  private let datesStop: StopSignal
  private let progress: @Sendable (SearchProgress) -> Void
  private var scenario: Scenario { terms.scenario }
  private var count: Int { terms.alone.count }

  /// Up to so many schools all groups are looked for at once as well.
  private static let mostSchoolsAtOnce = 120
  /// Up to so many schools a plan is gone over again, term by term.
  private static let mostSchoolsImproved = 60

  /// With more schools a first plan is made at little effort, so that a stop finds one.
  private static let mostSchoolsWithoutFirst = 40

  /// A plan of all terms, with figures.
  struct Draft {
    var terms: [TermPlan]
    /// What planning each term noted.
    var notes: [[String]]
    var repeats: Int
    var cost: Int

    func isBetter(than other: Draft?) -> Bool {
      guard let other else { return true }
      return (repeats, cost) < (other.repeats, other.cost)
    }
  }

  init(
    _ terms: HorizonTerms, options: PlanningOptions, stop: StopSignal, datesStop: StopSignal,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) {
    self.terms = terms
    self.progress = progress
    self.options = options
    self.stop = stop
    self.datesStop = datesStop
  }

  func plan() async throws -> Plan {
    var best: Draft?
    func keep(_ draft: Draft?) {
      guard let draft, draft.isBetter(than: best) else { return }
      best = draft
      progress(SearchProgress(stage: .improving, cost: draft.cost, bound: nil, share: 0.5))
    }
    if terms.schools.count > Self.mostSchoolsWithoutFirst {
      let little = Effort(level: options.effort.level / 100)
      keep(try await termAfterTerm(keepingApart: true, effort: little))
    }
    if best == nil || !stop.isSent { keep(try await termAfterTerm(keepingApart: true)) }
    let isSmall = terms.schools.count <= Self.mostSchoolsAtOnce
    if isSmall, best == nil || !stop.isSent { keep(try await allAtOnce()) }
    // Where some have to meet again, groups that are all made again are not the only way.
    if best.map({ $0.repeats > 0 && isSmall && !stop.isSent }) ?? true {
      keep(try await termAfterTerm(keepingApart: false))
    }
    if let draft = best { keep(try await improved(draft)) }
    let bounds = await bounds(cost: best?.cost)
    return finished(best, bounds: bounds)
  }

  // MARK: Ways to a plan

  /// One term after the other, each as cheap as can be; nil once a term has no plan.
  private func termAfterTerm(
    keepingApart: Bool, effort: Effort? = nil
  ) async throws -> Draft? {
    var planned: [TermPlan] = []
    var notes: [[String]] = []
    for index in 0..<count {
      var place = TermPlace()
      if keepingApart { place.apart = apart(from: planned) }
      guard let (term, words) = try await term(index, after: planned, place, effort: effort)
      else { return nil }
      planned.append(term)
      notes.append(words)
    }
    return draft(planned, notes)
  }

  /// All groups of all terms at once, then teams and days for them; nil where some have none.
  private func allAtOnce() async throws -> Draft? {
    let solver = RoundsSolver(terms.rounds, effort: options.effort, seed: options.seed)
    guard let solution = solver.solve(stop: stop), solution.forbidden == 0 else { return nil }
    var planned: [TermPlan] = []
    var notes: [[String]] = []
    for (index, round) in solution.rounds.enumerated() {
      let place = TermPlace(groups: terms.groups(of: round))
      guard let (term, words) = try await term(index, after: planned, place) else { return nil }
      planned.append(term)
      notes.append(words)
    }
    return draft(planned, notes)
  }

  /// Plans each term anew around all others, as long as that makes the whole cheaper.
  private func improved(_ draft: Draft) async throws -> Draft {
    guard terms.schools.count <= Self.mostSchoolsImproved, draft.repeats == 0 else { return draft }
    var best = draft
    var since = 0
    var index = 0
    while since < count && !stop.isSent {
      var others = best.terms
      others.remove(at: index)
      let place = TermPlace(apart: apart(from: others))
      if let (term, words) = try await term(
        index, after: Array(best.terms[..<index]), place, cost: best.cost)
      {
        var terms = best.terms
        terms[index] = term
        var notes = best.notes
        notes[index] = words
        if let next = self.draft(terms, notes), next.isBetter(than: best) {
          best = next
          since = 0
        }
      }
      since += 1
      index = (index + 1) % count
    }
    return best
  }

  private func apart(from planned: [TermPlan]) -> Set<TermPlace.Pair> {
    Set(planned.flatMap(\.pairs)).filter { !terms.mayRepeat($0) }
  }

  /// One term by itself, with those before it as history.
  ///
  /// - Parameters:
  ///   - cost: of the best plan so far, to be shown.
  ///   - effort: in place of that of the options.
  private func term(
    _ index: Int, after earlier: [TermPlan], _ place: TermPlace, cost: Int? = nil,
    effort: Effort? = nil
  ) async throws -> (TermPlan, [String])? {
    let facts = TrustFacts(scenario.scenario(ofTerm: index, after: earlier))
    var place = place
    place.isOneOfSeveral = true
    var options = options
    options.effort = effort ?? options.effort
    let plan = try await ReviewPlanner(facts, options: options, place: place)
      .plan(stop: stop, datesStop: datesStop) { [progress, count] found in
        let share = (Double(index) + found.share) / Double(count)
        progress(SearchProgress(stage: .improving, cost: cost, bound: nil, share: share))
      }
    return plan.terms.first.map { ($0, HorizonNotes.ofTerm(facts, plan.notes)) }
  }

  // MARK: Figures

  /// The terms with all figures worked out anew; nil where a rule is broken.
  private func draft(_ planned: [TermPlan], _ notes: [[String]]) -> Draft? {
    var planned = planned
    var cost = 0
    for index in planned.indices {
      let facts = TrustFacts(
        scenario.scenario(ofTerm: index, after: Array(planned[..<index])))
      let assessment = Assessment(of: planned[index], facts: facts)
      guard assessment.violations.isEmpty else { return nil }
      planned[index].costs = assessment.costs
      planned[index].calendar = assessment.calendar
      for group in planned[index].groups.indices {
        planned[index].groups[group].costs = assessment.costs(ofGroup: group)
      }
      cost += assessment.cost
    }
    return Draft(terms: planned, notes: notes, repeats: terms.repeats(in: planned), cost: cost)
  }

  private func bounds(cost: Int?) async -> [Int?] {
    await terms.bounds { [progress] model in
      await PartitionSolver(
        model.problem, effort: options.effort, seed: options.seed, threads: options.threads
      ).solve(stop: stop) { found in
        progress(
          SearchProgress(stage: .proving, cost: cost, bound: nil, share: found.share))
      }
    }
  }

  // MARK: The plan

  private func finished(_ draft: Draft?, bounds: [Int?]) -> Plan {
    let general = PlanNotes(TrustFacts(scenario)).sentences
    let stopped = stop.isSent ? ["The search was stopped before it ended."] : []
    let hopeless = bounds.firstIndex { $0 == .max }
    let bound =
      bounds.contains { $0 == nil || $0 == .max }
      ? nil : bounds.reduce(0) { $0 + ($1 ?? 0) }
    guard let draft else {
      let why =
        hopeless.map { ["\(scenario.term(at: $0).name): no plan keeps every rule."] }
        ?? [HorizonNotes.isNotProven(terms: count)]
      return Plan(
        trust: scenario.trust, status: hopeless == nil ? .unknown : .infeasible, cost: nil,
        bound: bound, seed: options.seed, terms: [], notes: stopped + why + general)
    }
    let isDated = draft.terms.indices.allSatisfy {
      scenario.term(at: $0).dates == nil || draft.terms[$0].hasDates
    }
    let isOptimal = isDated && draft.cost == bound
    let limit = RoundsLimit(terms.rounds).rounds
    let notes = HorizonNotes(
      scenario: scenario, terms: draft.terms, repeats: draft.repeats,
      limit: limit < count ? limit : nil, isOptimal: isOptimal)
    return Plan(
      trust: scenario.trust, status: isOptimal ? .optimal : .feasible, cost: draft.cost,
      bound: bound, seed: options.seed, terms: draft.terms,
      notes: stopped + notes.sentences + draft.notes.flatMap(\.self) + general)
  }
}
