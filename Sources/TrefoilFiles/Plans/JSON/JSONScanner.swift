import TrefoilModel

/// Reads a JSON text (RFC 8259), strictly, keeping for every value the line and column where it
/// begins.
///
/// The parsers at hand say of a mistake where it is, but not of a value that is well written and
/// wrong. Linear in the size of the text; values nest at most 64 deep.
struct JSONScanner {
  static let deepest = 64

  private let bytes: [UInt8]
  private let file: String
  private var offset: Int
  private var line = 1
  private var lineStart: Int
  /// Bytes of the current line, so far, that do not begin a character.
  private var continuations = 0

  /// The value that the bytes hold; a fault at the first place where they are no JSON.
  static func read(_ bytes: [UInt8], file: String) throws(Fault) -> JSONNode {
    let remedy = "save it as plain text in UTF-8"
    if let fault = TextCheck.signatureFault(in: bytes, file: file, remedy: remedy)
      ?? TextCheck.encodingFault(in: bytes, file: file, remedy: remedy)
    {
      throw fault
    }
    var scanner = JSONScanner(bytes, file: file)
    scanner.passBlanks()
    if scanner.isAtEnd {
      throw Fault(
        at: SourcePosition(file: file), problem: "the file is empty", remedy: "name a plan.json")
    }
    let node = try scanner.value(depth: 0)
    scanner.passBlanks()
    if !scanner.isAtEnd { throw scanner.fault("there is text after the end of the JSON") }
    return node
  }

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    offset = TextCheck.startsWithByteOrderMark(bytes) ? TextCheck.byteOrderMark.count : 0
    lineStart = offset
  }

  private var isAtEnd: Bool { offset >= bytes.count }
  private var next: UInt8? { isAtEnd ? nil : bytes[offset] }

  private var position: SourcePosition {
    SourcePosition(file: file, line: line, column: offset - lineStart - continuations + 1)
  }

  private func fault(_ problem: String, at place: SourcePosition? = nil) -> Fault {
    let rest = bytes[offset..<min(bytes.count, offset + 20)]
    let found = isAtEnd ? nil : String(decoding: rest.prefix { $0 >= 0x20 }, as: UTF8.self)
    return Fault(
      at: place ?? position, problem: "this is not JSON: \(problem)",
      found: found.flatMap { $0.isEmpty ? nil : $0 },
      remedy: "check the commas and quotes around here")
  }

  private mutating func passBlanks() {
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\n"):
        offset += 1
        (line, lineStart, continuations) = (line + 1, offset, 0)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      default: return
      }
    }
  }

  private mutating func pass(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONNode {
    let start = position
    if depth > Self.deepest { throw fault("the values nest too deep") }
    let content: JSONNode.Content
    switch next ?? 0 {
    case UInt8(ascii: "{"): content = .map(try members(depth: depth))
    case UInt8(ascii: "["): content = .list(try elements(depth: depth))
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
    default: content = try word()
    }
    return JSONNode(content: content, position: start)
  }

  private mutating func elements(depth: Int) throws(Fault) -> [JSONNode] {
    offset += 1
    var nodes: [JSONNode] = []
    passBlanks()
    if pass(UInt8(ascii: "]")) { return nodes }
    while true {
      passBlanks()
      nodes.append(try value(depth: depth + 1))
      passBlanks()
      if pass(UInt8(ascii: "]")) { return nodes }
      if !pass(UInt8(ascii: ",")) { throw fault("a comma or ']' is missing") }
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [JSONNode.Member] {
    offset += 1
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    passBlanks()
    if pass(UInt8(ascii: "}")) { return members }
    while true {
      passBlanks()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
      let key = try text()
      guard keys.insert(key).inserted else { throw fault("a key stands twice", at: start) }
      passBlanks()
      if !pass(UInt8(ascii: ":")) { throw fault("a colon is missing") }
      passBlanks()
      members.append(.init(key: key, position: start, value: try value(depth: depth + 1)))
      passBlanks()
      if pass(UInt8(ascii: "}")) { return members }
      if !pass(UInt8(ascii: ",")) { throw fault("a comma or '}' is missing") }
    }
  }

  private mutating func word() throws(Fault) -> JSONNode.Content {
    let words: [(String, JSONNode.Content)] = [
      ("null", .null), ("true", .truth(true)), ("false", .truth(false)),
    ]
    for (word, content) in words where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return content
    }
    throw fault("a value is missing")
  }

  private mutating func number() throws(Fault) -> String {
    let start = offset
    _ = pass(UInt8(ascii: "-"))
    if !pass(UInt8(ascii: "0")), passDigits() == 0 { throw fault("this is no number") }
    if pass(UInt8(ascii: ".")), passDigits() == 0 { throw fault("this is no number") }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if !pass(UInt8(ascii: "+")) { _ = pass(UInt8(ascii: "-")) }
      if passDigits() == 0 { throw fault("this is no number") }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func passDigits() -> Int {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  private mutating func text() throws(Fault) -> String {
    let opening = position
    offset += 1
    var plain: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: plain, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscape(to: &plain)
      case 0..<0x20:
        offset -= 1
        throw fault("a quote is not closed, or an invisible character is in it", at: opening)
      default:
        if byte & 0b1100_0000 == 0b1000_0000 { continuations += 1 }
        plain.append(byte)
      }
    }
    throw fault("the quote opened here is never closed", at: opening)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  private mutating func appendEscape(to plain: inout [UInt8]) throws(Fault) {
    if let byte = next, let meaning = Self.escapes[byte] {
      offset += 1
      plain.append(meaning)
      return
    }
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), pass(UInt8(ascii: "\\")) { units.append(try codeUnit()) }
    let characters = String(decoding: units, as: UTF16.self)
    // The decoder puts this mark in place of half a pair, which is no character.
    if characters.unicodeScalars.contains("\u{FFFD}"), !units.contains(0xFFFD) {
      throw fault("half a surrogate pair is no character")
    }
    plain += Array(characters.utf8)
  }

  /// The four digits of `\u0041`, from the `u` on.
  private mutating func codeUnit() throws(Fault) -> UInt16 {
    guard pass(UInt8(ascii: "u")), offset + 4 <= bytes.count else {
      throw fault("there is no such escape")
    }
    let digits = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let unit = UInt16(digits, radix: 16) else {
      throw fault("there is no such escape")
    }
    offset += 4
    return unit
  }
}
