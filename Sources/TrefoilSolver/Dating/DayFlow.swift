/// A flow of units of work from items to the days that may take them, kept while days close and
/// open again.
///
/// Whether the days have room for all items is a bipartite flow; when they have not, the items
/// on the near side of a least cut are a proof of it (Hall, "On representatives of subsets",
/// doi:10.1112/jlms/s1-10.37.26; Ford and Fulkerson, doi:10.4153/CJM-1956-045-5).
struct DayFlow {
  /// Words of the bit sets of days.
  let wordCount: Int
  /// The days that the last proof of `itemsWithoutRoom` found full.
  private(set) var fullDays: [UInt64]
  /// The days an item may use, at `item * wordCount`.
  private(set) var open: [UInt64] = []

  private let dayCount: Int
  private let capacity: Int
  private var isRequired: [Bool] = []
  private var need: [Int] = []
  private var perDay: [Int] = []
  private var sent: [Int] = []
  private var flow: [Int] = []
  private var used: [Int]
  private var itemFrom: [Int] = []
  private var dayFrom: [Int]
  private var queue: [Int] = []

  /// Days with the same capacity each, and no items yet.
  init(dayCount: Int, capacity: Int) {
    self.dayCount = dayCount
    self.capacity = capacity
    wordCount = (dayCount + 63) >> 6
    fullDays = [UInt64](repeating: 0, count: wordCount)
    used = [Int](repeating: 0, count: dayCount)
    dayFrom = used
  }

  /// Adds an item that needs `need` units, at most `perDay` of them on any one day; no day is
  /// open to it yet.
  mutating func add(need: Int, perDay: Int) {
    self.need.append(need)
    self.perDay.append(perDay)
    sent.append(0)
    isRequired.append(true)
    open += repeatElement(0, count: wordCount)
    flow += repeatElement(0, count: dayCount)
    itemFrom.append(-1)
  }

  /// Leaves an item out of account, or takes it back in.
  mutating func require(_ item: Int, _ isRequired: Bool) {
    guard self.isRequired[item] != isRequired else { return }
    self.isRequired[item] = isRequired
    for day in 0..<dayCount where flow[item * dayCount + day] > 0 { withdraw(item, day) }
  }

  /// Sets one word of the days open to an item; what was sent to days now closed comes back.
  mutating func setOpen(_ item: Int, word: Int, _ days: UInt64) {
    let at = item * wordCount + word
    var closed = open[at] & ~days
    open[at] = days
    while closed != 0 {
      let day = word << 6 + closed.trailingZeroBitCount
      closed &= closed - 1
      if flow[item * dayCount + day] > 0 { withdraw(item, day) }
    }
  }

  private mutating func withdraw(_ item: Int, _ day: Int) {
    let amount = flow[item * dayCount + day]
    flow[item * dayCount + day] = 0
    used[day] -= amount
    sent[item] -= amount
  }

  /// Items that need more room than all their days have, or nil when everything fits.
  ///
  /// O(items^2 * days^2) at worst; most items find a free day at once.
  mutating func itemsWithoutRoom() -> [Int]? {
    for item in need.indices where isRequired[item] {
      while sent[item] < need[item] {
        guard sendDirectly(item) || push(item) else {
          return itemFrom.indices.filter { itemFrom[$0] != -1 }
        }
      }
    }
    return nil
  }

  /// Sends what the emptiest day can take as things stand.
  private mutating func sendDirectly(_ item: Int) -> Bool {
    var best = -1
    for word in 0..<wordCount {
      var rest = open[item * wordCount + word]
      while rest != 0 {
        let day = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        guard used[day] < (best < 0 ? capacity : used[best]), room(item, day) > 0 else {
          continue
        }
        best = day
      }
    }
    guard best >= 0 else { return false }
    let amount = min(need[item] - sent[item], room(item, best), capacity - used[best])
    flow[item * dayCount + best] += amount
    used[best] += amount
    sent[item] += amount
    return true
  }

  private func room(_ item: Int, _ day: Int) -> Int { perDay[item] - flow[item * dayCount + day] }

  /// Sends more from an item, moving other units aside where that makes room.
  private mutating func push(_ source: Int) -> Bool {
    for item in itemFrom.indices { itemFrom[item] = -1 }
    for word in 0..<wordCount { fullDays[word] = 0 }
    itemFrom[source] = dayCount
    queue.removeAll(keepingCapacity: true)
    queue.append(source)
    var next = 0
    while next < queue.count {
      let item = queue[next]
      next += 1
      for word in 0..<wordCount {
        var rest = open[item * wordCount + word] & ~fullDays[word]
        while rest != 0 {
          let day = word << 6 + rest.trailingZeroBitCount
          rest &= rest - 1
          guard room(item, day) > 0 else { continue }
          dayFrom[day] = item
          if used[day] < capacity {
            augment(to: day, from: source)
            return true
          }
          fullDays[word] |= 1 << UInt64(day & 63)
          reachItems(on: day)
        }
      }
    }
    return false
  }

  private mutating func reachItems(on day: Int) {
    for other in need.indices where itemFrom[other] == -1 && flow[other * dayCount + day] > 0 {
      itemFrom[other] = day
      queue.append(other)
    }
  }

  /// Sends as much as the path found can carry.
  private mutating func augment(to last: Int, from source: Int) {
    var amount = min(need[source] - sent[source], capacity - used[last])
    var day = last
    while true {
      let item = dayFrom[day]
      amount = min(amount, room(item, day))
      guard item != source else { break }
      day = itemFrom[item]
      amount = min(amount, flow[item * dayCount + day])
    }
    used[last] += amount
    sent[source] += amount
    day = last
    while true {
      let item = dayFrom[day]
      flow[item * dayCount + day] += amount
      guard item != source else { return }
      day = itemFrom[item]
      flow[item * dayCount + day] -= amount
    }
  }
}
