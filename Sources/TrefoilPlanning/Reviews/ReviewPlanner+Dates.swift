import TrefoilModel
import TrefoilSolver

extension ReviewPlanner {
  /// What is asked of a term, and how long.
  struct TermSearch {
    var model: ReviewModel
    /// Nil in a term without dates.
    var calendar: TermCalendar?
    var stop: StopSignal
    var datesStop: StopSignal
    var progress: @Sendable (SearchProgress) -> Void
    /// How much may be spent on days for teams, as ``DatingPatience`` counts it, before the search is
    /// given up.
    var patience: Int
  }

  /// What the search for a term came to, before it is a plan.
  struct Answer {
    var outcome: PartitionSolver.Outcome
    var model: ReviewModel
    var dates: [ReviewDating.Dates]?
    var notes: [String] = []
    /// Whether days were asked for and none found.
    var isUndated = false
    /// Whether it is proven that no teams have days, whatever the outcome says of teams.
    var isHopeless = false
  }

  /// First without a look at dates; only where that cannot be dated, with them.
  func answer(_ search: TermSearch) async throws -> Answer {
    let (model, stop) = (search.model, search.stop)
    let (datesStop, progress) = (search.datesStop, search.progress)
    let first = await solve(model, check: nil, stop: stop, progress: progress)
    guard let calendar = search.calendar, let solution = first.solution else {
      return Answer(outcome: first, model: model)
    }
    let dating = ReviewDating(
      model, calendar: calendar, effort: options.effort, seed: options.seed)
    let tasks = solution.tasks
    var notes: [String] = []
    func undated(_ reason: String) -> Answer {
      Answer(outcome: first, model: model, notes: notes + [reason], isUndated: true)
    }
    switch dating.dates(of: tasks, stop: datesStop) {
    case .dated(let dates):
      return Answer(outcome: first, model: model, dates: dates)
    case .stopped: return undated(Self.stoppedWithoutDates)
    case .impossible(let conflict):
      notes.append(ruledOut(conflict.map { tasks[$0] }, model, isProven: true))
    case .gaveUp: notes.append(ruledOut(tasks, model, isProven: false))
    }
    guard !stop.isSent, let dated = SlotCompiler(calendar: calendar).slotted(model, stop: stop)
    else { return undated(Self.stoppedWithoutTeams) }
    if model.problem.restCount == 0 {
      let obstacles = CalendarObstacles(dated, calendar).proven
      guard obstacles.isEmpty else {
        return Answer(outcome: first, model: dated, notes: notes + obstacles, isHopeless: true)
      }
    }
    let kept = DatesKept()
    let patience = DatingPatience(most: search.patience)
    let second = await solve(
      dated, check: check(dating, kept, patience, stop: datesStop), stop: stop,
      progress: progress)
    if patience.isOver { notes.append(Self.impatient) }
    guard let solution = second.solution else {
      if stop.isSent && !second.isInfeasible { return undated(Self.stoppedWithoutTeams) }
      notes.append(contentsOf: CalendarObstacles(dated, calendar).sentences)
      return Answer(outcome: second, model: dated, notes: notes)
    }
    guard let dates = kept.dates(of: solution.tasks) else {
      throw PlanningError(sentence: "a solution was accepted without dates")
    }
    return Answer(outcome: second, model: dated, dates: dates, notes: notes)
  }

  private static let stoppedWithoutDates =
    "This plan has no dates: the search was stopped before days were found for its reviews. It is "
    + "not known whether there are any."

  private static let stoppedWithoutTeams =
    "This plan has no dates: none were found for its teams, and the search was stopped before it "
    + "found other teams that have some."

  private static let impatient =
    "The effort for days was used up: so many teams without days were looked at that the search was "
    + "given up. A greater effort looks on."

  /// Accepts what can be dated, and keeps the dates.
  private func check(
    _ dating: ReviewDating, _ kept: DatesKept, _ patience: DatingPatience, stop: StopSignal
  ) -> PartitionSolver.Check {
    { solution in
      let tasks = solution.tasks
      if patience.isOver { return .givenUp }
      switch dating.dates(of: tasks, patience: patience, stop: stop) {
      case .dated(let dates):
        kept.keep(dates, of: tasks)
        return .accepted
      case .impossible(let conflict):
        return .rejected(tasks: conflict.map { tasks[$0] }, isProven: true)
      case .gaveUp, .stopped: return .rejected(tasks: tasks, isProven: false)
      }
    }
  }

  private func ruledOut(_ tasks: [StaffedTask], _ model: ReviewModel, isProven: Bool) -> String {
    let reader = PlanReader(model: model)
    guard isProven else {
      return "No dates were found within the effort for the teams that travel least; other teams "
        + "were looked for."
    }
    let names = tasks.map { task in
      let team = reader.team(of: task).map { facts.name($0) }.joined(separator: ", ")
      return "the review at \(model.items[task.host].name) by \(team)"
    }
    let what = names.count == 1 ? "has no possible days" : "cannot all be given days"
    return "Ruled out for want of dates: \(names.joined(separator: "; ")) \(what)."
  }
}
