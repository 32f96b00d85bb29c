/// What is known of groups in which somebody is not listed.
///
/// Let b be the least that an item's link to someone unlisted costs, and c the least to someone
/// unlisted who covers a requirement r that costs w where nobody covers it. Of two unlisted others
/// whose dearer link costs t, nothing is covered but what has c <= t: the item pays
/// `b / 2 + t / 2 + (sum of w with c > t)` at least, its half of both links. Floors are the least over
/// all t, which need only be b and each c.
extension WidePartition {
  /// Shares of what is beyond the list that an item may earn, in eighths: of the nearer of two
  /// links, and of the further.
  private static let nearShare = 4
  private static let furtherShare = 2

  /// The most that an item may earn, in fine units, so that two others whom it does not list, and
  /// who list each other, still pay ``farThird(_:_:)``. O(requirements^2).
  func ceiling(_ item: Int) -> Int {
    let (near, costs, floors) = (beyond[item], requirementCosts[item], coverBeyond[item])
    func eighths(_ further: Int) -> Int {
      var open = 0
      for index in costs.indices where floors[index] > further { open += costs[index] }
      return Self.nearShare * near + Self.furtherShare * further + 8 * open
    }
    let least = floors.reduce(eighths(near)) { min($0, eighths(max(near, $1))) }
    return least * (DualPrices.scale / 8)
  }

  /// The least that an item's link to a third member costs that it does not list, with what stays
  /// uncovered beside a second that covers these bits. O(requirements^2).
  func farLink(_ item: Int, beside bits: UInt64) -> Int {
    let (near, costs, floors) = (beyond[item], requirementCosts[item], coverBeyond[item])
    func link(_ cost: Int) -> Int {
      var open = 0
      for index in costs.indices where bits >> UInt64(index) & 1 == 0 && floors[index] > cost {
        open += costs[index]
      }
      return cost + open
    }
    var least = link(near)
    for index in floors.indices where bits >> UInt64(index) & 1 == 0 {
      least = min(least, link(max(near, floors[index])))
    }
    return least
  }

  /// What two links to a third that neither lists cost more than the third may earn, at least, from
  /// the least of each link; in fine units.
  ///
  /// The third may earn its shares of both links, and what it leaves uncovered, at most
  /// (``ceiling(_:)``); the rest of both is least where each link is as cheap as it can be.
  func farThird(_ one: Int, _ other: Int) -> Int {
    let (low, high) = (min(one, other), max(one, other))
    return ((8 - Self.furtherShare) * high + (8 - Self.nearShare) * low) * (DualPrices.scale / 8)
  }
}
