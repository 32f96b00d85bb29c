/// Journeys of people on secondment, there and back on each of their days.
public struct Commute: MoveRule {
  /// Weeks of travel in a term.
  public typealias Setting = Int

  public static let key: RuleKey = "commute"
  public static let sentence =
    "The weeks of a term in which people on secondment travel, there and back on each of their "
    + "days."
  public static let standard: Setting = 13
  public static let mayForbid = false

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.whole(node, in: 1...20, what: "the weeks of a term") ?? base
  }

  public static func write(_ setting: Setting) -> String {
    "\(setting)"
  }

  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    let minutes = facts.roundTrip(move) * move.dayTerms * setting
    return [
      MoveCharge(
        .minutes(minutes),
        "\(move.person.name) travels \(facts.roundTrip(move)) minutes there and back on "
          + "\(move.dayTerms * setting) days")
    ]
  }
}
