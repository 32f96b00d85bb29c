import TrefoilModel

/// A column of a table, found by its name in the header.
public struct CSVColumn: Sendable, Hashable {
  /// The name as it is written in the header, without the spaces around it.
  public let name: String
  /// Where the name begins.
  public let position: SourcePosition

  /// How many columns stand to the left.
  let index: Int

  /// The form in which names are compared: small letters, with each run of spaces, hyphens and
  /// underscores as one hyphen, so that `Data_Due` and `data due` are one name.
  static func folded(_ name: String) -> String {
    name.lowercased()
      .split { $0 == "-" || $0 == "_" || $0.isWhitespace }
      .joined(separator: "-")
  }
}
