import TrefoilFiles
import TrefoilModel
import TrefoilSolver

/// A well-formed file laid out at random, character by character, with a note of what was put
/// where: the cells are known by construction and not by any parsing.
struct RandomLayout {
  struct Cell {
    let text: String
    let position: SourcePosition
  }

  private(set) var text = ""
  private(set) var rows: [[Cell]] = []

  private var random: SeededGenerator
  private var line = 1
  private var column = 1

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func fill() {
    let width = 1 + random.below(5)
    if random.below(3) == 0 { text = "\u{FEFF}" }
    put((0..<width).map { "c\($0)" }.joined(separator: ","))
    putLineEnd()
    let count = 1 + random.below(8)
    for index in 0..<count {
      while random.below(4) == 0 { putLineEnd() }
      putRow(width: width)
      if index < count - 1 || random.below(2) == 0 { putLineEnd() }
    }
  }

  private mutating func putRow(width: Int) {
    var row: [Cell] = []
    for index in 0..<width {
      if index > 0 { put(",") }
      row.append(putCell(isFirst: index == 0))
      putBlanks()
    }
    rows.append(row)
  }

  private mutating func putCell(isFirst: Bool) -> Cell {
    let isQuoted = random.below(2) == 0
    let content = (isFirst ? "k" : "") + Self.text(&random, isQuoted: isQuoted)
    if content.isEmpty, !isQuoted { return Cell(text: "", position: position) }
    putBlanks()
    let start = position
    if isQuoted {
      let parts = content.split(separator: "\"", omittingEmptySubsequences: false)
      put("\"" + parts.joined(separator: "\"\"") + "\"")
    } else {
      put(content)
    }
    return Cell(text: content, position: start)
  }

  private var position: SourcePosition {
    SourcePosition(file: "t.csv", line: line, column: column)
  }

  private mutating func putBlanks() {
    while random.below(4) == 0 { put([" ", "\t", "\u{A0}"][random.below(3)]) }
  }

  private mutating func putLineEnd() {
    // No lone CR: before an empty line that ends in LF it would make one line end of two.
    put(["\n", "\r\n"][random.below(2)])
  }

  private mutating func put(_ piece: String) {
    var last: Unicode.Scalar?
    for scalar in piece.unicodeScalars {
      text.unicodeScalars.append(scalar)
      if scalar == "\n" && last == "\r" {
        // The second half of a line end that has been counted.
      } else if scalar == "\n" || scalar == "\r" {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
      last = scalar
    }
  }

  /// The text of a cell: anything if it stands in quotes, and otherwise without separators and
  /// without spaces at its ends.
  static func text(_ random: inout SeededGenerator, isQuoted: Bool) -> String {
    let plain = ["a", "B", "7", "é", "☘", "👩‍🏫", "'", ";"]
    let quoted = plain + [" ", ",", "\"", "\n", "\r\n", "\r", "\t", "\u{A0}", "-", "="]
    let choices = isQuoted ? quoted : plain
    let pieces = (0..<random.below(7)).map { _ in choices[random.below(choices.count)] }
    return pieces.joined()
  }
}
