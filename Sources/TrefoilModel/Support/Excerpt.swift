/// Text from outside, made fit to be shown in a message.
public enum Excerpt {
  /// How many Unicode scalars of a text are shown before it is cut.
  public static let limit = 60

  /// The text on one line, cut to 60 characters, with everything invisible escaped.
  ///
  /// A text that is cut ends in an ellipsis, which counts as one of the 60. The cost does not
  /// grow with the length of the text.
  public static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard !scalars.dropFirst(limit).isEmpty else { return escaped(text) }
    return escaped(String(scalars.prefix(limit - 1))) + "…"
  }

  /// The whole text on one line: control characters, spaces other than the common one and
  /// invisible marks (such as the ones that turn the direction of writing) are escaped.
  ///
  /// Tab, line feed and carriage return become `\t`, `\n` and `\r`, others `\u{hex}`. The joiner
  /// inside composed emoji is kept. Linear in the length of the text.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where isInvisible(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text of several lines with everything invisible in each escaped; its line feeds stay.
  public static func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      .joined(separator: "\n")
  }

  private static let emojiJoiner: Unicode.Scalar = "\u{200D}"

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    case .format: return scalar != emojiJoiner
    default: return false
    }
  }
}
