import TrefoilModel

/// What the rule `worst-off` could not prove, in words.
struct WorstOffNotes {
  private let worstOff: WorstOff?
  private let isCheapest: Bool
  private let programme: String

  /// - Parameters:
  ///   - isCheapest: whether it is proven that no plan costs less.
  ///   - programme: what is planned, as in "the secondments".
  init(_ worstOff: WorstOff?, isCheapest: Bool, of programme: String) {
    self.worstOff = worstOff
    self.isCheapest = isCheapest
    self.programme = programme
  }

  /// Nothing where all is proven, or nobody travels.
  var sentences: [String] {
    guard let worstOff else { return [] }
    if !isCheapest {
      return [
        "worst-off: it is not proven that these \(programme) cost least, so they were left as they are."
      ]
    }
    if !worstOff.isProven {
      return [
        "worst-off: it is not proven that somebody has to travel \(worstOff.minutes) minutes in "
          + "\(programme) of this cost; the search ended before."
      ]
    }
    if worstOff.isUnavoidable || worstOff.relief != nil { return [] }
    return [
      "worst-off: it would cost more that nobody travels \(worstOff.minutes) minutes in the "
        + "\(programme); how much is not proven."
    ]
  }
}
