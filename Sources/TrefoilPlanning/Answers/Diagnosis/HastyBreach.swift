import TrefoilModel

/// Something that can be broken so that a term can be planned, found without proving anything: for where
/// the effort does not suffice for the least.
///
/// All of the lowest priority are given up together, then all of the next too, until there is a plan. What
/// that plan keeps all the same is then not broken.
struct HastyBreach {
  /// What a wish costs that is not kept: more than any journeys, so that most of them are kept.
  private static let wish = Charge.minutes(10_000)

  let question: Feasibility
  let list: RequirementList

  /// At most one search for each priority. Never called the least.
  ///
  /// - Throws: ``NoBreach`` where nothing is found that will do.
  func breach() async throws -> LeastBreach.Breach {
    for weight in Set(list.all.map(Priority.weight)).sorted() {
      let freed = list.all.filter { Priority.weight($0) <= weight }
      if let plan = try await plan(without: freed) { return breach(freed, plan) }
      if question.isStopped { throw NoBreach.stopped }
    }
    throw NoBreach.unknown
  }

  private func plan(without freed: [Requirement]) async throws -> TermPlan? {
    let scenarios = RelaxedScenario(
      question.scenario, term: question.term, facts: question.facts, Self.without(freed),
      wishCharge: Self.wish
    ).scenarios
    for scenario in scenarios {
      if let plan = try await question.cheapPlan(of: scenario) { return plan }
    }
    return nil
  }

  private static func without(_ freed: [Requirement]) -> Relaxation {
    var relaxation = Relaxation()
    relaxation.free(freed)
    return relaxation
  }

  // MARK: What the plan keeps

  private func breach(_ freed: [Requirement], _ plan: TermPlan) -> LeastBreach.Breach {
    // What matters most is kept first.
    let places = freed.enumerated().sorted {
      (Priority.weight($1.element), $0.offset) < (Priority.weight($0.element), $1.offset)
    }
    let broken = Set(broken(of: places.map(\.element), beside: [], plan))
    let requirements = list.all.filter(broken.contains)
    return LeastBreach.Breach(
      relaxation: eased(requirements, plan), requirements: requirements, isLightest: false,
      isLeast: false)
  }

  /// Those of a list that the plan breaks where these others are broken, too; by halves.
  private func broken(
    of list: [Requirement], beside others: [Requirement], _ plan: TermPlan
  ) -> [Requirement] {
    if list.isEmpty || question.isPlan(plan, Self.without(others)) { return [] }
    if list.count == 1 { return list }
    let (first, second) = (Array(list[..<(list.count / 2)]), Array(list[(list.count / 2)...]))
    let sooner = broken(of: first, beside: others + second, plan)
    return sooner + broken(of: second, beside: others + sooner, plan)
  }

  /// Each as little eased as the plan needs.
  private func eased(_ requirements: [Requirement], _ plan: TermPlan) -> Relaxation {
    var relaxation = Self.without(requirements)
    for requirement in requirements {
      var others = relaxation
      others.freed.remove(requirement)
      others.dropped.remove(requirement)
      let found = ways(of: requirement).lazy.compactMap { way in
        least(of: way) { step in
          var eased = others
          eased.eased[requirement] = step
          return question.isPlan(plan, eased) ? eased : nil
        }
      }
      if let eased = found.first { relaxation = eased }
    }
    return relaxation
  }

  /// What comes of the first of ever milder steps with which something does; by halves.
  private func least(
    of steps: [Relaxation.Step], _ eased: (Relaxation.Step) -> Relaxation?
  ) -> Relaxation? {
    guard let last = steps.last, var found = eased(last) else { return nil }
    var (low, high) = (0, steps.count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if let milder = eased(steps[middle]) {
        (found, high) = (milder, middle)
      } else {
        low = middle + 1
      }
    }
    return found
  }

  /// Each with ever milder steps.
  private func ways(of requirement: Requirement) -> [[Relaxation.Step]] {
    switch requirement {
    case .rule, .override:
      return EasedWords(question, requirement).ways.map { $0.map { .setting($0) } }
    case .window:
      guard let dates = question.facts.scenario.term.dates else { return [] }
      let later = dates.ends - dates.reviews.last
      let all = FreedDays.widerWindows(of: dates).count
      return [0..<later, later..<max(later, all)].map { $0.map { .setting($0) } }
    case .remainder: return Remainder.Setting.allCases.map { [.sizes($0)] }
    case .absence, .closure, .closedTerm, .wish, .seat, .conflict, .away: return []
    }
  }
}
