/// The days of some jobs at one moment, with what each limit has left and what it all costs.
struct DatingCalendar {
  let model: DatingModel
  /// The day of each activity, -1 while its job is lifted off.
  private(set) var day: [Int]
  private(set) var cost: Int
  /// How many jobs start in each week.
  private(set) var started: [Int]
  private(set) var load: [Int]
  /// The free days of a job and, behind them, of its follow-up.
  private var free: [UInt64]

  /// Starts from days that keep every rule, one an activity of the model.
  init(_ model: DatingModel, day: [Int]) {
    self.model = model
    self.day = [Int](repeating: -1, count: day.count)
    cost = 0
    load = [Int](repeating: 0, count: model.counters.count << model.shift)
    started = [Int](repeating: 0, count: model.weekCount)
    free = [UInt64](repeating: 0, count: model.wordCount * 2)
    for activity in model.jobActivity {
      let partner = model.partner[activity]
      put(
        model.activityJob[activity],
        DatingPlace(start: day[activity], followUp: partner < 0 ? -1 : day[partner]))
    }
  }

  /// Where a job is.
  func place(_ job: Int) -> DatingPlace {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    return DatingPlace(start: day[activity], followUp: partner < 0 ? -1 : day[partner])
  }

  /// What a job's own days cost, the spread left out.
  func dayCost(_ job: Int) -> Int {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    let own = model.cost[activity << model.shift | day[activity]]
    return partner < 0 ? own : own + model.cost[partner << model.shift | day[partner]]
  }

  /// What a place adds to the cost for a job that is lifted off.
  func added(_ job: Int, _ place: DatingPlace) -> Int {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    let own = startCost(activity, place.start)
    return partner < 0 ? own : own + model.cost[partner << model.shift | place.followUp]
  }

  /// Puts a lifted job into a place that is free.
  mutating func put(_ job: Int, _ place: DatingPlace) {
    cost += added(job, place)
    let activity = model.jobActivity[job]
    started[model.week[place.start]] += 1
    occupy(activity, place.start, sign: 1)
    day[activity] = place.start
    guard place.followUp >= 0 else { return }
    occupy(activity + 1, place.followUp, sign: 1)
    day[activity + 1] = place.followUp
  }

  /// Lifts a job and its follow-up off the calendar.
  mutating func lift(_ job: Int) {
    let activity = model.jobActivity[job]
    let place = place(job)
    started[model.week[place.start]] -= 1
    occupy(activity, place.start, sign: -1)
    day[activity] = -1
    if place.followUp >= 0 {
      occupy(activity + 1, place.followUp, sign: -1)
      day[activity + 1] = -1
    }
    cost -= added(job, place)
  }

  private mutating func occupy(_ activity: Int, _ start: Int, sign: Int) {
    for use in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      let base = model.counters.use[use] << model.shift
      for busy in start..<start + model.length[activity] {
        load[base | busy] += sign * model.counters.useDemand[use]
      }
    }
  }

  private func startCost(_ activity: Int, _ start: Int) -> Int {
    let own = model.cost[activity << model.shift | start]
    return started[model.week[start]] < model.evenShare ? own : own + model.spreadCost
  }

  /// The cheapest place of a lifted job that is free as things stand, ties broken at random.
  mutating func freePlace(_ job: Int, _ generator: inout SeededGenerator) -> DatingPlace? {
    let activity = model.jobActivity[job]
    let partner = model.partner[activity]
    findFree(activity, at: 0)
    if partner >= 0 { findFree(partner, at: model.wordCount) }
    var best: DatingPlace?
    var bestCost = Int.max
    var ties = 0
    for word in 0..<model.wordCount {
      var rest = free[word]
      while rest != 0 {
        let start = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        guard startCost(activity, start) <= bestCost else { continue }
        let followUp = partner < 0 ? -1 : freeFollowUp(activity, partner, start)
        guard partner < 0 || followUp >= 0 else { continue }
        let place = DatingPlace(start: start, followUp: followUp)
        let cost = added(job, place)
        guard cost <= bestCost else { continue }
        ties = cost == bestCost ? ties + 1 : 1
        guard ties == 1 || generator.below(ties) == 0 else { continue }
        (best, bestCost) = (place, cost)
      }
    }
    return best
  }

  /// The cheapest free follow-up day within the window of a start, -1 when there is none.
  private func freeFollowUp(_ activity: Int, _ partner: Int, _ start: Int) -> Int {
    let at = activity << model.shift | start
    var best = -1
    for day in model.days.low[at]...model.days.high[at]
    where free[model.wordCount + day >> 6] >> UInt64(day & 63) & 1 == 1 {
      let cost = model.cost[partner << model.shift | day]
      if best < 0 || cost < model.cost[partner << model.shift | best] { best = day }
    }
    return best
  }

  private mutating func findFree(_ activity: Int, at base: Int) {
    for word in 0..<model.wordCount {
      free[base + word] = model.days.words[activity * model.wordCount + word]
    }
    for place in model.conflicts.first[activity]..<model.conflicts.first[activity + 1] {
      let other = model.conflicts.neighbour[place]
      guard day[other] >= 0 else { continue }
      let range = model.blocked(
        activity, by: other, on: day[other], gap: model.conflicts.gap[place])
      close(range, at: base)
    }
    for use in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      let counter = model.counters.use[use]
      let room = model.counters.caps[counter] - model.counters.useDemand[use]
      for full in 0..<model.dayCount where load[counter << model.shift | full] > room {
        close(max(0, full - model.length[activity] + 1)...full, at: base)
      }
    }
  }

  private mutating func close(_ range: ClosedRange<Int>, at base: Int) {
    for word in range.lowerBound >> 6...range.upperBound >> 6 {
      free[base + word] &= ~DatingModel.mask(word: word, range)
    }
  }
}
