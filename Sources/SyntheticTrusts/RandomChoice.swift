import struct TrefoilSolver.SeededGenerator

/// Choices drawn from a seeded generator; written out so that a seed gives the same trust whatever
/// the standard library does.
extension SeededGenerator {
  /// A whole number of the range, its ends included; the range holds fewer than 2^32 numbers.
  package mutating func whole(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True with this probability.
  package mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One of the elements.
  ///
  /// - Precondition: there is at least one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The elements in random order: Fisher and Yates's shuffle, O(n).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var shuffled = elements
    for index in stride(from: shuffled.count - 1, to: 0, by: -1) {
      shuffled.swapAt(index, below(index + 1))
    }
    return shuffled
  }

  /// A number around 0 with deviation 1, never beyond 3.5: a sum of four even draws, which needs
  /// no function that rounds differently from machine to machine.
  package mutating func bell() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 1.732
  }

  /// As many values as asked for, in the shares given as nearly as whole numbers allow, in random
  /// order.
  package mutating func shared<Value>(_ shares: [(value: Value, share: Double)], count: Int)
    -> [Value]
  {
    let total = shares.reduce(0) { $0 + $1.share }
    let start = unit()
    var values: [Value] = []
    values.reserveCapacity(count)
    var index = 0
    var reached = shares[0].share
    for draw in 0..<count {
      let position = (Double(draw) + start) / Double(count) * total
      while position >= reached, index < shares.count - 1 {
        index += 1
        reached += shares[index].share
      }
      values.append(shares[index].value)
    }
    return shuffled(values)
  }
}
