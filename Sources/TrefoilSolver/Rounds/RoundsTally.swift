/// Meetings and calls by number: how many a set of rounds takes at least, or how many there may be.
///
/// What a group takes: in one of two or three all pairs, each in both directions. In one of s > 3 all pairs
/// and 2s calls, so that of s (s - 1) / 2 pairs at least 2s - s (s - 1) / 2 call in both directions; of one
/// item's s - 1 pairs at least 4 - (s - 1).
struct RoundsTally {
  /// The same of one item.
  struct Item {
    var others = 0
    var mutual = 0
    var callsMade = 0
    var callsHad = 0

    func fits(_ room: Item) -> Bool {
      others <= room.others && mutual <= room.mutual && callsMade <= room.callsMade
        && callsHad <= room.callsHad
    }

    static func + (one: Item, other: Item) -> Item {
      Item(
        others: one.others + other.others, mutual: one.mutual + other.mutual,
        callsMade: one.callsMade + other.callsMade, callsHad: one.callsHad + other.callsHad)
    }

    /// Whatever group it is in, the least of each.
    static func least(_ one: Item, _ other: Item) -> Item {
      Item(
        others: min(one.others, other.others), mutual: min(one.mutual, other.mutual),
        callsMade: min(one.callsMade, other.callsMade),
        callsHad: min(one.callsHad, other.callsHad))
    }

    /// What an item of a group of so many takes.
    init(inGroupOf size: Int) {
      others = size - 1
      mutual = size <= 3 ? others : max(0, 4 - others)
      callsMade = min(2, others)
      callsHad = callsMade
    }

    init(others: Int = 0, mutual: Int = 0, callsMade: Int = 0, callsHad: Int = 0) {
      self.others = others
      self.mutual = mutual
      self.callsMade = callsMade
      self.callsHad = callsHad
    }
  }

  var pairs = 0
  var mutual = 0
  var calls = 0
  var items: [Item]

  init(itemCount: Int) {
    items = Array(repeating: Item(), count: itemCount)
  }

  /// Adds what a round takes, whoever is with whom. O(items).
  mutating func take(_ round: RoundsProblem.Round) {
    for (size, count) in round.groupCounts {
      let (all, called) = (size * (size - 1) / 2, size * min(2, size - 1))
      pairs += count * all
      calls += count * called
      mutual += count * (size <= 3 ? all : max(0, called - all))
    }
    // Whoever may rest takes nothing, and whoever may be in one of several sizes the least of each.
    guard round.restCount == 0 else { return }
    let sizes = round.groupCounts.filter { $0.value > 0 }.keys.map { Item(inGroupOf: $0) }
    guard let first = sizes.first else { return }
    let least = sizes.dropFirst().reduce(first, Item.least)
    for item in items.indices where round.isPresent[item] { items[item] = items[item] + least }
  }

  func fits(_ room: RoundsTally) -> Bool {
    pairs <= room.pairs && mutual <= room.mutual && calls <= room.calls
      && zip(items, room.items).allSatisfy { $0.fits($1) }
  }
}
