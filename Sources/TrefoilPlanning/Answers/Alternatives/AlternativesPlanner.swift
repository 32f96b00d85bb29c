import TrefoilModel
import TrefoilSolver

/// Finds the best plans that differ from one another: best first over parts of the problem, each of them
/// the plans that have certain groups and have not certain others.
///
/// The cheapest plan of all parts is the next alternative, unless it is too near to one before it. Either
/// way its part is split on groups that it shares with that one, as many as make any plan too near that
/// has them all: a part for each of them, without it and with those before it. What is left out are plans
/// that are too near. Sources: E. L. Lawler, A procedure for computing the K best solutions to discrete
/// optimization problems, Management Science 18 (1972), 401-405, doi:10.1287/mnsc.18.7.401; K. G. Murty,
/// An algorithm for ranking all the assignments in order of increasing cost, Operations Research 16
/// (1968), 682-687, doi:10.1287/opre.16.3.682.
public struct AlternativesPlanner: Sendable {
  private let planner: ReviewPlanner
  private let count: Int
  private let difference: Int
  private let termCount: Int

  private var facts: TrustFacts { planner.facts }
  private var threads: Int { planner.options.threads }

  /// Of the scenario's first term, with its secondments. Among plans of one cost nothing is preferred:
  /// the rule `worst-off` is left out.
  ///
  /// - Parameters:
  ///   - count: how many, at least 1.
  ///   - difference: by how many schools every two differ at least, 1 or more.
  public init(
    _ scenario: Scenario, count: Int, difference: Int,
    options: PlanningOptions = PlanningOptions()
  ) {
    let term = scenario.scenario(ofTerm: 0, after: [])
    termCount = scenario.horizon
    planner = ReviewPlanner(
      TrustFacts(term.with(rules: term.rules.with(WorstOffRule(false)))), options: options,
      place: TermPlace())
    self.count = max(1, count)
    self.difference = max(1, difference)
  }

  /// Plans that have some groups and have not some others, with the cheapest of them.
  private struct Part: Sendable {
    /// As indices of items, ascending; groups in the order of their first items.
    var pinned: [[Int]] = []
    var forbidden: [[Int]] = []
    var plan: Plan
    /// No plan of the part costs less; nil where nothing is known.
    var bound: Int?
    /// The groups of the plan.
    var groups: [[Int]] = []
  }

