/// The place of a school term in the run of all terms, where its name says: `Autumn 2025`.
public struct TermName: Hashable, Sendable {
  /// Three for each year, spring first: spring, summer and autumn follow one another in a year of
  /// the calendar.
  public let ordinal: Int

  private static let seasons = ["spring", "summer", "autumn"]

  /// Reads a season and a year, in either order and any capitals, with or without the word `term`:
  /// `Autumn 2025`, `2025 autumn`, `Autumn term 2025`. A school year, `Spring 2025/26`, counts from
  /// its autumn.
  public init?(_ text: String) {
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
  public static func misspelling(in text: String) -> String? {
    let words = words(of: text)
    if words.contains(where: seasons.contains) { return nil }
    return words.lazy.compactMap { Spelling.nearest(to: $0, among: seasons) }.first
  }

  /// The same for two names of one term: by season and year, or as whole numbers, where they are such.
  public static func key(of name: String) -> String {
    if let term = TermName(name) { return "season \(term.ordinal)" }
    if let number = number(name) { return "number \(number)" }
    return "name \(name)"
  }

  /// The value of a name that is a whole number.
  public static func number(_ text: String) -> Int? {
    Int(text).flatMap { (-1_000_000...1_000_000).contains($0) ? $0 : nil }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0 != "term" }
  }

  // MARK: The terms that follow

  /// The name of the term so many terms after one of this name, written the same way.
  ///
  /// `Autumn 2026` is followed by `Spring 2027`, `Autumn 2026/27` by `Spring 2026/27`, and a name
  /// that ends in a number of at most three digits by that number and one: `Term 2` by `Term 3`.
  /// Any other name is counted from: `This term + 1`.
  public static func name(of steps: Int, after text: String) -> String {
    if steps == 0 { return text }
    if let term = TermName(text) { return rewritten(text, as: term.ordinal + steps) }
    let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    if (1...3).contains(digits.count), let number = Int(digits) {
      return "\(text.dropLast(digits.count))\(number + steps)"
    }
    return "\(text) + \(steps)"
  }

  /// The name with another season and year put in place of its own.
  private static func rewritten(_ text: String, as ordinal: Int) -> String {
    let season = seasons[ordinal % 3]
    let isSchoolYear = words(of: text).count == 3
    // Spring and summer of a year belong to the school year that began in the autumn before.
    let first = ordinal / 3 - (isSchoolYear && ordinal % 3 < 2 ? 1 : 0)
    var isFirstNumber = true
    return tokens(of: text).map { token in
      if token.allSatisfy(\.isNumber) {
        defer { isFirstNumber = false }
        if isFirstNumber { return "\(first)" }
        let next = "\(first + 1)"
        return token.count == 2 ? String(next.suffix(2)) : next
      }
      guard seasons.contains(token.lowercased()) else { return token }
      if token == token.uppercased() { return season.uppercased() }
      return token.first?.isUppercase == true ? season.capitalisedFirst : season
    }.joined()
  }

  /// Runs of letters, runs of digits and everything between them, in order.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var kind = -1
    for character in text {
      let next = character.isLetter ? 0 : character.isNumber ? 1 : 2
      if next == kind {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      kind = next
    }
    return tokens
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
