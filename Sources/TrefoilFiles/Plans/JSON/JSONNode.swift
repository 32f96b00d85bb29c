import TrefoilModel

/// A value of a JSON text, with the place where it begins.
struct JSONNode: Sendable {
  struct Member: Sendable {
    let key: String
    let position: SourcePosition
    let value: JSONNode
  }

  enum Content: Sendable {
    case null
    case truth(Bool)
    /// As written.
    case number(String)
    case text(String)
    case list([JSONNode])
    case map([Member])
  }

  let content: Content
  let position: SourcePosition

  /// How the value looks, for messages.
  var shown: String {
    switch content {
    case .null: "null"
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .number(let text): text
    case .text(let text): text
    case .list: "a list"
    case .map: "an object"
    }
  }
}
