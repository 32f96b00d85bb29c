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
  /// What a day that costs anything costs on average, or a job too many in a week if that is more.
  private let usualCost: Int
  private var generator: SeededGenerator
  /// The jobs that cost more than they would alone when last looked through.
  private var costly: [Int] = []
  private var undoList: [(job: Int, place: DatingPlace)] = []

  /// Starts from days that keep every rule, one an activity of the model.
  init(_ model: DatingModel, day: [Int], bounds: DatingBounds, seed: UInt64) {
    self.model = model
    self.bounds = bounds
    calendar = DatingCalendar(model, day: day)
    let costs = model.cost.filter { $0 > 0 }
    usualCost = max(model.spreadCost, costs.reduce(0) { $0 + $1 / costs.count })
    generator = SeededGenerator(seed: seed)
  }

  /// Runs steps until the bound is reached, `steps` are done, nothing has helped for long or a
  /// stop is sent.
  ///
  /// A step may leave the cost above the best by an allowance that sinks to nothing and starts
  /// over (record-to-record travel: Dueck, doi:10.1006/jcph.1993.1010).
  mutating func run(steps: Int, stop: StopSignal) {
    let period = 50 + 10 * model.jobs.count
    var best = (cost: calendar.cost, day: calendar.day)
    var idle = 0
    for step in 0..<steps {
      guard best.cost > bounds.total, idle < 4 * period else { break }
      if step & 63 == 0 {
        if stop.isSent { break }
        costly = model.jobs.indices.filter { isCostly($0) }
      }
      let allowance = Int(Double(usualCost) * Double(period - step % period) / Double(period))
      let wanders = step & 3 == 3
      let job = wanders ? generator.below(model.jobs.count) : nextCostlyJob()
      improve(job, wanders: wanders, upTo: best.cost + allowance)
      idle += 1
      guard calendar.cost < best.cost else { continue }
      best = (calendar.cost, calendar.day)
      idle = 0
    }
    if calendar.cost > best.cost { calendar = DatingCalendar(model, day: best.day) }
  }

  /// A random job that costs more than it would alone, or any job when there is none.
  private mutating func nextCostlyJob() -> Int {
    while !costly.isEmpty {
      let place = generator.below(costly.count)
      if isCostly(costly[place]) { return costly[place] }
      costly.swapAt(place, costly.count - 1)
      costly.removeLast()
    }
    return generator.below(model.jobs.count)
  }

  private func isCostly(_ job: Int) -> Bool {
    let week = model.week[calendar.place(job).start]
    let isCrowded = model.spreadCost > 0 && calendar.started[week] > model.evenShare
    return isCrowded || calendar.dayCost(job) > bounds.least[job]
  }

  /// One step: a chain that starts with this job, undone when the whole gets dearer than both
  /// it was and `most`.
  ///
  /// A job that wanders takes any place that can be had, at random, to start a chain elsewhere.
  private mutating func improve(_ job: Int, wanders: Bool, upTo most: Int) {
    let before = calendar.cost
    let ceiling = max(before, most)
    undoList.removeAll(keepingCapacity: true)
    lift(job)
    var pending = [job]
    var placed: [Int] = []
    while let next = pending.popLast() {
      let hope = pending.reduce(calendar.cost) { $0 + bounds.least[$1] }
      let isLost = wanders && placed.isEmpty
      let free = isLost ? nil : calendar.freePlace(next, &generator)
      let freeCost = free.map { calendar.added(next, $0) } ?? .max
      if let free, freeCost < before - hope {
        calendar.put(next, free)
      } else if let chain = ejection(
        next, below: min(freeCost, ceiling - hope + 1), placed, atRandom: isLost)
      {
        for other in chain.jobs { lift(other) }
        pending += chain.jobs
        calendar.put(next, chain.place)
      } else if let free, freeCost <= ceiling - hope {
        calendar.put(next, free)
      } else {
        return undo(placed)
      }
      placed.append(next)
    }
    if calendar.cost > ceiling { undo(placed) }
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
    _ job: Int, below limit: Int, _ placed: [Int], atRandom: Bool
  ) -> (place: DatingPlace, jobs: [Int])? {
    let most = min(Self.widestEjection, Self.longestChain - undoList.count)
    guard most > 0 else { return nil }
    var best: (place: DatingPlace, jobs: [Int])?
    for place in wantedPlaces(job, below: limit, atRandom: atRandom) {
      let allowed = best.map { $0.jobs.count - 1 } ?? most
      guard allowed > 0 else { break }
      if let jobs = calendar.inTheWay(of: job, at: place, most: allowed, locked: placed) {
        best = (place, jobs)
      }
    }
    return best
  }

  /// Some of the places that cost less than a limit, in random order or the cheapest first.
  private mutating func wantedPlaces(
    _ job: Int, below limit: Int, atRandom: Bool
  ) -> [DatingPlace] {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    var places: [(place: DatingPlace, cost: Int, draw: UInt64)] = []
    for start in model.days.list(activity) {
      var followUp = -1
      if partner >= 0 { followUp = wantedFollowUp(activity, partner, start) }
      let place = DatingPlace(start: start, followUp: followUp)
      let cost = calendar.added(job, place)
      if cost < limit { places.append((place, atRandom ? 0 : cost, generator.next())) }
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
