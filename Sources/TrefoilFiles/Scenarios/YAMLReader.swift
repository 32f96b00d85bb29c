import TrefoilModel
import Yams

/// Reads one YAML document into nodes that know their place in the file.
///
/// Aliases stand for copies of what they name. The text may have at most four mebibytes and, with
/// its aliases written out, half a million values; a key is always a plain text. So no file, whatever
/// is in it, takes long.
struct YAMLReader {
  static let mostBytes = 4 << 20
  static let mostValues = 500_000

  private let file: String
  private let content: String
  private(set) var faults: [Fault] = []
  private let mostValues: Int
  private var valuesLeft: Int

  /// The root of the document; nil where there is none or it could not be read.
  private(set) var root: SettingNode?

  /// - Parameter content: what an empty file lacks, for its fault.
  init(
    _ bytes: [UInt8], file: String, content: String = "the trust's settings",
    mostValues: Int = mostValues
  ) {
    self.file = file
    self.content = content
    self.mostValues = mostValues
    valuesLeft = mostValues
    switch TextCheck.text(of: bytes, file: file) {
    case .failure(let fault): faults.append(fault)
    case .success(let text): read(text)
    }
  }

  private mutating func read(_ text: String) {
    if text.utf8.count > Self.mostBytes {
      reject("the file is too large", remedy: "cut it down to \(Self.mostBytes) bytes")
    } else if text.allSatisfy(\.isWhitespace) {
      reject("the file is empty", remedy: "write \(content), or remove the file")
    } else if let place = YAMLKeyGuard.firstKeyThatIsNoText(in: text, file: file) {
      faults.append(
        Fault(
          at: place, problem: "a key must be a plain text, not a list, a map or an alias",
          remedy: "write the key out"))
    } else {
      compose(text)
    }
  }

  private mutating func compose(_ text: String) {
    do {
      // LibYAML reads a short string after Swift has moved it; a comment makes it long.
      let padded = text.utf8.count < 64 ? text + "\n#" + String(repeating: " ", count: 64) : text
      let node = try Parser(yaml: padded, encoding: .utf8).singleRoot()
      root = node.flatMap { convert($0) }
      if valuesLeft < 0 {
        root = nil
        reject(
          "the aliases in the file stand for more than \(mostValues) values",
          remedy: "write fewer aliases within what other aliases name")
      }
    } catch let error as YamlError {
      faults.append(fault(of: error, in: text))
    } catch {
      reject("the file cannot be read: \(error)", remedy: "check that it is YAML")
    }
  }

  private mutating func reject(_ problem: String, remedy: String) {
    faults.append(Fault(at: SourcePosition(file: file), problem: problem, remedy: remedy))
  }

  private func position(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private mutating func convert(_ node: Node) -> SettingNode? {
    valuesLeft -= 1
    if valuesLeft < 0 { return nil }
    let position = position(node.mark)
    switch node {
    case .scalar(let scalar): return SettingNode(.scalar(scalar.string), at: position)
    case .sequence(let sequence):
      return SettingNode(.list(sequence.compactMap { convert($0) }), at: position)
    case .mapping(let mapping): return SettingNode(.map(entries(of: mapping)), at: position)
    case .alias: return nil
    }
  }

  private mutating func entries(of mapping: Node.Mapping) -> [SettingNode.Entry] {
    var seen: Set<String> = []
    var entries: [SettingNode.Entry] = []
    for (key, value) in mapping {
      let place = position(key.mark)
      guard case .scalar(let name) = key else {
        faults.append(
          Fault(at: place, problem: "a key must be a plain text", remedy: "write the key out"))
        continue
      }
      guard seen.insert(name.string).inserted else {
        faults.append(duplicate(name.string, at: place))
        continue
      }
      if let value = convert(value) {
        entries.append(SettingNode.Entry(key: name.string, position: place, value: value))
      }
    }
    return entries
  }

  private func duplicate(_ key: String, at position: SourcePosition) -> Fault {
    Fault(
      at: position, problem: "the same key stands twice in one map", found: key,
      remedy: "keep one of the two")
  }

  private func fault(of error: YamlError, in text: String) -> Fault {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let start = context.map { "\($0.text), begun in line \($0.mark.line): " } ?? ""
      return Fault(
        at: within(text, mark), problem: "this is not YAML: \(start)\(problem)",
        remedy: "check the indentation, the brackets and the quotes around here")
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.joined(separator: ", "), at: position(context.mark))
    case .reader(let problem, let offset, _, _):
      return Fault(
        at: place(ofCharacter: offset ?? 0, in: text), problem: "this is not YAML: \(problem)",
        remedy: "remove the invisible character here")
    default:
      return Fault(
        at: SourcePosition(file: file), problem: "this is not YAML: \(error)",
        remedy: "check that the file is YAML")
    }
  }

  /// A mark, or the end of the text where the mark lies beyond it.
  private func within(_ text: String, _ mark: Mark) -> SourcePosition {
    let end = place(ofCharacter: text.count, in: text)
    return min(position(mark), end)
  }

  private func place(ofCharacter offset: Int, in text: String) -> SourcePosition {
    var (line, column) = (1, 1)
    for character in text.prefix(offset) {
      if character.isNewline { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return SourcePosition(file: file, line: line, column: column)
  }
}
