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
    var findings: [Finding] = []
    var coverOf: [Int: Int] = [:]
    var taken: [Int: Int] = [:]
    for (index, planned) in moves.enumerated() where planned.move.home.release.needsCover {
      let cover = moves.indices.first {
        moves[$0].move.person.id == planned.coveredBy && moves[$0].move.covers(planned.move)
          && taken[$0] == nil
      }
      guard let cover else {
        findings.append(
          finding(
            .must, group: planned.place,
            "\(planned.move.home.name) releases \(planned.move.person.name) only when someone comes, "
              + "and nobody does for as many days and terms"))
        continue
      }
      coverOf[index] = cover
      taken[cover] = index
    }
    return findings + lengths(of: moves, coverOf)
  }

  /// Chains and cycles that are too long.
  private func lengths(of moves: [PlannedMove], _ coverOf: [Int: Int]) -> [Finding] {
    var findings: [Finding] = []
    for index in moves.indices {
      var length = 1
      var place = index
      while let cover = coverOf[place], cover != index, length <= moves.count {
        place = cover
        length += 1
      }
      let isCycle = coverOf[place] == index
      if !isCycle, coverOf[place] != nil { continue }
      let most = isCycle ? setting.longestCycle : setting.longestChain
      if length > most {
        findings.append(
          finding(
            .must, group: moves[index].place,
            "\(moves[index].move.person.name) is the last of \(length) moves that hang on one another; "
              + "at most \(most) may"))
      }
    }
    return findings
  }
}
