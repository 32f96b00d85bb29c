/// How many leaders one school may be without at once.
public struct MostOut: SecondmentRule {
  /// People; nil for no limit.
  public typealias Setting = Int?

  public static let key: RuleKey = "most-out"
  public static let sentence =
    "The most people away on secondment from one school in one term; a school may say otherwise in "
    + "schools.csv."
  public static let standard: Setting = 2

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? nil : reader.whole(node, in: 0...1_000, what: "the number of people") ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting.map(String.init) ?? "off"
  }

  /// The most people away from a school; nil for no limit.
  public func limit(of school: School) -> Int? { school.release.mostOut ?? setting }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    broken(by: moves, of: facts).map { finding(.must, $0.sentence) }
  }

  /// The schools and terms in which too many are away.
  public func broken(
    by moves: [PlannedMove], of facts: SecondmentFacts
  ) -> [(school: SchoolID, term: Int, sentence: String)] {
    let leaving = Set(moves.map(\.move.home.id))
    return facts.trust.scenario.schools.filter { leaving.contains($0.id) }.flatMap { school in
      guard let limit = limit(of: school) else { return [] as [(SchoolID, Int, String)] }
      return (0..<facts.termCount).compactMap { term in
        let away = Set(
          moves.filter { $0.move.home.id == school.id && $0.move.span.contains(term) }
            .map(\.move.person.id))
        let count = away.count + facts.staff.peopleAway(from: school.id, term: term)
        if away.isEmpty || count <= limit { return nil }
        return (
          school.id, term,
          "\(count) people of \(school.name) are away in \(facts.termName(term)); at most \(limit) may "
            + "be"
        )
      }
    }
  }
}
