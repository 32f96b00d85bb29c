import TrefoilModel
import TrefoilSolver

/// The terms of a horizon, each compiled as if it stood alone: no term of the plan is history yet.
///
/// What a term costs alone is a bound on what it costs in the plan: the terms before it add charges
/// for meeting again, resting again and uneven duties, and take none away.
struct HorizonTerms: Sendable {
  let scenario: Scenario
  /// For each term, with the history as old as it then is and nothing planned before it.
  let alone: [ReviewModel]
  /// Schools that take part in some term, in the order of the file.
  let schools: [School]
  private let indexBySchool: [SchoolID: Int]

  /// Why there is no plan: a term that cannot be grouped or planned whatever is chosen.
  enum Obstacle: Error {
    /// The plan that planning this term alone gives has the reason in its notes.
    case term(Int)
    /// More schools than ``ReviewPlanner/mostSchools`` take part in this term.
    case size(Int)
    case stopped
  }

  /// O(terms x (schools^2 x rules + champions x schools x rules)).
  static func compile(
    _ scenario: Scenario, count: Int, stop: StopSignal
  ) async throws -> HorizonTerms {
    var models: [ReviewModel] = []
    for index in 0..<count {
      let facts = TrustFacts(scenario.scenario(ofTerm: index, after: []))
      guard facts.participants.count <= ReviewPlanner.mostSchools else {
        throw Obstacle.size(index)
      }
      guard let shape = facts.scenario.rules[Remainder.self].shape(of: facts.participants.count)
      else { throw Obstacle.term(index) }
      guard let model = try await ReviewCompiler.compile(facts, shape: shape, stop: stop) else {
        throw Obstacle.stopped
      }
      guard model.obstacles.isEmpty, GroupParts(model).fit else { throw Obstacle.term(index) }
      models.append(model)
    }
    return HorizonTerms(scenario, models)
  }

  private init(_ scenario: Scenario, _ alone: [ReviewModel]) {
    self.scenario = scenario
    self.alone = alone
    schools = scenario.schools.filter { school in
      alone.contains { $0.itemIndex[school.id] != nil }
    }
    indexBySchool = Dictionary(
      uniqueKeysWithValues: schools.enumerated().map { ($1.id, $0) })
  }

  /// Pairs that the trust does not mind meeting again, or that must be together.
  func mayRepeat(_ pair: TermPlace.Pair) -> Bool {
    scenario.rules[Repeat.self].governed.setting(schools: [pair.one, pair.other]).isEmpty
      || alone.contains { model in
        guard let one = model.itemIndex[pair.one], let other = model.itemIndex[pair.other] else {
          return false
        }
        return model.problem.inseparable.contains { Set([$0.0, $0.1]) == [one, other] }
          || model.problem.closedSets.contains { $0.contains(one) && $0.contains(other) }
      }
  }

  /// How often pairs that should not meet again do so, over all terms.
  func repeats(in terms: [TermPlan]) -> Int {
    var met: Set<TermPlace.Pair> = []
    var repeats = 0
    for pair in terms.flatMap(\.pairs) where !met.insert(pair).inserted {
      if !mayRepeat(pair) { repeats += 1 }
    }
    return repeats
  }

  // MARK: Bounds

  /// A bound for each term alone. Terms that look alike are bounded once.
  ///
  /// - Returns: nil in place of a bound that is not known; `Int.max` of a term without any plan.
  func bounds(
    _ solve: (ReviewModel) async -> PartitionSolver.Outcome
  ) async -> [Int?] {
    var found: [(index: Int, bound: Int?)] = []
    var bounds: [Int?] = []
    for (index, model) in alone.enumerated() {
      if let twin = found.first(where: { areAlike($0.index, index) }) {
        bounds.append(twin.bound)
        continue
      }
      let bound = await solve(model).bound
      found.append((index, bound))
      bounds.append(bound)
    }
    return bounds
  }

  /// Whether two terms are the same problem but for their names and dates; a term may have people and rules
  /// of its own.
  private func areAlike(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (alone[one].problem, alone[other].problem)
    return left.isTightening(of: right) && right.isTightening(of: left)
  }

  // MARK: Rounds

  /// The terms as rounds: who meets whom, with the journeys of a triad as the cost of a meeting.
  var rounds: RoundsProblem {
    var problem = RoundsProblem(itemCount: schools.count, rounds: 0, groupCounts: [:])
    problem.tables = []
    for model in alone {
      let table = table(of: model)
      let index = problem.tables.firstIndex(of: table) ?? problem.tables.count
      if index == problem.tables.count { problem.tables.append(table) }
      problem.rounds.append(
        RoundsProblem.Round(
          isPresent: schools.map { model.itemIndex[$0.id] != nil },
          groupCounts: model.problem.groupCounts, restCount: model.problem.restCount,
          fixedGroups: model.problem.closedSets.map { set in set.map { place(of: $0, in: model) } },
          table: index))
    }
    for (index, one) in schools.enumerated() {
      for (next, other) in schools.enumerated()
      where index < next && mayRepeat(TermPlace.Pair(one.id, other.id)) {
        problem.mayRepeat[index * schools.count + next] = true
        problem.mayRepeat[next * schools.count + index] = true
      }
    }
    return problem
  }

  private func place(of item: Int, in model: ReviewModel) -> Int {
    indexBySchool[model.items[item].id] ?? 0
  }

  /// In a triad everybody visits both others, so that a meeting costs both journeys, and none that is
  /// forbidden either way is looked for. In groups of four and five there can be such meetings: what is
  /// counted goes by who may be in one group, and who may visit whom.
  private func table(of model: ReviewModel) -> RoundsProblem.Table {
    let count = schools.count
    var table = RoundsProblem.Table(
      pairCost: Array(repeating: 0, count: count * count),
      restCost: Array(repeating: 0, count: count))
    let none = Array(repeating: false, count: count * count)
    var ties = RoundsTies(mayMeet: none, mayCall: none)
    let (problem, items) = (model.problem, model.problem.itemCount)
    for one in 0..<items {
      let never = problem.itemsThatNeverRest.contains(one)
      table.restCost[place(of: one, in: model)] =
        never || problem.restCost[one] >= StaffedPartition.forbidden
        ? RoundsProblem.forbidden : problem.restCost[one]
      for other in 0..<items where other != one {
        let costs = [
          problem.pairCost[one * items + other], problem.visitCost[one * items + other],
          problem.visitCost[other * items + one],
        ]
        let isForbidden = costs.contains { $0 >= StaffedPartition.forbidden }
        let place = place(of: one, in: model) * count + place(of: other, in: model)
        table.pairCost[place] = isForbidden ? RoundsProblem.forbidden : costs.reduce(0, +)
        ties.mayMeet[place] = costs[0] < StaffedPartition.forbidden
        ties.mayCall[place] = costs[1] < StaffedPartition.forbidden
      }
    }
    table.ties = ties
    return table
  }

  /// The groups of a round by the ids of the schools.
  func groups(of round: RoundsSolution.Round) -> [[SchoolID]] {
    round.groups.map { $0.map { schools[$0].id } }
  }
}
