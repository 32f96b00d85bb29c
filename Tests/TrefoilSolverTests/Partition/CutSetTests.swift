import Testing

@testable import TrefoilSolver

struct CutSetTests {
  @Test(arguments: 0..<20)
  func `prices of groups never fall more than what has fallen for their members`(seed: UInt64) {
    var random = SeededGenerator(seed: seed, stream: 9)
    let count = 8
    var cuts = CutSet(itemCount: count, tracksFalls: true)
    var pairs: [(group: TaskPricer.Members, size: Int, last: Int, fallen: Int)] = []
    for step in 0..<30 {
      if step % 3 == 0 { cuts.add(cut(count, &random)) }
      if step % 7 == 6 { cuts.keep(cuts.cuts.map { _ in random.below(3) > 0 }) }
      cuts.reprice(cuts.cuts.map { _ in random.below(3) * random.below(1_000) })
      for (group, size, last, fallen) in pairs {
        let now = (0..<size).reduce(0) { $0 + cuts.fallen[Int(group[$1])] }
        #expect(cuts.price(group, size) >= last - (now - fallen), "seed \(seed), step \(step)")
      }
      let items = (0..<count).map { Int32($0) }.shuffled(using: &random)
      var group = TaskPricer.Members(repeating: -1)
      let size = 2 + random.below(3)
      for place in 0..<size { group[place] = items[place] }
      let fallen = (0..<size).reduce(0) { $0 + cuts.fallen[Int(group[$1])] }
      pairs.append((group, size, cuts.price(group, size), fallen))
    }
  }

  private func cut(_ count: Int, _ random: inout SeededGenerator) -> RankOneCut {
    let items = (0..<count).map { Int32($0) }.shuffled(using: &random)
    let divisor = Int32(2 + random.below(3))
    let chosen = items.prefix(3 + random.below(4)).sorted()
    return RankOneCut(
      chosen.map { ($0, Int32(1 + random.below(Int(divisor) - 1))) }, divisor: divisor)
  }
}