  /// Looks for them. One search for each part, of the whole effort; the same answer on any number of
  /// threads, unless it is stopped.
  ///
  /// - Throws: as ``ReviewPlanner/plan(stop:datesStop:progress:)``.
  public func plan(
    stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Alternatives {
    guard let model = try await model(stop: stop) else {
      let refusal = try await planner.plan(stop: stop, datesStop: datesStop, progress: progress)
      return answer([], isExhausted: refusal.status == .infeasible, notes: refusal.notes)
    }
    let first = try await planner.plan(
      model, stop: stop, datesStop: datesStop, progress: progress)
    guard !first.terms.isEmpty else {
      return answer([], isExhausted: first.status == .infeasible, notes: first.notes)
    }
    let whole = Part(plan: first, bound: first.bound, groups: groups(of: first, model))
    return try await search(from: whole, model, stop: stop, datesStop: datesStop)
  }

  private func answer(
    _ found: [Alternatives.Alternative], isExhausted: Bool, notes: [String]
  ) -> Alternatives {
    Alternatives(
      facts: facts, termCount: termCount, count: count, difference: difference, found: found,
      isExhausted: isExhausted,
      notes: notes)
  }

  /// Nil where planning has to say why there is none.
  private func model(stop: StopSignal) async throws -> ReviewModel? {
    let schools = facts.participants.count
    guard schools <= ReviewPlanner.mostSchools,
      let shape = facts.scenario.rules[Remainder.self].shape(of: schools)
    else { return nil }
    return try await ReviewCompiler.compile(facts, shape: shape, threads: threads, stop: stop)
  }

  private func groups(of plan: Plan, _ model: ReviewModel) -> [[Int]] {
    (plan.terms.first?.groups ?? []).map { group in
      group.schools.compactMap { model.itemIndex[$0] }.sorted()
    }.sorted { $0[0] < $1[0] }
  }

  // MARK: Search

  private func search(
    from whole: Part, _ model: ReviewModel, stop: StopSignal, datesStop: StopSignal?
  ) async throws -> Alternatives {
    var open = [whole]
    var found: [(part: Part, isProven: Bool)] = []
    // The least that plans could cost in parts where none was found; they are asked no more.
    var unseen = Int.max
    while found.count < count, !stop.isSent, let part = Self.takeCheapest(&open) {
      let near = found.first { isTooNear(part.groups, $0.part.groups) }?.part
      if near == nil {
        let others = open.map { $0.bound ?? .min }.min() ?? .max
        let isLeast = part.plan.cost.map { min(others, unseen) >= $0 } ?? false
        found.append((part, isLeast && part.plan.status == .optimal))
        if found.count == count { break }
      }
      let parts = split(part, (near ?? part).groups, model)
      let width = max(1, threads / max(1, parts.count))
      let answers = await Parallel.map(parts, threads: threads) { part in
        await Result.catching { try await solve(part, model, width, stop, datesStop) }
      }
      for answer in answers {
        let next = try answer.get()
        if !next.plan.terms.isEmpty {
          open.append(next)
        } else if next.plan.status != .infeasible {
          unseen = min(unseen, next.bound ?? .min)
        }
      }
    }
    return answer(
      found.map { Alternatives.Alternative(plan: $0.part.plan, isProven: $0.isProven) },
      isExhausted: found.count < count && !stop.isSent && unseen == .max,
      notes: stop.isSent ? ["The search was stopped before it ended."] : [])
  }

  /// Of equally cheap ones the one that was found first.
  private static func takeCheapest(_ open: inout [Part]) -> Part? {
    let index = open.indices.min { (open[$0].plan.cost ?? .max) < (open[$1].plan.cost ?? .max) }
    return index.map { open.remove(at: $0) }
  }

  private func solve(
    _ part: Part, _ model: ReviewModel, _ width: Int, _ stop: StopSignal, _ datesStop: StopSignal?
  ) async throws -> Part {
    var model = model
    model.problem.closedSets += part.pinned.filter { !model.problem.closedSets.contains($0) }
    model.problem.exactTerms += part.forbidden.map {
      StaffedPartition.ExactTerm(members: $0, charge: StaffedPartition.forbidden)
    }
    var options = planner.options
    options.threads = width
    let plan = try await ReviewPlanner(facts, options: options, place: TermPlace())
      .plan(model, stop: stop, datesStop: datesStop) { _ in }
    var part = part
    part.plan = plan
    // No plan of a part costs less than any plan of the whole that it is of.
    part.bound = [part.bound, plan.bound].compactMap(\.self).max()
    part.groups = groups(of: plan, model)
    return part
  }

  // MARK: Nearness

  /// Schools that may be in groups that both have.
  private func mostShared(_ groups: [[Int]]) -> Int {
    groups.reduce(0) { $0 + $1.count } - difference
  }

  private func isTooNear(_ groups: [[Int]], _ others: [[Int]]) -> Bool {
    shared(groups, others).reduce(0) { $0 + $1.count } > mostShared(groups)
  }

  private func shared(_ groups: [[Int]], _ others: [[Int]]) -> [[Int]] {
    let known = Set(others)
    return groups.filter(known.contains)
  }

  /// The parts without one of the groups that the plan shares with another; every plan of the part that
  /// is in none of them is too near to that other.
  private func split(_ part: Part, _ others: [[Int]], _ model: ReviewModel) -> [Part] {
    let fixed = part.pinned + model.problem.closedSets
    let shared = shared(part.groups, others)
    // Groups that every plan of the part has cost no part of their own; then large ones, so that few do.
    let free = shared.filter { !fixed.contains($0) }
      .sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    var left = mostShared(part.groups)
    for group in shared where fixed.contains(group) { left -= group.count }
    var parts: [Part] = []
    var pinned = part.pinned
    for group in free {
      if left < 0 { break }
      var next = part
      next.pinned = pinned
      next.forbidden.append(group)
      parts.append(next)
      pinned.append(group)
      left -= group.count
    }
    return parts
  }
}

extension Result where Failure == any Error {
  fileprivate static func catching(_ work: () async throws -> Success) async -> Self {
    do {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }
}
