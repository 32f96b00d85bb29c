/// A value in a scenario's settings, free of the file format it was written in.
///
/// Whoever reads a format turns it into these; each rule then reads its own setting from one, and
/// every fault names the place in the file.
public struct SettingNode: Sendable {
  public struct Entry: Sendable {
    public let key: String
    public let position: SourcePosition
    public let value: SettingNode

    public init(key: String, position: SourcePosition, value: SettingNode) {
      self.key = key
      self.position = position
      self.value = value
    }
  }

  public enum Content: Sendable {
    case scalar(String)
    case list([SettingNode])
    case map([Entry])
  }

  public let content: Content
  public let position: SourcePosition

  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// The text of a scalar; nil for a list or a map.
  public var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// How the value looks, for messages.
  public var shown: String {
    switch content {
    case .scalar(let text): text
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// The value as one would write it on one line.
  public var written: String {
    switch content {
    case .scalar(let text): SettingText.scalar(text)
    case .list(let nodes): "[\(nodes.map(\.written).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value.written)" }.joined(separator: ", "))}"
    }
  }

  /// Whether the value says that the rule does not apply: `off`, `no`, `false`.
  public var isOff: Bool {
    guard let scalar else { return false }
    return ["off", "no", "false"].contains(scalar.lowercased())
  }

  /// Whether the value says yes: `on`, `yes`, `true`.
  public var isOn: Bool {
    guard let scalar else { return false }
    return ["on", "yes", "true"].contains(scalar.lowercased())
  }

  public func fault(_ problem: String, remedy: String) -> Fault {
    Fault(at: position, problem: problem, found: shown, remedy: remedy)
  }
}
