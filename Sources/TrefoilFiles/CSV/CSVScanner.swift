import TrefoilModel

/// Splits the bytes of a file into rows and cells, noting where each cell begins.
///
/// One pass over the bytes; the text must be valid UTF-8 of less than four gigabytes.
struct CSVScanner {
  /// The cells of all rows, one row after another.
  private(set) var slots: [CSVSlot] = []
  /// For each row the place of its first cell in `slots`; rows that are wholly blank are left out.
  private(set) var rowStarts: [Int] = []
  /// Faults in the quoting.
  private(set) var faults: [Fault] = []

  private let file: String
  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var lineStart: Int
  /// Bytes of the current line, so far, that do not begin a character.
  private var continuations = 0

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Scans a file from a byte onwards (past the byte order mark, if it has one).
  init(_ bytes: [UInt8], from start: Int, file: String) {
    self.bytes = bytes
    self.file = file
    offset = start
    lineStart = start
    while offset < bytes.count {
      scanRow()
    }
  }

  private mutating func scanRow() {
    let firstCell = slots.count
    var isWhole = scanCell()
    while isWhole, offset < bytes.count, bytes[offset] == Self.comma {
      offset += 1
      isWhole = scanCell()
    }
    if offset < bytes.count { passLineEnd() }
    if !isWhole || slots[firstCell...].allSatisfy(\.isBlank) {
      slots.removeSubrange(firstCell...)
    } else {
      rowStarts.append(firstCell)
    }
  }

  /// Scans up to the comma or line end after a cell; false if its quote is never closed.
  private mutating func scanCell() -> Bool {
    let columnOfEmpty = column
    passBlanks()
    if offset < bytes.count, bytes[offset] == Self.quote {
      return scanQuotedCell()
    }
    let (start, columnOfText) = (offset, column)
    passPlainText()
    append(
      start..<endWithoutBlanks(from: start), line: line,
      column: offset == start ? columnOfEmpty : columnOfText)
    return true
  }

  private mutating func scanQuotedCell() -> Bool {
    let opening = position
    offset += 1
    let start = offset
    var hasDoubledQuotes = false
    while offset < bytes.count {
      switch bytes[offset] {
      case Self.quote:
        let next = offset + 1
        guard next < bytes.count, bytes[next] == Self.quote else {
          append(
            start..<offset, line: opening.line, column: opening.column,
            hasDoubledQuotes: hasDoubledQuotes)
          offset = next
          passTextAfterQuote(openedAt: opening)
          return true
        }
        hasDoubledQuotes = true
        offset += 2
      case Self.lineFeed, Self.carriageReturn: passLineEnd()
      case let byte: pass(byte)
      }
    }
    faults.append(
      Fault(
        at: opening, problem: "the quote opened here is never closed",
        found: excerpt(start..<bytes.count),
        remedy: "close it with another \", or write \"\" for a quote that belongs to the text"))
    return false
  }

  private mutating func passTextAfterQuote(openedAt opening: SourcePosition) {
    passBlanks()
    let (start, here) = (offset, position)
    passPlainText()
    guard offset > start else { return }
    faults.append(
      Fault(
        at: here,
        problem: "there is text after the closing quote of the cell that begins at line "
          + "\(opening.line), column \(opening.column)",
        found: excerpt(start..<endWithoutBlanks(from: start)),
        remedy: "put the whole cell in quotes, and write \"\" for a quote that belongs to the text"
      ))
  }

  private mutating func passPlainText() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { return }
      pass(byte)
    }
  }

  private mutating func passBlanks() {
    while true {
      let width = blankWidth(at: offset)
      if width == 0 { return }
      continuations += width - 1
      offset += width
    }
  }

  /// Passes CR LF, LF or CR, each of which ends one line.
  private mutating func passLineEnd() {
    let isPair =
      bytes[offset] == Self.carriageReturn && offset + 1 < bytes.count
      && bytes[offset + 1] == Self.lineFeed
    offset += isPair ? 2 : 1
    line += 1
    lineStart = offset
    continuations = 0
  }

  private mutating func pass(_ byte: UInt8) {
    if byte & 0b1100_0000 == 0b1000_0000 { continuations += 1 }
    offset += 1
  }

  /// The number of bytes of the space, tab or no-break space at an offset, or 0.
  private func blankWidth(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : 0
    default: return 0
    }
  }

  private func endWithoutBlanks(from start: Int) -> Int {
    var end = offset
    while end > start {
      if blankWidth(at: end - 1) == 1 {
        end -= 1
      } else if end - 1 > start, blankWidth(at: end - 2) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return end
  }

  private var column: Int {
    offset - lineStart - continuations + 1
  }

  private var position: SourcePosition {
    SourcePosition(file: file, line: line, column: column)
  }

  private mutating func append(
    _ range: Range<Int>, line: Int, column: Int, hasDoubledQuotes: Bool = false
  ) {
    slots.append(
      CSVSlot(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), line: UInt32(line),
        column: UInt32(column), hasDoubledQuotes: hasDoubledQuotes))
  }

  /// The beginning of a piece of the file: all that a fault can show, however long the piece.
  private func excerpt(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(4 * (Excerpt.limit + 1)), as: UTF8.self)
  }
}
