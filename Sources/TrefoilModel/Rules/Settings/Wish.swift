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

  /// The members that are schools of the trust, in the order written.
  public func schools(of scenario: Scenario) -> [SchoolID] {
    let known = Set(scenario.schools.map(\.id))
    return members.map { SchoolID($0) }.filter(known.contains)
  }

  /// The members that are people and not schools, in the order written.
  public func people(of scenario: Scenario) -> [PersonID] {
    let schools = Set(scenario.schools.map(\.id.rawValue))
    let known = Set(scenario.people.map(\.id))
    return members.filter { !schools.contains($0) }.map { PersonID($0) }.filter(known.contains)
  }

  var text: String {
    let list = "[\(members.map(SettingText.scalar).joined(separator: ", "))]"
    if charge == .must && reason == nil { return list }
    let because = reason.map { ", reason: \(SettingText.scalar($0))" } ?? ""
    return "{members: \(list), \(charge.field)\(because)}"
  }

  /// Faults of members that are not known, and of a wish too small to mean anything.
  func faults(of rule: RuleKey, against scenario: Scenario, people allowed: Bool) -> [Fault] {
    guard let position else { return [] }
    let schools = scenario.schools.map(\.id.rawValue)
    let people = allowed ? scenario.people.map(\.id.rawValue) : []
    let known = Set(schools + people)
    var faults = members.filter { !known.contains($0) }.map { name in
      let near = Spelling.nearest(to: name, among: schools + people)
      let hint = near.map { "did you mean '\($0)'? " } ?? ""
      return Fault(
        at: position,
        problem: "\(rule): there is no such \(allowed ? "school or person" : "school")",
        found: name, remedy: "\(hint)write an id from schools.csv\(allowed ? " or people.csv" : "")"
      )
    }
    if Set(members).count < members.count {
      faults.append(
        Fault(
          at: position, problem: "\(rule): the same id stands twice",
          found: members.joined(separator: ", "), remedy: "write each id once"))
    }
    if members.count < 2 {
      faults.append(
        Fault(
          at: position, problem: "\(rule): one alone is not a group",
          found: members.joined(separator: ", "), remedy: "name at least two"))
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
