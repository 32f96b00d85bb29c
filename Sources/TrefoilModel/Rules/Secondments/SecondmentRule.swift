/// A rule about secondments.
public protocol SecondmentRule: Rule {
  /// What the rule says about all moves of a plan; ``Finding/group`` is the place of the move.
  func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding]
}

/// A move as it stands in a plan.
public struct PlannedMove: Sendable {
  public let move: Move
  /// Its place among the secondments of the plan.
  public let place: Int
  public let coveredBy: PersonID?

  public init(move: Move, place: Int, coveredBy: PersonID?) {
    self.move = move
    self.place = place
    self.coveredBy = coveredBy
  }
}

extension SecondmentRule {
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}

/// What a rule says about one move, whatever else is planned.
public struct MoveCharge: Sendable {
  public let charge: Charge
  public let sentence: String

  public init(_ charge: Charge, _ sentence: String) {
    self.charge = charge
    self.sentence = sentence
  }
}

/// A rule that charges a single move.
public protocol MoveRule: SecondmentRule {
  func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge]

  /// Whether it can be a must; yes unless said. What only costs need not be asked who may go.
  static var mayForbid: Bool { get }
}

extension MoveRule {
  public static var mayForbid: Bool { true }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    moves.flatMap { planned in
      charges(for: planned.move, of: facts).map {
        finding($0.charge, group: planned.place, $0.sentence)
      }
    }
  }
}
