import TrefoilModel

/// Reads what a sweep varies from the text of an option: `rules.travel-limit=30,35..90`.
///
/// Values stand between commas, and each is read as scenario.yaml is; `30,35..90` goes on by the same
/// step up to 90. A part of a setting is named after the rule: `rules.long-journey.over=30,45`.
public enum SweepAxisText {
  static let mostValues = 100_000
  /// Of the numbers of a range, so that steps between them are numbers too.
  private static let mostMagnitude: UInt = 1_000_000_000

  /// - Throws: `Faults` that name the option and the column.
  public static func read(_ text: String) throws(Faults) -> SweepAxis {
    let option = "--vary '\(Excerpt.of(text))'"
    func fault(_ problem: String, _ found: String?, _ remedy: String) -> Faults {
      Faults([
        Fault(
          at: SourcePosition(file: option), problem: problem, found: found, remedy: remedy)
      ])
    }
    guard let equals = text.firstIndex(of: "=") else {
      throw fault("there are no values", nil, "write rules.travel-limit=30,45,60")
    }
    let name = String(text[..<equals]).trimmingBlanks
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count == 2 || path.count == 3, path[0] == "rules" else {
      throw fault(
        "only rules are varied", name, "write rules, a dot and the name of a rule")
    }
    guard let rule = RuleCatalogue.rule(named: path[1]) else {
      throw Faults([
        RuleCatalogue.unknown(path[1], at: SourcePosition(file: option, column: 7))
      ])
    }
    var values: [SweepAxis.Value] = []
    var faults: [Fault] = []
    for piece in try expanded(String(text[text.index(after: equals)...]), fault) {
      let document = YAMLReader(Array(piece.utf8), file: option)
      faults += document.faults
      guard let root = document.root else { continue }
      var node = root
      if path.count == 3 {
        let entry = SettingNode.Entry(key: path[2], position: node.position, value: node)
        node = SettingNode(.map([entry]), at: node.position)
      }
      values.append(SweepAxis.Value(text: piece, node: node))
    }
    if !faults.isEmpty { throw Faults(faults) }
    if Set(values.map(\.text)).count < values.count {
      throw fault("a value stands twice", nil, "write each value once")
    }
    return SweepAxis(name: name, rule: rule.key, values: values)
  }

  /// The values one by one, ranges written out.
  private static func expanded(
    _ text: String, _ fault: (String, String?, String) -> Faults
  ) throws(Faults) -> [String] {
    var values: [String] = []
    for piece in pieces(of: text) {
      if piece.isEmpty {
        throw fault("a value is missing", nil, "write values with a comma between: 30,45,60")
      }
      guard let range = range(piece) else {
        values.append(piece)
        continue
      }
      let before = values.last.flatMap { Int($0) }
      if let before, before.magnitude > mostMagnitude {
        throw fault(
          "the number before the range is too large", "\(before)",
          "write numbers of at most \(mostMagnitude), or no range")
      }
      let step = before.map { range.first - $0 } ?? 1
      guard step != 0, (range.last - range.first).signum() == step.signum() else {
        throw fault(
          "the range does not go on from the values before it", piece,
          "write the first two and the last: 30,35..90")
      }
      guard (range.last - range.first) / step < mostValues else {
        throw fault("the range is too long", piece, "give at most \(mostValues) values")
      }
      values += stride(from: range.first, through: range.last, by: step).map { "\($0)" }
    }
    return values
  }

  private static func range(_ piece: String) -> (first: Int, last: Int)? {
    guard let dots = piece.firstRange(of: "..") else { return nil }
    let ends = [piece[..<dots.lowerBound], piece[dots.upperBound...]].map { Int($0) }
    guard let first = ends[0], let last = ends[1],
      [first, last].allSatisfy({ $0.magnitude <= mostMagnitude })
    else { return nil }
    return (first, last)
  }

  /// The text between commas that stand in no brackets and no quotes.
  private static func pieces(of text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "[", "{": depth += 1
        case "]", "}": depth -= 1
        case "," where depth <= 0:
          pieces.append("")
          continue
        default: break
        }
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces.map(\.trimmingBlanks)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
