@testable import TrefoilFiles

/// Holds a JSON value against a JSON Schema, as far as the schema of plans goes: it knows the
/// words that schema uses and reports any other.
struct SchemaCheck {
  let root: JSONNode

  func errors(of node: JSONNode) -> [String] { errors(node, root, "") }

  private func errors(_ node: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    schema.members.flatMap { word, rule -> [String] in
      switch word {
      case "$schema", "title", "description", "$defs": return []
      case "$ref": return errors(node, definition(rule), path)
      case "type":
        let types = rule.elements.isEmpty ? [rule] : rule.elements
        let isRight = types.contains { node.types.contains($0.string) }
        return isRight ? [] : ["\(path): not \(types.map(\.string))"]
      case "const", "enum":
        let values = word == "const" ? [rule] : rule.elements
        return values.contains { $0.shown == node.shown } ? [] : ["\(path): \(node.shown)"]
      case "minLength":
        return node.types == ["string"] && Double(node.string.count) < rule.number
          ? ["\(path): empty"] : []
      case "minimum": return node.number < rule.number ? ["\(path): too small"] : []
      case "maximum": return node.number > rule.number ? ["\(path): too large"] : []
      case "pattern":
        let isDay = node.string.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
        return node.types == ["string"] && !isDay ? ["\(path): no day"] : []
      case "required":
        if node.types != ["object"] { return [] }
        let keys = node.members.map(\.0)
        return rule.elements.filter { !keys.contains($0.string) }.map { "\(path): no \($0.string)" }
      case "items": return node.elements.flatMap { errors($0, rule, path + "[]") }
      case "properties", "additionalProperties": return memberErrors(node, schema, word, rule, path)
      default: return ["the schema has the unknown word \(word)"]
      }
    }
  }

  private func memberErrors(
    _ node: JSONNode, _ schema: JSONNode, _ word: String, _ rule: JSONNode, _ path: String
  ) -> [String] {
    let known = schema.members.first { $0.0 == "properties" }?.1.members ?? []
    return node.members.flatMap { key, value -> [String] in
      let property = known.first { $0.0 == key }?.1
      if word == "properties" {
        return property.map { errors(value, $0, path + "." + key) } ?? []
      }
      if property != nil { return [] }
      return rule.shown == "false" ? ["\(path): unknown \(key)"] : errors(value, rule, path + ".*")
    }
  }

  private func definition(_ reference: JSONNode) -> JSONNode {
    let name = reference.string.replacing("#/$defs/", with: "")
    let definitions = root.members.first { $0.0 == "$defs" }?.1.members ?? []
    return definitions.first { $0.0 == name }?.1
      ?? JSONNode(content: .map([]), position: root.position)
  }

  /// The names of all properties in the schema.
  var propertyNames: Set<String> {
    let definitions = root.members.first { $0.0 == "$defs" }?.1.members.map(\.1) ?? []
    return Set(
      ([root] + definitions).flatMap { part in
        part.members.first { $0.0 == "properties" }?.1.members.map(\.0) ?? []
      })
  }

  /// The keys of a plan, without the names of rules.
  static func keys(of node: JSONNode) -> Set<String> {
    let own = node.members.flatMap { key, value in
      ["costs", "secondmentCosts", "calendar"].contains(key) ? [key] : [key] + keys(of: value)
    }
    return Set(own + node.elements.flatMap { keys(of: $0) })
  }
}

extension JSONNode {
  fileprivate var members: [(String, JSONNode)] {
    if case .map(let members) = content { members.map { ($0.key, $0.value) } } else { [] }
  }
  fileprivate var elements: [JSONNode] { if case .list(let nodes) = content { nodes } else { [] } }
  fileprivate var string: String { if case .text(let text) = content { text } else { "" } }
  fileprivate var number: Double {
    if case .number(let digits) = content { Double(digits) ?? .nan } else { .nan }
  }
  fileprivate var types: [String] {
    switch content {
    case .null: ["null"]
    case .truth: ["boolean"]
    case .number(let digits):
      Int(digits) == nil && UInt64(digits) == nil ? ["number"] : ["number", "integer"]
    case .text: ["string"]
    case .list: ["array"]
    case .map: ["object"]
    }
  }
}
