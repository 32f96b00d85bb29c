import TrefoilModel

/// Finds keys that are lists, maps or aliases before a document is composed.
///
/// Composing compares the keys of each map, and comparing keys that are built of aliases of
/// aliases takes time that doubles with each of them. The search knows nothing of quotes and
/// comments, so that nothing can hide from it; in return it now and then takes such a key for
/// granted where a quoted text only looks like one, but only in a document that has aliases.
struct YAMLKeyGuard {
  private let anchors: Set<String>
  private let file: String
  private var hasAlias = false
  /// The first `?` that may begin a key.
  private var question: SourcePosition?
  private var found: SourcePosition?

  /// Where the first key of such a kind stands; nil if there is none. Linear in the text.
  static func firstKeyThatIsNoText(
    in text: String, file: String
  ) -> SourcePosition? {
    let anchors = Self.anchors(in: text)
    if anchors.isEmpty { return nil }
    var scan = YAMLKeyGuard(anchors: anchors, file: file)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where scan.found == nil
    {
      scan.look(at: Array(line.unicodeScalars), line: index + 1)
    }
    return scan.found ?? (scan.hasAlias ? scan.question : nil)
  }

  private init(anchors: Set<String>, file: String) {
    self.anchors = anchors
    self.file = file
  }

  private static func anchors(in text: String) -> Set<String> {
    var names: Set<String> = []
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices where scalars[index] == "&" {
      names.insert(name(in: scalars, from: index + 1))
    }
    return names.subtracting([""])
  }

  /// The name of an anchor or alias, as LibYAML reads it.
  private static func name(in scalars: [Unicode.Scalar], from start: Int) -> String {
    var name = String.UnicodeScalarView()
    for scalar in scalars[start...] {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-": name.append(scalar)
      default: return String(name)
      }
    }
    return String(name)
  }

  private mutating func look(at line: [Unicode.Scalar], line number: Int) {
    var isAfterAlias = false
    for (index, scalar) in line.enumerated() {
      let mark = SourcePosition(file: file, line: number, column: index + 1)
      switch scalar {
      case "*":
        let name = Self.name(in: line, from: index + 1)
        guard anchors.contains(name) else { continue }
        (hasAlias, isAfterAlias) = (true, true)
        let end = index + 1 + name.unicodeScalars.count
        if Self.isColon(in: line, from: end) { found = found ?? mark }
      case "]" where isAfterAlias, "}" where isAfterAlias:
        if Self.isColon(in: line, from: index + 1) { found = found ?? mark }
      case "?":
        let before = index == 0 ? " " : line[index - 1]
        let after = index + 1 == line.count ? " " : line[index + 1]
        if " \t[{,?-:".unicodeScalars.contains(before), " \t".unicodeScalars.contains(after) {
          question = question ?? mark
        }
      default: continue
      }
    }
  }

  /// Whether a colon stands at a place or after blanks from there.
  private static func isColon(in line: [Unicode.Scalar], from start: Int) -> Bool {
    line[start...].first { $0 != " " && $0 != "\t" } == ":"
  }
}
