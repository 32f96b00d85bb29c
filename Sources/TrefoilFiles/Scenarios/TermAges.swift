import TrefoilModel

/// How many terms ago each term of a history was, as far as the names of the terms say.
struct TermAges {
  /// In the order of the names; below 1 for a term that is not before the planned one.
  let termsAgo: [Int]
  /// Whether the names say nothing, so that the terms count in the order they stand in.
  let areInOrderOfFile: Bool

  /// Counts by season and year if all names have both, by value if all are whole numbers, and
  /// otherwise in the order given. From the planned term, if its name is of the same kind; or else
  /// the latest term is one term ago.
  init(of names: [String], planned: String) {
    let seasons = names.map { TermName($0)?.ordinal }
    let numbers = names.map(TermName.number)
    areInOrderOfFile = seasons.contains(nil) && numbers.contains(nil)
    if !seasons.contains(nil) {
      termsAgo = Self.ages(seasons.compactMap(\.self), planned: TermName(planned)?.ordinal)
    } else if !numbers.contains(nil) {
      termsAgo = Self.ages(numbers.compactMap(\.self), planned: TermName.number(planned))
    } else {
      termsAgo = names.indices.map { names.count - $0 }
    }
  }

  private static func ages(_ ordinals: [Int], planned: Int?) -> [Int] {
    let planned = planned ?? (ordinals.max() ?? 0) + 1
    return ordinals.map { planned - $0 }
  }
}
