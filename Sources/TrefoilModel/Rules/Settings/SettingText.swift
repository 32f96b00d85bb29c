/// Texts as a scenario file writes them, on one line and safe wherever a value may stand.
public enum SettingText {
  /// The text itself where YAML reads it back as it is, in double quotes otherwise.
  ///
  /// Letters, digits and `- _ . /` inside, spaces between words, need no quotes; whatever else
  /// there is gets them, which is never wrong. Linear in the length of the text.
  public static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isWordPart(first), first != "-",
      last != " "
    else { return false }
    return scalars.allSatisfy { isWordPart($0) || $0 == " " }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnsafe(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Control characters, and the marks that YAML takes for the end of a line or of nothing.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .unassigned, .privateUse: true
    default: scalar.value > 0xFFFF
    }
  }
}
