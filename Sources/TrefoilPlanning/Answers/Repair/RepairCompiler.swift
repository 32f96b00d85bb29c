import TrefoilModel
import TrefoilSolver

/// Makes the choice of a repair from its frame: one start for each review, champions for its seats, one
/// day and lead for its workshop, nobody in two places, every limit kept.
///
/// Columns that move more visits of a review than its allowance are left out: see ``RepairSearch``.
struct RepairCompiler {
  let frame: RepairFrame
  let calendar: RepairCalendar
  let options: RepairOptions
  let aim: RepairProgram.Aim
  /// Visits that may move at each review beyond those that must.
  let allowance: Int

  let numbers: StaffedPartition
  let floor: RepairFloor
  let excess: RepairExcess
  var rows: RepairRows
  /// Reviews that a week can have at no dislike; nil where nobody minds.
  let weekShare: Int?
  /// Weeks in which reviews may begin.
  private(set) var weeks: Set<CalendarDay> = []
  /// Moves that nothing can help.
  var certainMoves = 0
  var columns: [RepairProgram.Column] = []
  /// False once a column was left out for the allowance.
  private(set) var isComplete = true

  init(
    _ frame: RepairFrame, _ calendar: RepairCalendar, _ options: RepairOptions,
    aim: RepairProgram.Aim, allowance: Int
  ) {
    self.frame = frame
    self.calendar = calendar
    self.options = options
    self.aim = aim
    self.allowance = allowance
    numbers = frame.model.problem
    floor = RepairFloor(frame, calendar)
    excess = RepairExcess(frame, floor)
    let facts = frame.model.facts
    let minds = aim != .fewestMoves && facts.scenario.rules[Spread.self].setting > 0
    weekShare = minds ? Spread.share(of: frame.parts.count, facts) : nil
    rows = RepairRows(
      taken: frame.past.taken(frame.model, daysBetween: calendar.daysBetween))
  }

  var countsCost: Bool { aim != .fewestMoves }

  /// The whole choice. O(reviews x days x champions).
  mutating func compile() -> RepairProgram {
    for index in frame.parts.indices {
      addReview(index)
      addWorkshop(index)
    }
    addLoad()
    addSpread()
    if case .leastCost(let moves) = aim {
      for (index, column) in columns.enumerated() where column.moves > 0 {
        rows.add(
          index, to: .moves, times: column.moves, upper: column.upper, .atMost, moves - certainMoves
        )
      }
    }
    let weight = weight
    var problem = SelectionProblem(constant: countsCost ? 0 : certainMoves)
    let entries = rows.write(into: &problem, columns: columns.count)
    for (index, column) in columns.enumerated() {
      problem.addColumn(
        cost: countsCost
          ? column.minutes * weight + (weight > 1 ? column.dislike : 0) : column.moves,
        upper: column.upper, entries: entries[index])
    }
    return RepairProgram(
      frame: frame, problem: problem, columns: columns, isComplete: isComplete)
  }

  /// What a minute weighs, so that dislikes of days only choose among what costs the same; 1 where
  /// numbers would become too large, and dislikes are then left out.
  private var weight: Int {
    let dislikes = columns.reduce(0) { $0 + $1.dislike * $1.upper }
    let most = columns.reduce(1) { max($0, abs($1.minutes)) }
    let room = (SelectionProblem.largestCost - dislikes) / most
    return dislikes < room ? 1 + dislikes : 1
  }

  /// Adds a column and returns its index.
  mutating func add(
    _ choice: RepairProgram.Choice, moves: Int = 0, minutes: Int = 0, dislike: Int = 0,
    upper: Int = 1
  ) -> Int {
    columns.append(
      RepairProgram.Column(
        choice: choice, moves: moves, minutes: minutes + moves * options.personCost,
        dislike: dislike, upper: upper))
    return columns.count - 1
  }

  /// Whether so many moves at a review are within its allowance.
  mutating func allows(_ moves: Int, least: Int) -> Bool {
    if moves <= least + allowance { return true }
    isComplete = false
    return false
  }

