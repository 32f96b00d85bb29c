/// Local search on the cost of days that keep every rule, and keeps them so throughout.
///
/// One step lifts a job off the calendar and puts it back where it costs less, if need be by
/// ejecting jobs in the way and placing those anew in turn (ejection chains: Glover,
/// doi:10.1016/0166-218X(94)00037-E). Steps that change nothing in cost are kept, to drift.
struct DatingImprover {
  private static let longestChain = 6
  private static let widestEjection = 2
  private static let triedStarts = 6

  private let model: DatingModel
  private(set) var calendar: DatingCalendar
  private let bounds: DatingBounds
  private var generator: SeededGenerator
  private var undoList: [(job: Int, place: DatingPlace)] = []

  /// Starts from days that keep every rule, one an activity of the model.
  init(_ model: DatingModel, day: [Int], bounds: DatingBounds, seed: UInt64) {
    self.model = model
    self.bounds = bounds
    calendar = DatingCalendar(model, day: day)
    generator = SeededGenerator(seed: seed)
  }

  /// Runs steps until the bound is reached, `steps` are done or nothing has helped for long.
  mutating func run(steps: Int) {
    var idle = 0
    for step in 0..<steps {
      guard calendar.cost > bounds.total, idle < 200 + 4 * model.jobs.count else { return }
      let before = calendar.cost
      improve(step & 3 == 3 ? generator.below(model.jobs.count) : nextCostlyJob())
      idle = calendar.cost < before ? 0 : idle + 1
    }
  }

  /// A job that costs more than it would alone, from a random place onwards.
  private mutating func nextCostlyJob() -> Int {
    let count = model.jobs.count
    let from = generator.below(count)
    for offset in 0..<count {
      let job = from + offset < count ? from + offset : from + offset - count
      let week = model.week[calendar.place(job).start]
      let isCrowded = model.spreadCost > 0 && calendar.started[week] > model.evenShare
      if isCrowded || calendar.dayCost(job) > bounds.least[job] { return job }
    }
    return from
  }

  /// One step: a chain that starts with this job, undone when it makes the whole dearer.
  private mutating func improve(_ job: Int) {
    let before = calendar.cost
    undoList.removeAll(keepingCapacity: true)
    lift(job)
    var pending = [job]
    var placed: [Int] = []
    while let next = pending.popLast() {
      let hope = pending.reduce(calendar.cost) { $0 + bounds.least[$1] }
      let free = calendar.freePlace(next, &generator)
      let freeCost = free.map { calendar.added(next, $0) } ?? .max
      if let free, freeCost < before - hope {
        calendar.put(next, free)
      } else if let chain = ejection(next, below: min(freeCost, before - hope), placed) {
        for other in chain.jobs { lift(other) }
        pending += chain.jobs
        calendar.put(next, chain.place)
      } else if let free, freeCost <= before - hope {
        calendar.put(next, free)
      } else {
        return undo(placed)
      }
      placed.append(next)
    }
    if calendar.cost > before { undo(placed) }
  }

  private mutating func lift(_ job: Int) {
    undoList.append((job, calendar.place(job)))
    calendar.lift(job)
  }

  private mutating func undo(_ placed: [Int]) {
    for job in placed { calendar.lift(job) }
    for entry in undoList { calendar.put(entry.job, entry.place) }
  }

  /// A place cheaper than a given cost, with the fewest jobs to eject from it.
  private mutating func ejection(
    _ job: Int, below limit: Int, _ placed: [Int]
  ) -> (place: DatingPlace, jobs: [Int])? {
    let most = min(Self.widestEjection, Self.longestChain - undoList.count)
    guard most > 0 else { return nil }
    var best: (place: DatingPlace, jobs: [Int])?
    for place in wantedPlaces(job, below: limit) {
      let allowed = best.map { $0.jobs.count - 1 } ?? most
      guard allowed > 0 else { break }
      if let jobs = calendar.inTheWay(of: job, at: place, most: allowed, locked: placed) {
        best = (place, jobs)
      }
    }
    return best
  }

  /// Some of the places that cost less than a limit, cheapest first, ties in random order.
  private mutating func wantedPlaces(_ job: Int, below limit: Int) -> [DatingPlace] {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    var places: [(place: DatingPlace, cost: Int, draw: UInt64)] = []
    for start in model.days.list(activity) {
      var followUp = -1
      if partner >= 0 { followUp = wantedFollowUp(activity, partner, start) }
      let place = DatingPlace(start: start, followUp: followUp)
      let cost = calendar.added(job, place)
      if cost < limit { places.append((place, cost, generator.next())) }
    }
    places.sort { ($0.cost, $0.draw) < ($1.cost, $1.draw) }
    return places.prefix(Self.triedStarts).map(\.place)
  }

  /// One of the cheapest days of the follow-up within the window of a start, at random.
  private mutating func wantedFollowUp(_ activity: Int, _ partner: Int, _ start: Int) -> Int {
    let at = activity << model.shift | start
    var best = -1
    var ties = 0
    for day in model.days.low[at]...model.days.high[at]
    where model.days.contains(day, of: partner) {
      let cost = model.cost[partner << model.shift | day]
      let least = best < 0 ? .max : model.cost[partner << model.shift | best]
      guard cost <= least else { continue }
      ties = cost < least ? 1 : ties + 1
      if ties == 1 || generator.below(ties) == 0 { best = day }
    }
    return best
  }
}
