import Testing
import TrefoilReport
import TrefoilSolver

@Suite struct GapTextTests {
  @Test(arguments: [
    (100_000, 99_999, "0.1"), (100_000, 99_900, "0.1"), (100_000, 99_899, "0.2"),
    (100_000, 100_000, "0.0"), (100_000, 100_001, "0.0"), (0, 0, "0.0"), (0, -5, "0.0"),
    (3, 2, "33.4"), (4, 3, "25.0"), (7, 0, "100.0"), (5, -5, "200.0"), (1, .min, "over 100"),
  ])
  func `a gap is rounded up to a tenth of a percent`(cost: Int, bound: Int, text: String) {
    #expect(GapText.percent(cost: cost, bound: bound) == text)
  }

  @Test func `no gap is shown smaller than it is, nor a tenth too wide`() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2_000 {
      let cost = 1 + random.below(1_000_000)
      let bound = random.below(cost + 1)
      let text = GapText.percent(cost: cost, bound: bound)
      let tenths = try #require(Int(text.replacing(".", with: "")))
      #expect(tenths * cost >= (cost - bound) * 1000, "cost \(cost), bound \(bound)")
      #expect((tenths - 1) * cost < (cost - bound) * 1000, "cost \(cost), bound \(bound)")
    }
  }
}
