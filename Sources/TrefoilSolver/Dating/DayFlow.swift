/// A flow of units of work from items to the days that may take them.
///
/// Whether the days have room for all items is a bipartite flow; when they have not, the items
/// on the near side of a least cut are a proof of it (Hall, "On representatives of subsets",
/// doi:10.1112/jlms/s1-10.37.26; Ford and Fulkerson, doi:10.4153/CJM-1956-045-5).
struct DayFlow {
  private let dayCount: Int
  private let capacity: [Int]
  private var need: [Int] = []
  private var perDay: [Int] = []
  /// Whether an item may use a day, at `item * dayCount + day`.
  private var open: [Bool] = []
  private var flow: [Int] = []
  private var used: [Int]
  private var dayFrom: [Int]
  private var itemFrom: [Int] = []

  /// Days with the same capacity each, and no items yet.
  init(dayCount: Int, capacity: Int) {
    self.dayCount = dayCount
    self.capacity = [Int](repeating: capacity, count: dayCount)
    used = [Int](repeating: 0, count: dayCount)
    dayFrom = used
  }

  /// Adds an item that needs `need` units, at most `perDay` of them on any one of the days.
  mutating func add(need: Int, perDay: Int, days: some Sequence<Int>) {
    let base = open.count
    open += repeatElement(false, count: dayCount)
    for day in days { open[base + day] = true }
    self.need.append(need)
    self.perDay.append(perDay)
    flow += repeatElement(0, count: dayCount)
    itemFrom.append(-1)
  }

  /// Items that need more room than all their days have, or nil when everything fits.
  ///
  /// O(units * items * days) at worst; most units find a free day at once.
  mutating func itemsWithoutRoom() -> [Int]? {
    for item in need.indices {
      for _ in 0..<need[item] where !push(item) {
        return itemFrom.indices.filter { itemFrom[$0] != -1 }
      }
    }
    return nil
  }

  /// Sends one more unit from an item, moving other units aside where that makes room.
  private mutating func push(_ source: Int) -> Bool {
    for item in itemFrom.indices { itemFrom[item] = -1 }
    for day in 0..<dayCount { dayFrom[day] = -1 }
    itemFrom[source] = dayCount
    var queue = [source]
    var next = 0
    while next < queue.count {
      let item = queue[next]
      next += 1
      for day in 0..<dayCount where dayFrom[day] == -1 {
        guard open[item * dayCount + day], flow[item * dayCount + day] < perDay[item] else {
          continue
        }
        dayFrom[day] = item
        if used[day] < capacity[day] {
          augment(to: day, from: source)
          return true
        }
        for other in need.indices
        where itemFrom[other] == -1 && flow[other * dayCount + day] > 0 {
          itemFrom[other] = day
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func augment(to last: Int, from source: Int) {
    used[last] += 1
    var day = last
    while true {
      let item = dayFrom[day]
      flow[item * dayCount + day] += 1
      guard item != source else { return }
      day = itemFrom[item]
      flow[item * dayCount + day] -= 1
    }
  }
}
