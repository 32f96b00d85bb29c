import TrefoilModel

/// The place of a school term in the run of all terms, where its name says: `Autumn 2025`.
struct TermName: Hashable {
  /// Three for each year, spring first: spring, summer and autumn follow one another in a year of
  /// the calendar.
  let ordinal: Int

  private static let seasons = ["spring", "summer", "autumn"]

  /// Reads a season and a year, in either order and any capitals, with or without the word `term`:
  /// `Autumn 2025`, `2025 autumn`, `Autumn term 2025`. A school year, `Spring 2025/26`, counts from
  /// its autumn.
  init?(_ text: String) {
    let words = Self.words(of: text)
    let named = words.compactMap { Self.seasons.firstIndex(of: $0) }
    let numbers = words.filter { $0.allSatisfy(\.isNumber) }
    guard named.count == 1, words.count == 1 + numbers.count, let season = named.first,
      let first = numbers.first, first.count == 4, var year = Int(first),
      (1900...2199).contains(year)
    else { return nil }
    if numbers.count == 2 {
      guard let next = Int(numbers[1]), [year + 1, (year + 1) % 100].contains(next) else {
        return nil
      }
      if season < 2 { year += 1 }
    } else if numbers.count > 2 {
      return nil
    }
    ordinal = 3 * year + season
  }

  /// The season that a name seems to mean and misspells.
  static func misspelling(in text: String) -> String? {
    let words = words(of: text)
    if words.contains(where: seasons.contains) { return nil }
    return words.lazy.compactMap { Spelling.nearest(to: $0, among: seasons) }.first
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0 != "term" }
  }
}
