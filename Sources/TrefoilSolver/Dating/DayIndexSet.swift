/// A set of days, each named by its index from 0, kept as bits in 64-bit words.
///
/// Two sets with the same days are equal, however they were made. Each query is O(1), each pass
/// over the set O(words).
public struct DayIndexSet: Hashable, Sendable {
  /// The bits, day 0 in the lowest bit of the first word; the last word is never zero.
  public private(set) var words: [UInt64]

  /// A set without days.
  public init() {
    words = []
  }

  /// A set given by its bits, day 0 in the lowest bit of the first word.
  public init(words: [UInt64]) {
    self.words = words
    trim()
  }

  /// A set of the days listed; a day listed twice counts once.
  ///
  /// - Precondition: no day is negative.
  public init(_ days: some Sequence<Int>) {
    words = []
    for day in days { insert(day) }
  }

  /// Whether the set has no days.
  public var isEmpty: Bool { words.isEmpty }

  /// How many days the set has.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The days in ascending order.
  public var days: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  /// Whether the day is in the set; false for a negative day.
  public func contains(_ day: Int) -> Bool {
    day >= 0 && day >> 6 < words.count && words[day >> 6] >> UInt64(day & 63) & 1 == 1
  }

  /// Puts a day into the set.
  ///
  /// - Precondition: `day` is not negative.
  public mutating func insert(_ day: Int) {
    precondition(day >= 0, "a day index is never negative")
    while words.count <= day >> 6 { words.append(0) }
    words[day >> 6] |= 1 << UInt64(day & 63)
  }

  /// Takes a day out of the set; nothing happens when it is not there.
  public mutating func remove(_ day: Int) {
    guard contains(day) else { return }
    words[day >> 6] &= ~(1 << UInt64(day & 63))
    trim()
  }

  /// Keeps only the days that are in the other set too.
  public mutating func formIntersection(_ other: DayIndexSet) {
    words = zip(words, other.words).map { $0 & $1 }
    trim()
  }

  /// Equality compares words, so that no two forms of one set may exist.
  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}