  // MARK: The review

  private mutating func addReview(_ index: Int) {
    let part = frame.parts[index]
    if part.isReviewFrozen { return }
    let least = (floor.moves(ofReview: part) ?? 0) + excess.near(review: index)
    let joiners = joiners(part)
    certainMoves += frame.surplus(of: part)
    rows.need(.oneStart(part: index), .equal, 1)
    for start in calendar.starts(of: part) {
      let isKept = calendar.isKept(start, part)
      let moves = RepairFloor.reviewerMoves(part, isKept: isKept, frame)
      guard isKept || allows(moves + part.oldChampionCount, least: least) else { continue }
      let column = add(
        .start(part: index, day: start), moves: moves,
        minutes: isKept ? 0 : options.schoolCost,
        dislike: calendar.run(from: start, at: part.host)
          .reduce(0) { $0 + calendar.dislike($1, at: part.host) })
      rows.add(column, to: .oneStart(part: index), .equal, 1)
      if let weekShare, let day = calendar.day(start) {
        weeks.insert(day.weekStart)
        rows.add(column, to: .week(day.weekStart), .atMost, weekShare)
      }
      occupy(column, index, start: start)
      addSeats(joiners, index, start: start, column, moves: moves, least: least)
    }
    addRequirements(index)
    addFrictions(index)
  }

  /// What a review's days keep busy: reviewers, and the host's principal at home.
  private mutating func occupy(_ column: Int, _ index: Int, start: Int) {
    let part = frame.parts[index]
    let run = calendar.run(from: start, at: part.host)
    addWorkshopLinks(column, index, end: run.upperBound - 1)
    for person in frame.visitorPersons(of: part) { busy(person, run, column) }
    for day in run {
      rows.add(column, to: .place(person: numbers.itemPerson[part.host], day: day), .atMost, 1)
      if let most = frame.model.facts.scenario.rules[ReviewsADay.self].setting {
        rows.add(column, to: .reviewsADay(day: day), .atMost, most)
      }
    }
  }

  /// A duty of a person on these days.
  private mutating func busy(_ person: Int, _ run: Range<Int>, _ column: Int) {
    let site = numbers.personSites[person].first
    for day in run {
      rows.add(column, to: .place(person: person, day: day), .atMost, 1)
      if let site, let most = frame.leadersOut[site] {
        rows.add(column, to: .leadersOut(site: site, day: day), .atMost, most)
      }
    }
    guard calendar.daysBetween > 0 else { return }
    for day in run.lowerBound..<(run.upperBound + calendar.daysBetween) {
      rows.add(column, to: .rest(person: person, day: day), .atMost, 1)
    }
  }

  // MARK: Seats

  /// A champion who may be on a team.
  private struct Joiner {
    let staff: Int
    let person: Int
    let minutes: Int
  }

  private func joiners(_ part: RepairFrame.Part) -> [Joiner] {
    (0..<numbers.staffCount).filter { floor.mayEverJoin($0, part) }.map { staff in
      Joiner(
        staff: staff, person: numbers.staffPerson[staff], minutes: seatMinutes(staff, part))
    }
  }

  private mutating func addSeats(
    _ joiners: [Joiner], _ index: Int, start: Int, _ column: Int, moves: Int, least: Int
  ) {
    let part = frame.parts[index]
    let seats = frame.seats(of: part)
    guard seats > 0 else { return }
    let atKept = moves + frame.surplus(of: part)
    let team = RepairRows.Key.team(part: index, start: start)
    let isKept = calendar.isKept(start, part)
    let mayBegin = calendar.mayBegin(calendar.day(start))
    let run = calendar.run(from: start, at: part.host)
    rows.add(column, to: team, times: -seats, .equal, 0)
    for joiner in joiners {
      let isOld = isKept && part.oldChampions.contains(joiner.staff)
      guard calendar.isFree(joiner.person, from: start, at: part.host), isOld || mayBegin
      else { continue }
      guard isOld || !isKept || allows(atKept + 1, least: least) else { continue }
      let seat = add(
        .champion(part: index, staff: joiner.staff, day: start), moves: isOld ? 0 : 1,
        minutes: joiner.minutes)
      rows.add(seat, to: team, .equal, 0)
      addDuty(
        seat, person: joiner.person, run, days: calendar.length(at: part.host))
      addTeam(seat, staff: joiner.staff, index, seats: seats)
    }
    addEmptySeats(index, team: team, seats: seats)
  }

