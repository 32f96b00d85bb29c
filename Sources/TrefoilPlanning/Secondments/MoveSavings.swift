import TrefoilModel

/// What each move saves beside leaving its days open, with the aim that it serves.
struct MoveSavings: Sendable {
  private let ofMove: [Int]

  /// O(moves).
  init(_ moves: [PricedMove], _ facts: SecondmentFacts) {
    let rules = facts.trust.scenario.rules
    let unfilled = rules[Unfilled.self].setting
    let aim = rules[DevelopmentAim.self].setting
    ofMove = moves.map { priced in
      let move = priced.move
      return move.dayTerms * unfilled.minutes(move.opening.priority)
        + (aim > 0 && DevelopmentAim.serves(move) ? aim : 0) - priced.cost
    }
  }

  /// What an exchange saves at most: an aim that it serves may be served already.
  func saving(_ exchange: Exchange) -> Int { exchange.moves.reduce(0) { $0 + ofMove[$1] } }

  /// For each person at each opening the exchange that saves most, the first of several, in the order in
  /// which they come. O(exchanges x their moves).
  func best(of exchanges: ArraySlice<Exchange>, _ pairs: MovePairs) -> [Exchange] {
    var best = [(saving: Int, place: Int)?](repeating: nil, count: pairs.count)
    for place in exchanges.indices {
      let saving = saving(exchanges[place])
      for move in exchanges[place].moves where saving > best[pairs.ofMove[move]]?.saving ?? .min {
        best[pairs.ofMove[move]] = (saving, place)
      }
    }
    return Set(best.compactMap { $0?.place }).sorted().map { exchanges[$0] }
  }
}
