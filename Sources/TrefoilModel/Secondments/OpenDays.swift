/// Days a week that an opening lacks, as many in each of some terms that follow on.
public struct OpenDays: Sendable, Hashable {
  public let days: Int
  /// 0 is the term that is planned.
  public private(set) var terms: Range<Int>

  /// What an opening lacks, in the order of its terms. O(terms x moves).
  ///
  /// - Parameter terms: those that are looked at; all of the opening's unless said.
  public static func of(
    _ opening: Opening, in moves: [Move], terms: Range<Int>? = nil
  ) -> [OpenDays] {
    var found: [OpenDays] = []
    for term in terms ?? opening.span {
      let days = Unfilled.missing(at: opening, in: moves, term: term)
      if days == 0 { continue }
      if let last = found.last, last.days == days, last.terms.upperBound == term {
        found[found.count - 1].terms = last.terms.lowerBound..<(term + 1)
      } else {
        found.append(OpenDays(days: days, terms: term..<(term + 1)))
      }
    }
    return found
  }

  /// `1 day a week in Autumn 2026`, `3 days a week in Autumn 2026 and Spring 2027`, or from the one to
  /// the other.
  public func words(_ facts: SecondmentFacts) -> String {
    let count = "\(days == 1 ? "1 day" : "\(days) days") a week"
    let (first, last) = (facts.termName(terms.lowerBound), facts.termName(terms.upperBound - 1))
    return switch terms.count {
    case 1: "\(count) in \(first)"
    case 2: "\(count) in \(first) and \(last)"
    default: "\(count) from \(first) to \(last)"
    }
  }
}
