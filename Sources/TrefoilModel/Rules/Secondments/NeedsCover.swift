/// Schools that release someone only when someone comes.
public struct NeedsCover: SecondmentRule {
  public struct Setting: Sendable, Hashable {
    /// Moves in a cycle at most; below 2 there are none.
    public var longestCycle: Int
    /// Moves in a chain at most, the first of which leaves a school that needs no cover.
    public var longestChain: Int

    public init(longestCycle: Int, longestChain: Int) {
      self.longestCycle = longestCycle
      self.longestChain = longestChain
    }
  }

  public static let key: RuleKey = "needs-cover"
  public static let sentence =
    "A school marked needs-cover releases someone only while someone comes in the same role for as "
    + "many days; the longest cycle and chain of such moves: {longest-cycle: 3, longest-chain: 4}."
  public static let standard: Setting = Setting(longestCycle: 3, longestChain: 4)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if let fields = reader.fields(node, allowed: ["longest-cycle", "longest-chain"]) {
      if let part = fields["longest-cycle"] {
        setting.longestCycle =
          reader.whole(part, in: 0...6, what: "the longest cycle") ?? base.longestCycle
      }
      if let part = fields["longest-chain"] {
        setting.longestChain =
          reader.whole(part, in: 1...8, what: "the longest chain") ?? base.longestChain
      }
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    "{longest-cycle: \(setting.longestCycle), longest-chain: \(setting.longestChain)}"
  }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    let pairing = CoverPairing(moves, setting: setting)
    let uncovered = pairing.uncovered.map { index in
      let move = moves[index].move
      return finding(
        .must, group: moves[index].place,
        "\(move.home.name) releases \(move.person.name) only when someone comes, and nobody does for "
          + "as many days and terms")
    }
    return uncovered + lengths(of: moves, pairing)
  }

  /// Chains and cycles that are too long.
  private func lengths(of moves: [PlannedMove], _ pairing: CoverPairing) -> [Finding] {
    moves.indices.compactMap { index in
      let (length, isCycle) = CoverPairing.length(from: index, pairing.coverOf)
      let most = isCycle ? setting.longestCycle : setting.longestChain
      if length <= most { return nil }
      return finding(
        .must, group: moves[index].place,
        "\(moves[index].move.person.name) is the last of \(length) moves that hang on one another; "
          + "at most \(most) may")
    }
  }
}
