import TrefoilSolver

/// Partitions of items in towns, without staff, as tables and again as lists of the nearest.
public struct WideTowns: Sendable {
  public let tables: StaffedPartition
  public let lists: WidePartition

  /// The same seed makes the same problem. Every item lists at least so many others.
  public static func make(
    seed: UInt64, items: ClosedRange<Int>, listing near: Int
  ) async -> WideTowns {
    var random = SeededGenerator(seed: seed, stream: 5)
    let count = items.lowerBound + random.below(items.count)
    var tables = shape(count, &random)
    var places: [(x: Double, y: Double)] = []
    while places.count < count {
      let town = (x: random.below(60), y: random.below(60))
      for _ in 0..<min(1 + random.below(5), count - places.count) {
        places.append((Double(town.x + random.below(5)), Double(town.y + random.below(5))))
      }
    }
    let skew = random.below(2) * random.below(12)
    let kinds = (0..<count).map { _ in UInt64(1 + random.below(3)) }
    let wants = random.below(3)
    for host in 0..<count {
      tables.requirementCosts[host] = (0..<wants).map { _ in random.below(50) }
      tables.restCost[host] = random.below(30)
      for visitor in 0..<count where visitor != host {
        let (x, y) = (places[host].x - places[visitor].x, places[host].y - places[visitor].y)
        tables.visitCost[visitor * count + host] =
          Int(2 * (abs(x) + abs(y))) + random.below(skew + 1)
        let bits: UInt64 = kinds[host] & kinds[visitor] != 0 ? 1 : 0
        tables.visitCovers[visitor * count + host] = bits | UInt64(random.below(2)) << 1
      }
      for other in 0..<host where random.below(6) == 0 {
        let cost = random.below(5) == 0 ? StaffedPartition.forbidden : random.below(60)
        tables.pairCost[host * count + other] = cost
        tables.pairCost[other * count + host] = cost
      }
    }
    var lists = list(tables, near: near, &random)
    lists.places = places
    await lists.makeLists(threads: 1)
    return WideTowns(tables: tables, lists: lists)
  }

  private static func shape(_ count: Int, _ random: inout SeededGenerator) -> StaffedPartition {
    let left = count % 3
    if left == 0 { return StaffedPartition(itemCount: count, groupCounts: [3: count / 3]) }
    switch random.below(3) {
    case 0 where count / 3 >= left:
      return StaffedPartition(itemCount: count, groupCounts: [3: count / 3 - left, 4: left])
    case 1:
      return StaffedPartition(
        itemCount: count, groupCounts: left == 2 ? [3: count / 3, 2: 1] : [3: count / 3 - 1, 2: 2])
    default:
      return StaffedPartition(itemCount: count, groupCounts: [3: count / 3], restCount: left)
    }
  }

  // MARK: Lists

  private static func list(
    _ tables: StaffedPartition, near: Int, _ random: inout SeededGenerator
  ) -> WidePartition {
    let count = tables.itemCount
    let costs = TableCosts(tables)
    let extra = (0..<count).map { _ in random.below(3) }
    var wide = WidePartition(
      itemCount: count, groupCounts: tables.groupCounts, restCount: tables.restCount
    ) {
      costs.triad($0, $1, $2)
    } part: {
      costs.part($0, $1, $2)
    } makeList: { item, reach in
      nearList(item, (near + extra[item]) << reach, tables)
    } link: { item, other in
      NearLink(
        cost: costs.link(item, other), evenCost: costs.evenLink(item, other),
        covers: tables.visitCovers[other * count + item])
    }
    wide.restCost = tables.restCost
    wide.requirementCosts = tables.requirementCosts
    return wide
  }

  private static func nearList(_ item: Int, _ most: Int, _ tables: StaffedPartition) -> NearList {
    let (count, costs) = (tables.itemCount, TableCosts(tables))
    let order = (0..<count).filter { $0 != item }
      .sorted { (costs.link(item, $0), $0) < (costs.link(item, $1), $1) }
    // Forbidden links are never listed; what lies beyond is kept where sums are small.
    let far = 1 << 20
    let listed = order.prefix(most).filter { costs.link(item, $0) < StaffedPartition.forbidden }
    let rest = order.filter { !listed.contains($0) }
    func least(_ others: [Int]) -> Int { others.map { costs.link(item, $0) }.min() ?? far }
    return NearList(
      others: listed.sorted(), beyond: min(far, least(rest)),
      evenBeyond: rest.map { costs.evenLink(item, $0) }.reduce(far, min),
      coverBeyond: tables.requirementCosts[item].indices.map { bit in
        let covering = rest.filter {
          tables.visitCovers[$0 * count + item] >> UInt64(bit) & 1 == 1
        }
        return min(far, least(covering))
      })
  }
}
