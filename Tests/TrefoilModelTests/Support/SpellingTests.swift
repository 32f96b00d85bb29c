import Testing
import TrefoilModel
import TrefoilSolver

@Suite("The nearest spelling")
struct SpellingTests {
  let phases = ["nursery", "primary", "secondary", "all-through", "special"]

  @Test(arguments: [
    ("primry", "primary"), ("Primary", "primary"), ("pirmary", "primary"),
    ("SECONDRY", "secondary"), ("all through", "all-through"), ("spceial", "special"),
  ])
  func `a slip is recognised`(typed: String, meant: String) {
    #expect(Spelling.nearest(to: typed, among: phases) == meant)
  }

  @Test(arguments: ["", "x", "prim", "sixth form", "ary"])
  func `a different word is not`(typed: String) {
    #expect(Spelling.nearest(to: typed, among: phases) == nil)
  }

  @Test func `a distance of a third of the longer word is close and one more is not`() {
    #expect(Spelling.nearest(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
    #expect(Spelling.nearest(to: "abcdef", among: ["abcxyz"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: ["ac"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: ["abc"]) == "abc")
  }

  @Test func `a swap of neighbours is one slip`() {
    #expect(Spelling.nearest(to: "elm", among: ["eml"]) == "eml")
    #expect(Spelling.nearest(to: "elm", among: ["mle"]) == nil)
  }

  @Test func `ties go to the first in Unicode order, whatever the order of the candidates`() {
    #expect(Spelling.nearest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(Spelling.nearest(to: "cat", among: ["rat", "hat", "bat"]) == "bat")
    #expect(Spelling.nearest(to: "cat", among: ["bat", "CAT", "cab"]) == "CAT")
  }

  @Test func `no candidates and monstrous words are answered at once`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: "primary", among: []) == nil)
    #expect(Spelling.nearest(to: "primary", among: ["", long]) == nil)
    #expect(Spelling.nearest(to: long, among: [long]) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `one random slip in a word of six letters or more is always mended`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let word = (0..<(6 + random.below(10))).map { _ in letter(&random) }
      var typed = word
      let place = random.below(word.count)
      switch random.below(4) {
      case 0: typed.remove(at: place)
      case 1: typed.insert(letter(&random), at: place)
      case 2: typed[place] = letter(&random)
      default: typed.swapAt(place, min(place + 1, word.count - 1))
      }
      let candidates = ["zzzzzz-zzzzzz-zzzzzz", String(word), "yyyy"]
      #expect(
        Spelling.nearest(to: String(typed), among: candidates) == String(word),
        "seed \(seed): \(String(typed))")
    }
  }

  private func letter(_ random: inout SeededGenerator) -> Character {
    Character(Unicode.Scalar(UInt8(97 + random.below(26))))
  }
}