  private mutating func addEmptySeats(
    _ index: Int, team: RepairRows.Key, seats: Int
  ) {
    let part = frame.parts[index]
    let minutes = numbers.emptySeatCost[part.host]
    guard minutes < StaffedPartition.forbidden else { return }
    let former = min(seats, part.oldChampionCount)
    for (upper, moves) in [(seats - former, 0), (former, 1)] where upper > 0 {
      let empty = add(.other, moves: moves, minutes: minutes, upper: upper)
      rows.add(empty, to: team, upper: upper, .equal, 0)
    }
  }

  private func seatMinutes(_ staff: Int, _ part: RepairFrame.Part) -> Int {
    let isInside = numbers.staffItems[staff].contains(where: part.members.contains)
    let person = numbers.staffPerson[staff]
    let visitors = frame.visitorPersons(of: part)
    let frictions = numbers.frictions.reduce(0) { sum, friction in
      let other =
        friction.one == person ? friction.other : friction.other == person ? friction.one : -1
      return visitors.contains(other) ? sum + friction.charge : sum
    }
    return numbers.seatCost[staff * numbers.itemCount + part.host]
      + (isInside ? 0 : numbers.outsideCost[part.host]) + frictions
  }

  /// What a duty that somebody may take on counts for.
  mutating func addDuty(
    _ column: Int, person: Int, _ run: Range<Int>, days: Int
  ) {
    busy(person, run, column)
    let limits = frame.limits
    if let most = limits.duties[person] {
      rows.add(column, to: .duties(person: person), .atMost, most)
    }
    if let most = limits.days[person] {
      rows.add(column, to: .days(person: person), times: days, .atMost, most)
    }
    if let site = numbers.personSites[person].first, let most = limits.siteDays[site] {
      rows.add(column, to: .siteDays(site: site), times: days, .atMost, most)
    }
  }

  /// What a champion on the team brings, and whom they keep from leading the workshop.
  private mutating func addTeam(_ seat: Int, staff: Int, _ index: Int, seats: Int) {
    let part = frame.parts[index]
    let person = numbers.staffPerson[staff]
    if countsCost, !numbers.seatSteps[staff].isEmpty {
      rows.add(seat, to: .load(staff: staff), .atMost, -frame.past.seats[staff])
    }
    if !part.isWorkshopFrozen, numbers.wantsLead[part.host] {
      rows.add(seat, to: .leadOffTeam(part: index, person: person), .atMost, seats)
      if numbers.leadFromOtherSite[part.host] {
        for site in numbers.personSites[person] {
          rows.add(seat, to: .leadFromElsewhere(part: index, site: site), .atMost, seats)
        }
      }
    }
    let covers = numbers.seatCovers[staff * numbers.itemCount + part.host]
    for bit in uncovered(part) where covers & (1 << UInt64(bit)) != 0 {
      rows.add(seat, to: .requirement(part: index, bit: bit), .atLeast, 1)
    }
    for (number, friction) in numbers.frictions.enumerated()
    where seats > 1 && (friction.one == person || friction.other == person) {
      rows.add(seat, to: .friction(part: index, index: number), .atMost, 1)
    }
    if numbers.fixedSeats.contains(where: { $0.host == part.host && $0.staff == staff }) {
      rows.add(seat, to: .fixedSeat(part: index, staff: staff), .atLeast, 1)
    }
  }
}
