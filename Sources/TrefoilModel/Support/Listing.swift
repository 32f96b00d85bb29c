/// Words in a row, as people say them.
public enum Listing {
  /// `A`, `A and B`, `A, B and C`.
  public static func of(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
