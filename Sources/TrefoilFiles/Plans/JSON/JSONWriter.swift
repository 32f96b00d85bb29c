import Foundation

/// A value to be written as JSON, its members in the order given.
enum JSONValue {
  case null
  case truth(Bool)
  case number(String)
  case text(String)
  /// One element a line.
  case list([JSONValue])
  /// All elements on one line.
  case row([JSONValue])
  /// One member a line.
  case map([(String, JSONValue)])
  /// All members on one line.
  case rowMap([(String, JSONValue)])

  static func whole(_ number: Int?) -> JSONValue { number.map { .number("\($0)") } ?? .null }
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
  static func texts(_ texts: [String]) -> JSONValue { .row(texts.map { .text($0) }) }
}

/// Writes JSON with two spaces of indentation, LF at the ends of lines and at the end.
struct JSONWriter {
  private var text = ""
  private let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return encoder
  }()

  /// The bytes of a value; the same value always gives the same bytes.
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, indent: "")
    writer.text += "\n"
    return Array(writer.text.utf8)
  }

  private mutating func write(_ value: JSONValue, indent: String) {
    switch value {
    case .null: text += "null"
    case .truth(let isTrue): text += isTrue ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let string): write(string)
    case .list(let elements):
      lines(elements, "[", "]", indent: indent) { $0.write($1, indent: $2) }
    case .row(let elements):
      row(elements, "[", "]") { $0.write($1, indent: indent) }
    case .map(let members):
      lines(members, "{", "}", indent: indent) { $0.write(member: $1, indent: $2) }
    case .rowMap(let members):
      row(members, "{", "}") { $0.write(member: $1, indent: indent) }
    }
  }

  private mutating func write(member: (String, JSONValue), indent: String) {
    write(member.0)
    text += ": "
    write(member.1, indent: indent)
  }

  private mutating func lines<Element>(
    _ elements: [Element], _ open: String, _ close: String, indent: String,
    write: (inout JSONWriter, Element, String) -> Void
  ) {
    guard !elements.isEmpty else {
      text += open + close
      return
    }
    let inner = indent + "  "
    text += open
    for (index, element) in elements.enumerated() {
      text += index == 0 ? "\n" + inner : ",\n" + inner
      write(&self, element, inner)
    }
    text += "\n" + indent + close
  }

  private mutating func row<Element>(
    _ elements: [Element], _ open: String, _ close: String,
    write: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      write(&self, element)
    }
    text += close
  }

  /// Plain ASCII goes as it is; whatever may need an escape is left to Foundation's encoder.
  private mutating func write(_ string: String) {
    let isPlain = string.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if isPlain {
      text += "\"" + string + "\""
    } else if let data = try? encoder.encode(string) {
      text += String(decoding: data, as: UTF8.self)
    }
  }
}
