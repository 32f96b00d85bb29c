/// A good choice of venues and groups, found by exchanging venues one at a time: what the search
/// begins with, so that it can leave out early what costs more.
struct NetworkStart {
  /// What each member costs at each venue, by venue; nil where it may not be there.
  let costs: [[Int?]]
  /// What each venue costs; nil where it may not be one.
  let prices: [Int?]
  /// The member that is each venue, where it is one.
  let own: [Int?]
  let members: Int
  let groupCount: Int
  /// The fewest and the most members of a group.
  let sizes: ClosedRange<Int>

  /// Where each member meets, by member, and what it costs in all.
  struct Choice {
    var venues: [Int]
    var venueOfMember: [Int]
    var cost: Int
  }

  /// Nil where no choice of venues was found at which everybody can meet.
  ///
  /// O(passes x groups x venues x groups x members).
  func best() -> Choice? {
    let open = prices.indices.filter { prices[$0] != nil }
    guard open.count >= groupCount else { return nil }
    var venues: [Int] = []
    // The venue that brings the others nearest, one after another, sizes aside.
    var nearest = [Int](repeating: Self.far, count: members)
    while venues.count < groupCount {
      let next = open.filter { !venues.contains($0) }.min { one, other in
        let (left, right) = (reach(one, nearest), reach(other, nearest))
        return (left, one) < (right, other)
      }
      guard let next else { return nil }
      venues.append(next)
      for member in 0..<members { nearest[member] = min(nearest[member], cost(member, next)) }
    }
    var best = assigned(venues)
    for _ in 0..<Self.mostPasses {
      var better: Choice?
      for place in venues.indices {
        for other in open where !venues.contains(other) {
          var changed = venues
          changed[place] = other
          guard let choice = assigned(changed), choice.cost < (better ?? best)?.cost ?? .max else {
            continue
          }
          better = choice
        }
      }
      guard let found = better else { break }
      (best, venues) = (found, found.venues)
    }
    return best
  }

  private static let far = 1_000_000_000
  private static let mostPasses = 20

  private func cost(_ member: Int, _ venue: Int) -> Int { costs[venue][member] ?? Self.far }

  private func reach(_ venue: Int, _ nearest: [Int]) -> Int {
    (0..<members).reduce(prices[venue] ?? Self.far) { $0 + min(nearest[$1], cost($1, venue)) }
  }

  /// Everybody at these venues, those first who lose most by going elsewhere; then members change
  /// places, one for one or one alone, as long as that saves something.
  private func assigned(_ venues: [Int]) -> Choice? {
    var place = [Int](repeating: -1, count: members)
    var counts = [Int](repeating: 0, count: venues.count)
    for (index, venue) in venues.enumerated() {
      guard let member = own[venue] else { continue }
      place[member] = index
      counts[index] += 1
    }
    let fixed = place
    let order = (0..<members).filter { fixed[$0] < 0 }.sorted { one, other in
      (-regret(one, venues), one) < (-regret(other, venues), other)
    }
    for member in order {
      let room = venues.indices.filter { counts[$0] < sizes.upperBound }
      guard
        let index = room.min(by: {
          (cost(member, venues[$0]), $0) < (cost(member, venues[$1]), $1)
        })
      else { return nil }
      place[member] = index
      counts[index] += 1
    }
    guard fill(&place, &counts, venues, order) else { return nil }
    improve(&place, &counts, venues, order)
    let travel = (0..<members).reduce(0) { $0 + cost($1, venues[place[$1]]) }
    if travel >= Self.far { return nil }
    return Choice(
      venues: venues, venueOfMember: place.map { venues[$0] },
      cost: venues.reduce(travel) { $0 + (prices[$1] ?? 0) })
  }

  private func regret(_ member: Int, _ venues: [Int]) -> Int {
    var (first, second) = (Int.max, Int.max)
    for venue in venues {
      let cost = cost(member, venue)
      if cost < first { (first, second) = (cost, first) } else { second = min(second, cost) }
    }
    return second == .max ? 0 : second - first
  }

  /// Takes members to groups that are too small, the cheapest first.
  private func fill(
    _ place: inout [Int], _ counts: inout [Int], _ venues: [Int], _ free: [Int]
  ) -> Bool {
    while let short = counts.indices.first(where: { counts[$0] < sizes.lowerBound }) {
      let movable = free.filter { counts[place[$0]] > sizes.lowerBound }
      let next = movable.min { one, other in
        let left = cost(one, venues[short]) - cost(one, venues[place[one]])
        let right = cost(other, venues[short]) - cost(other, venues[place[other]])
        return (left, one) < (right, other)
      }
      guard let next else { return false }
      counts[place[next]] -= 1
      place[next] = short
      counts[short] += 1
    }
    return true
  }

  private func improve(
    _ place: inout [Int], _ counts: inout [Int], _ venues: [Int], _ free: [Int]
  ) {
    var isBetter = true
    while isBetter {
      isBetter = false
      for member in free {
        for index in venues.indices where index != place[member] {
          guard counts[place[member]] > sizes.lowerBound, counts[index] < sizes.upperBound,
            cost(member, venues[index]) < cost(member, venues[place[member]])
          else { continue }
          counts[place[member]] -= 1
          place[member] = index
          counts[index] += 1
          isBetter = true
        }
      }
      for (first, one) in free.enumerated() {
        for other in free[(first + 1)...] where place[one] != place[other] {
          let (here, there) = (venues[place[one]], venues[place[other]])
          if cost(one, there) + cost(other, here) < cost(one, here) + cost(other, there) {
            place.swapAt(one, other)
            isBetter = true
          }
        }
      }
    }
  }
}
