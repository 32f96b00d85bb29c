import TrefoilModel
import TrefoilSolver

/// Every move, chain and cycle that may be chosen.
struct SecondmentChoices: Sendable {
  let moves: [PricedMove]
  let chains: MoveChains
  /// The most minutes a week that anybody travels; nil for no limit.
  let most: Int?
  /// What was left out for there being too much of it, in words; empty where everything was looked at.
  let leftOut: [String]

  /// What is said where a stop came before all chains and cycles were there to choose from.
  static let stoppedAmongChains =
    "The search was stopped before all chains and cycles of secondments were looked at."

  /// - Parameters:
  ///   - mostMoves: see ``PossibleMoves``.
  ///   - mostExchanges: see ``MoveChains``.
  ///   - near: what is looked at; all without.
  init(
    _ facts: SecondmentFacts, most: Int? = nil, mostMoves: Int = PossibleMoves.mostMoves,
    mostExchanges: Int = MoveChains.mostExchanges, near: MovesNear? = nil,
    stop: StopSignal = StopSignal()
  ) {
    self.most = most
    let possible = PossibleMoves(facts, most: most, mostMoves: mostMoves, near: near, stop: stop)
    moves = possible.moves
    let chains = MoveChains(
      moves.map(\.move), setting: facts.trust.scenario.rules[NeedsCover.self].setting,
      mostExchanges: mostExchanges, stop: stop)
    self.chains = chains
    var leftOut: [String] = []
    if possible.isStopped {
      leftOut.append("The search was stopped before all secondments that may be were listed.")
    }
    if !possible.isStopped, chains.isStopped { leftOut.append(Self.stoppedAmongChains) }
    if let share = possible.share {
      leftOut.append(
        "There are too many secondments to look at them all: of each person at each opening \(share) "
          + "were, over the most terms. Openings of fewer terms have fewer.")
    }
    if let length = chains.wholeLength {
      let whole =
        switch length {
        case 0: "not even all that stand alone were"
        case 1: "all that stand alone were, and"
        default: "all of up to \(length) moves were, and"
        }
      leftOut.append(
        "There are too many chains and cycles of secondments to look at them all: \(whole) "
          + "\(length == 0 ? "looked at" : "some of \(length + 1); longer ones were left out"). "
          + "'needs-cover' says how long they may be.")
    }
    self.leftOut = leftOut
  }
}
