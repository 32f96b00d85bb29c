/// How many leaders of each role a school keeps.
public struct LeastKept: SecondmentRule {
  /// Full-time people by role.
  public typealias Setting = [Role: Int]

  public static let key: RuleKey = "least-kept"
  public static let sentence =
    "The least people of a role that a school keeps in every term, counted in full-time people with "
    + "those who come: {deputy: 1}; a school may say otherwise in schools.csv."
  public static let standard: Setting = [:]

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return [:] }
    var setting = base
    if let fields = reader.fields(node, allowed: Role.allCases.map(\.rawValue)) {
      for role in Role.allCases {
        guard let part = fields[role.rawValue] else { continue }
        setting[role] = reader.whole(part, in: 0...100, what: "the number of people")
      }
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    let parts = Role.allCases.compactMap { role in
      setting[role].map { "\(role.rawValue): \($0)" }
    }
    return parts.isEmpty ? "off" : "{\(parts.joined(separator: ", "))}"
  }

  /// The least kept of a role at a school, in full-time people.
  public func least(_ role: Role, at school: School) -> Int {
    school.release.leastKept[role] ?? setting[role] ?? 0
  }

  /// Days a week that the plan could send people of a role away together in a term without anybody
  /// coming; whoever is away already is not there to be kept.
  public func room(
    _ role: Role, at school: School, term: Int, of facts: SecondmentFacts
  ) -> Int {
    facts.staff.days(of: role, at: school.id, term: term)
      - Opening.mostDays * least(role, at: school)
  }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    broken(by: moves, of: facts).map { finding(.must, $0.sentence) }
  }

  /// The schools and terms in which too few of a role are left.
  public func broken(
    by moves: [PlannedMove], of facts: SecondmentFacts
  ) -> [(school: SchoolID, term: Int, sentence: String)] {
    let leaving = Set(moves.map(\.move.home.id))
    var broken: [(school: SchoolID, term: Int, sentence: String)] = []
    for school in facts.trust.scenario.schools where leaving.contains(school.id) {
      for role in Role.allCases where least(role, at: school) > 0 {
        for term in 0..<facts.termCount {
          let room = room(role, at: school, term: term, of: facts)
          var (away, come) = (0, 0)
          for move in moves.map(\.move) where move.span.contains(term) {
            if move.home.id == school.id, move.person.roles.contains(role) { away += move.days }
            if move.school.id == school.id, move.opening.role == role { come += move.days }
          }
          if away == 0 || away - come <= room { continue }
          broken.append(
            (
              school.id, term,
              "\(school.name) keeps fewer than \(least(role, at: school)) of the role "
                + "\(role.rawValue) in \(facts.termName(term))"
            ))
        }
      }
    }
    return broken
  }
}
