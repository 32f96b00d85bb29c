import TrefoilModel
import TrefoilSolver

/// Finds the repair that moves the fewest visits, and of those the one that costs least.
///
/// Each review has a floor of visits that must move there, and some more must move somewhere, as people
/// have more than limits allow. A repair that moves no more than all these and an allowance moves no more
/// at any one review than its floor, those of the others that may be there, and the allowance: so only
/// such columns are looked at, first with no allowance at all, where all but a few reviews are as
/// published. What is found within the allowance is the best there is; otherwise the allowance grows. The best
/// of all rounds is kept, whatever ends the last one.
struct RepairSearch {
  struct Found {
    let program: RepairProgram
    let values: [Int]
    let moves: Int
    /// No repair with this frame moves fewer visits.
    let fewest: Int
    /// Whether none that moves so few costs less.
    let isCheapest: Bool

    /// The same, where it is known that none moves fewer than so many, or none fewer than it.
    fileprivate func atLeast(_ fewest: Int) -> Found {
      Found(
        program: program, values: values, moves: moves, fewest: max(0, min(fewest, moves)),
        isCheapest: isCheapest)
    }
  }

  enum Outcome {
    case found(Found)
    /// Proven: there is no repair with this frame.
    case impossible
    case unknown
  }

  private let frame: RepairFrame
  private let options: RepairOptions
  private let effort: Effort
  let calendar: RepairCalendar

  init(_ frame: RepairFrame, options: RepairOptions, effort: Effort) {
    self.frame = frame
    self.options = options
    self.effort = effort
    calendar = RepairCalendar(frame, options: options)
  }

  /// - Parameter progress: told the number of each round before it.
  func run(stop: StopSignal, progress: (Int) -> Void = { _ in }) -> Outcome {
    let parts = RepairFloor(frame, calendar)
    guard let least = parts.moves else { return .impossible }
    let floor = least + RepairExcess(frame, parts).total
    var allowance = 0
    var best: Found?
    var fewest = 0
    var round = 0
    while true {
      round += 1
      progress(round)
      let program = compile(.fewestMoves, allowance)
      let outcome = SelectionSolver(program.problem, effort: effort).solve(stop: stop)
      // Whatever was left out moves more than this.
      let beyond = program.isComplete ? Int.max : floor + allowance + 1
      if let bound = outcome.bound { fewest = max(fewest, min(bound, beyond)) }
      if let moves = outcome.cost, let values = outcome.values, moves < best?.moves ?? .max {
        best = Found(
          program: program, values: values, moves: moves, fewest: 0, isCheapest: false)
      }
      guard let found = best else {
        guard outcome.isInfeasible else { return .unknown }
        if program.isComplete { return .impossible }
        allowance = allowance == 0 ? 1 : 3 * allowance
        continue
      }
      let isCutShort = stop.isSent || outcome.cost == nil || outcome.bound != outcome.cost
      if fewest >= found.moves || isCutShort {
        let known = found.atLeast(fewest)
        return .found(cheapest(known, allowance: max(allowance, found.moves - floor), stop))
      }
      allowance = found.moves - floor - 1
    }
  }

  private func compile(_ aim: RepairProgram.Aim, _ allowance: Int) -> RepairProgram {
    var compiler = RepairCompiler(frame, calendar, options, aim: aim, allowance: allowance)
    return compiler.compile()
  }

  /// The cheapest that moves as few. With so few moves none is beyond the allowance at any review.
  private func cheapest(_ found: Found, allowance: Int, _ stop: StopSignal) -> Found {
    if stop.isSent { return found }
    let program = compile(.leastCost(moves: found.moves), allowance)
    let outcome = SelectionSolver(program.problem, effort: effort).solve(stop: stop)
    guard let values = outcome.values else { return found }
    return Found(
      program: program, values: values, moves: found.moves, fewest: found.fewest,
      isCheapest: outcome.isOptimal && found.fewest == found.moves)
  }
}
