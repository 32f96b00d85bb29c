/// Schools and people that a scenario wants together, apart, or as one group.
public struct Wish: Sendable {
  /// Identifiers as written; which are schools and which people shows only against the trust.
  public let members: [String]
  public let charge: Charge
  public let reason: String?
  /// Where it is written; nil when made in code.
  public let position: SourcePosition?

  public init(
    _ members: [String], charge: Charge = .must, reason: String? = nil,
    position: SourcePosition? = nil
  ) {
    self.members = members
    self.charge = charge
    self.reason = reason
    self.position = position
  }

  /// The members that are schools of the trust, in the order written; O(members).
  public func schools(of facts: TrustFacts) -> [SchoolID] {
    members.map { SchoolID($0) }.filter { facts.school($0) != nil }
  }

  /// The members that are people and not schools, in the order written; O(members).
  public func people(of facts: TrustFacts) -> [PersonID] {
    members.filter { facts.school(SchoolID($0)) == nil }.map { PersonID($0) }
      .filter { facts.person($0) != nil }
  }

  /// As a scenario file writes it, on one line.
  public var text: String {
    let list = "[\(members.map(SettingText.scalar).joined(separator: ", "))]"
    if charge == .must && reason == nil { return list }
    let because = reason.map { ", reason: \(SettingText.scalar($0))" } ?? ""
    return "{members: \(list), \(charge.field)\(because)}"
  }

  /// Faults of members that are not known, and of wishes too small to mean anything.
  ///
  /// - Parameter people: whether people may be named as well as schools.
  static func faults(
    in wishes: [Wish], of rule: RuleKey, against scenario: Scenario, people: Bool
  ) -> [Fault] {
    if wishes.isEmpty { return [] }
    var names = scenario.schools.map(\.id.rawValue)
    if people { names += TrustFacts(scenario).people.map(\.id.rawValue) }
    let known = Set(names)
    return wishes.flatMap { wish -> [Fault] in
      guard let position = wish.position else { return [] }
      return wish.members.filter { !known.contains($0) }.map { name in
        let near = Spelling.nearest(to: name, among: names)
        let hint = near.map { "did you mean '\($0)'? " } ?? ""
        return Fault(
          at: position,
          problem: "\(rule): there is no such \(people ? "school or person" : "school")",
          found: name,
          remedy: "\(hint)write an id from schools.csv\(people ? " or people.csv" : "")")
      } + wish.faultsOfShape(rule, at: position)
    }
  }

  private func faultsOfShape(_ rule: RuleKey, at position: SourcePosition) -> [Fault] {
    let found = members.joined(separator: ", ")
    var faults: [Fault] = []
    if Set(members).count < members.count {
      faults.append(
        Fault(
          at: position, problem: "\(rule): the same id stands twice", found: found,
          remedy: "write each id once"))
    }
    if members.count < 2 {
      faults.append(
        Fault(
          at: position, problem: "\(rule): one alone is not a group", found: found,
          remedy: "name at least two"))
    }
    return faults
  }
}

extension SettingReader {
  /// A list of wishes: each a list of ids, or a map with `members`, `must` or `cost`, `reason`.
  public mutating func wishes(_ node: SettingNode) -> [Wish]? {
    guard case .list(let nodes) = node.content else {
      reject(node, "a list of lists is needed", remedy: "write [[ash, beech], [cedar, dale]]")
      return nil
    }
    return nodes.compactMap { wish($0) }
  }

  mutating func wish(_ node: SettingNode) -> Wish? {
    if case .list = node.content {
      return identifiers(node).map { Wish($0, position: node.position) }
    }
    guard let fields = fields(node, allowed: ["members", "must", "cost", "reason"]) else {
      return nil
    }
    guard let part = fields["members"], let members = identifiers(part) else {
      if fields["members"] == nil {
        reject(node, "members are missing", remedy: "write {members: [ash, beech], cost: 60}")
      }
      return nil
    }
    let charge = charge(in: fields, at: node) ?? .must
    return Wish(
      members, charge: charge, reason: fields["reason"]?.scalar, position: node.position)
  }

  mutating func identifiers(_ node: SettingNode) -> [String]? {
    guard case .list(let nodes) = node.content else {
      reject(node, "a list of ids is needed", remedy: "write [ash, beech]")
      return nil
    }
    var names: [String] = []
    for item in nodes {
      if let name = item.scalar {
        names.append(name)
      } else {
        reject(item, "an id is needed", remedy: "write an id from schools.csv")
      }
    }
    return names
  }
}
