/// One reason why days may run short: activities that share an agent or a limit, with the days
/// of it that they use up wherever they go.
struct DatingRoom {
  /// The activities, in the order of the flow's items.
  let activities: [Int]
  /// Units of demand over units of room; above one there is certainly not enough.
  let tightness: Double
  private(set) var flow: DayFlow
  /// The days each activity uses, from its own first day on.
  private let extent: [Int]
  /// The days that count, as bits.
  private let counted: [UInt64]
  /// The open days of each activity when the flow was last brought up to date.
  private var known: [UInt64]
  private let wordCount: Int

  /// Activities that each need `demand` on every day of their extent.
  ///
  /// - Parameter stabbing: count only a least set of days that meets every start of every
  ///   activity, each of which then needs one of them. Two-day activities in a five-day week fit
  ///   only twice, and that shows only so.
  init(
    _ model: DatingModel, _ activities: [Int], extents: [Int], demands: [Int], capacity: Int,
    stabbing: Bool
  ) {
    self.activities = activities
    extent = extents
    wordCount = model.wordCount
    known = [UInt64](repeating: 0, count: activities.count * model.wordCount)
    let longest = extents.max() ?? 1
    var flow = DayFlow(dayCount: model.dayCount + longest, capacity: capacity)
    counted =
      stabbing
      ? Self.stab(model, activities, extents, words: flow.wordCount)
      : [UInt64](repeating: .max, count: flow.wordCount)
    var total = 0
    for place in activities.indices {
      let need = stabbing ? demands[place] : demands[place] * extents[place]
      flow.add(need: need, perDay: demands[place])
      total += need
    }
    self.flow = flow
    let room = Self.reachable(model, activities, extents, counted)
    tightness = Double(total) / (Double(room) * Double(capacity) + 0.5)
  }

  /// How many of the days that count any start can use.
  private static func reachable(
    _ model: DatingModel, _ activities: [Int], _ extents: [Int], _ counted: [UInt64]
  ) -> Int {
    var used = [UInt64](repeating: 0, count: counted.count)
    for (activity, extent) in zip(activities, extents) {
      for day in model.days.list(activity) {
        for word in used.indices {
          used[word] |= DatingModel.mask(word: word, day...day + extent - 1) & counted[word]
        }
      }
    }
    return used.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// A least set of days that meets every interval: take the earliest end not yet met.
  private static func stab(
    _ model: DatingModel, _ activities: [Int], _ extents: [Int], words: Int
  ) -> [UInt64] {
    var ends: [(last: Int, first: Int)] = []
    for (activity, extent) in zip(activities, extents) {
      ends += model.days.list(activity).map { ($0 + extent - 1, $0) }
    }
    ends.sort { $0 < $1 }
    var set = [UInt64](repeating: 0, count: words)
    var latest = -1
    for end in ends where end.first > latest {
      latest = end.last
      set[latest >> 6] |= 1 << UInt64(latest & 63)
    }
    return set
  }

  /// Says which activities must be dated; the others take no room.
  mutating func require(_ isRequired: [Bool]) {
    for (item, activity) in activities.enumerated() { flow.require(item, isRequired[activity]) }
  }

  /// Items that do not fit into the days open to their activities, nil when all fit.
  mutating func itemsWithoutRoom(domain: [UInt64]) -> [Int]? {
    for item in activities.indices { bringUpToDate(item, domain) }
    return flow.itemsWithoutRoom()
  }

  /// Whether a start would let an item use a day that the last proof did not count as full and
  /// that is closed to it now.
  func wouldHelp(_ item: Int, start: Int) -> Bool {
    let range = start...start + extent[item] - 1
    return (0..<flow.wordCount).contains { word in
      DatingModel.mask(word: word, range) & counted[word] & ~flow.fullDays[word]
        & ~flow.open[item * flow.wordCount + word] != 0
    }
  }

  private mutating func bringUpToDate(_ item: Int, _ domain: [UInt64]) {
    let from = activities[item] * wordCount
    let to = item * wordCount
    guard (0..<wordCount).contains(where: { domain[from + $0] != known[to + $0] }) else { return }
    for word in 0..<wordCount { known[to + word] = domain[from + word] }
    for target in 0..<flow.wordCount {
      var days: UInt64 = 0
      for word in 0..<wordCount {
        var rest = known[to + word]
        while rest != 0 {
          let day = word << 6 + rest.trailingZeroBitCount
          rest &= rest - 1
          days |= DatingModel.mask(word: target, day...day + extent[item] - 1)
        }
      }
      flow.setOpen(item, word: target, days & counted[target])
    }
  }
}
