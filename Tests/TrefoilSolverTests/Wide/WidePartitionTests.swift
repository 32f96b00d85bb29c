import TestSupport
import Testing

@testable import TrefoilSolver

struct WidePartitionTests {
  @Test(arguments: 0..<20)
  func `longer lists keep everyone and lower no floor, and floors hold`(seed: UInt64) async {
    let towns = await WideTowns.make(seed: seed, items: 9...14, listing: 2)
    var random = SeededGenerator(seed: seed, stream: 9)
    var lists = towns.lists
    for _ in 0..<3 {
      let old = lists
      let some = (0..<lists.itemCount).filter { _ in random.below(3) == 0 }
      await lists.widen(some, threads: 2, stop: StopSignal())
      for item in 0..<lists.itemCount {
        let (before, after) = (old.others[old.list(item)], lists.others[lists.list(item)])
        #expect(Set(before).isSubset(of: after) && after == after.sorted()[...], "seed \(seed)")
        #expect(old.ceiling(item) <= lists.ceiling(item), "seed \(seed)")
        for other in after { #expect(lists.position(of: item, in: Int(other)) != nil) }
        checkFloors(lists, item, towns, "seed \(seed)")
      }
    }
  }

  private func checkFloors(
    _ lists: WidePartition, _ item: Int, _ towns: WideTowns, _ seed: Comment
  ) {
    let count = lists.itemCount
    for other in 0..<count where other != item && lists.position(of: other, in: item) == nil {
      let link = lists.link(item, other)
      #expect(lists.beyond[item] <= link.cost, seed)
      #expect(lists.evenBeyond[item] <= link.evenCost, seed)
      for bit in lists.coverBeyond[item].indices where link.covers >> UInt64(bit) & 1 == 1 {
        #expect(lists.coverBeyond[item][bit] <= link.cost, seed)
      }
      for second in 0..<count where second != item && second != other {
        let bits = lists.link(item, second).covers
        let open = lists.uncovered(item, by: bits | link.covers)
        #expect(lists.farLink(item, beside: bits) <= link.cost + open, seed)
      }
    }
  }
}
