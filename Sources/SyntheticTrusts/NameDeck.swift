import struct TrefoilSolver.SeededGenerator

/// A deck of names, each dealt once: two words, then three, then numbered ones.
struct NameDeck {
  /// A name dealt: its words, and a number once the words are used up.
  struct Name {
    let words: String
    /// 1 for the first of these words, 2 for the second ...
    let number: Int

    /// The words, with the number where it is not 1.
    var text: String { number == 1 ? words : "\(words) \(number)" }

    /// In lower case, joined by hyphens.
    var identifier: String {
      text.lowercased().split(separator: " ").joined(separator: "-")
    }
  }

  private let first: [String]
  private let second: [String]
  private let qualifiers: [String]
  private let joint: String
  private var layer = -1
  private var waiting: [Int] = []

  /// - Parameters:
  ///   - joint: what stands between the first and the second word.
  ///   - qualifiers: words that stand before both when the plain names are used up.
  init(first: [String], second: [String], qualifiers: [String] = [], joint: String = " ") {
    self.first = first
    self.second = second
    self.qualifiers = qualifiers
    self.joint = joint
  }

  /// The next name; O(1) on average, O(names of a layer) when a new layer is shuffled.
  mutating func deal(using random: inout SeededGenerator) -> Name {
    if waiting.isEmpty {
      layer += 1
      let plain = first.count * second.count
      let isPlain = layer == 0 || qualifiers.isEmpty
      waiting = random.shuffled(Array(0..<(isPlain ? plain : plain * qualifiers.count)))
    }
    let index = waiting.removeLast()
    let pair = first[index % first.count] + joint + second[index / first.count % second.count]
    if layer == 0 { return Name(words: pair, number: 1) }
    if qualifiers.isEmpty { return Name(words: pair, number: layer + 1) }
    let qualifier = qualifiers[index / (first.count * second.count)]
    return Name(words: "\(qualifier) \(pair)", number: layer)
  }
}
