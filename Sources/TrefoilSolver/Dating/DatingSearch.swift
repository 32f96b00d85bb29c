/// An exact search for days: propagation over bit sets with clauses learned from conflicts.
///
/// Every pair (activity, day) is a Boolean variable at `activity << shift | day`, and every job
/// has one more that says that it is dated. The rules propagate natively and explain themselves
/// lazily; conflicts are analysed to the first unique implication point (Marques-Silva and
/// Sakallah, doi:10.1109/12.769433; Ohrimenko, Stuckey and Codish,
/// doi:10.1007/s10601-008-9064-x). A literal is `variable << 1`, plus one when it is negated.
struct DatingSearch {
  /// Rooms with less demand for their size hardly ever run short before other rules bite.
  private static let watchedTightness = 0.5

  let model: DatingModel
  let firstSelector: Int

  // The assignment, by variable; `value` is 1 for true, -1 for false, 0 for open.
  var value: [Int8]
  var level: [Int32]
  var position: [Int32]
  var reason: [DatingReason]
  var trail: [Int] = []
  var head = 0
  var levelStart: [Int] = []

  // The days still open, by activity; `chosen` is -1 until a day is true.
  var domain: [UInt64]
  var size: [Int]
  var chosen: [Int]
  var load: [Int]

  // Clauses: how many literals, how many levels, the literals; the first two are watched.
  var arena: [Int] = []
  var watchers: [[Int]]
  var learned: [Int] = []

  // The conflict at hand: a literal that is false although its reason demands it.
  var conflictLiteral = -1
  var conflictReason = DatingReason.chosen

  // Scratch for the analysis of conflicts.
  var seen: [Bool]
  var buffer: [Int] = []
  var touched: [Int] = []

  // The choice of the next activity and day.
  var weight: [Double]
  var bump = 1.0
  var saved: [Int]
  var active: [Int] = []
  var generator: SeededGenerator

  // The agents and limits that may run short of days, and the clause of the last that did.
  var rooms: [DatingRoom] = []
  var roomClause: [Int] = []
  var roomChecks = 0

  // The cost limit; nil while any dating will do.
  var costLimit: Int?
  var ranked: [[Int]] = []

  /// A search over all jobs of a model, with the rooms that are worth watching.
  init(_ model: DatingModel, rooms: [DatingRoom], seed: UInt64) {
    self.model = model
    let activities = model.activityCount
    firstSelector = activities << model.shift
    let variables = firstSelector + model.jobs.count
    value = [Int8](repeating: 0, count: variables)
    level = [Int32](repeating: 0, count: variables)
    position = level
    reason = [DatingReason](repeating: .chosen, count: variables)
    domain = model.days.words
    size = (0..<activities).map { model.days.list($0).count }
    chosen = [Int](repeating: -1, count: activities)
    saved = chosen
    load = [Int](repeating: 0, count: model.counters.count << model.shift)
    watchers = [[Int]](repeating: [], count: variables * 2)
    seen = [Bool](repeating: false, count: variables)
    generator = SeededGenerator(seed: seed)
    self.rooms = rooms.filter { $0.tightness > Self.watchedTightness }
    weight = []
    for _ in 0..<activities { weight.append(1 + generator.unit() * 0.01) }
  }

  @inline(__always)
  func isTrue(_ literal: Int) -> Bool { value[literal >> 1] == (literal & 1 == 0 ? 1 : -1) }

  @inline(__always)
  func isFalse(_ literal: Int) -> Bool { value[literal >> 1] == (literal & 1 == 0 ? -1 : 1) }

  @inline(__always)
  func selector(_ job: Int) -> Int { (firstSelector + job) << 1 }

  /// Makes a literal true for a reason, or notes the conflict when it is false already.
  @inline(__always)
  mutating func require(_ literal: Int, _ cause: DatingReason) -> Bool {
    if value[literal >> 1] == 0 {
      assign(literal, cause)
      return true
    }
    if isTrue(literal) { return true }
    conflictLiteral = literal
    conflictReason = cause
    return false
  }

  mutating func assign(_ literal: Int, _ cause: DatingReason) {
    let variable = literal >> 1
    value[variable] = literal & 1 == 0 ? 1 : -1
    level[variable] = Int32(truncatingIfNeeded: levelStart.count)
    position[variable] = Int32(truncatingIfNeeded: trail.count)
    reason[variable] = cause
    trail.append(literal)
    guard variable < firstSelector else { return }
    let activity = variable >> model.shift
    let day = variable & (1 << model.shift - 1)
    if literal & 1 == 0 {
      chosen[activity] = day
      count(activity, day, sign: 1)
    } else {
      domain[activity * model.wordCount + day >> 6] &= ~(1 << UInt64(day & 63))
      size[activity] -= 1
    }
  }

  /// Takes back everything above a level.
  mutating func retreat(to target: Int) {
    guard levelStart.count > target else { return }
    let keep = levelStart[target]
    while trail.count > keep {
      let literal = trail.removeLast()
      let variable = literal >> 1
      value[variable] = 0
      guard variable < firstSelector else { continue }
      let activity = variable >> model.shift
      let day = variable & (1 << model.shift - 1)
      if literal & 1 == 0 {
        saved[activity] = day
        chosen[activity] = -1
        count(activity, day, sign: -1)
      } else {
        domain[activity * model.wordCount + day >> 6] |= 1 << UInt64(day & 63)
        size[activity] += 1
      }
    }
    levelStart.removeLast(levelStart.count - target)
    head = keep
  }

  private mutating func count(_ activity: Int, _ day: Int, sign: Int) {
    for place in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      let base = model.counters.use[place] << model.shift
      for busy in day..<day + model.length[activity] {
        load[base | busy] += sign * model.counters.useDemand[place]
      }
    }
  }
}
