import TrefoilModel

/// A move that no rule forbids by itself, with what it costs by itself.
struct PricedMove: Sendable {
  let move: Move
  /// Person-minutes of all rules about single moves.
  let cost: Int
}

/// Every move that may be: each candidate to each opening, on each number of days a week and over
/// each run of terms.
struct PossibleMoves: Sendable {
  let moves: [PricedMove]

  /// O(candidates x openings), and for each pair that fits days x terms x terms.
  ///
  /// - Parameter most: the most minutes a week that anybody travels; nil for no limit.
  init(_ facts: SecondmentFacts, most: Int? = nil) {
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any MoveRule }
    var moves: [PricedMove] = []
    for candidate in facts.candidates {
      guard candidate.hasConsent, candidate.hasReleaseConsent else { continue }
      for opening in facts.openings {
        let own = Self.moves(of: candidate, to: opening, facts, rules)
        moves += own.filter { facts.weeklyMinutes($0.move) <= most ?? .max }
      }
    }
    self.moves = moves
  }

  private static func moves(
    of candidate: Candidate, to opening: Opening, _ facts: SecondmentFacts,
    _ rules: [any MoveRule]
  ) -> [PricedMove] {
    guard facts.roles(of: candidate).contains(opening.role),
      let whole = facts.move(candidate, to: opening, days: 1, firstTerm: 0, terms: 1),
      !whole.person.schools.contains(opening.school),
      !rules.contains(where: { Self.forbids($0, whole, facts) })
    else { return [] }
    let isAway = !whole.person.secondedTo.isEmpty
    var moves: [PricedMove] = []
    for first in opening.span {
      for last in first..<opening.span.upperBound {
        guard candidate.isOnOffer(in: last), !(last == 0 && isAway) else { break }
        if !candidate.isOnOffer(in: first) || (first == 0 && isAway) { break }
        for days in 1...min(candidate.days, opening.days) {
          guard
            let move = facts.move(
              candidate, to: opening, days: days, firstTerm: first, terms: last - first + 1)
          else { continue }
          moves.append(PricedMove(move: move, cost: cost(of: move, facts, rules)))
        }
      }
    }
    return moves
  }

  private static func forbids(
    _ rule: any MoveRule, _ move: Move, _ facts: SecondmentFacts
  ) -> Bool {
    rule.charges(for: move, of: facts).contains { $0.charge == .must }
  }

  private static func cost(
    of move: Move, _ facts: SecondmentFacts, _ rules: [any MoveRule]
  ) -> Int {
    rules.reduce(0) { sum, rule in
      rule.charges(for: move, of: facts).reduce(sum) { sum, charge in
        if case .minutes(let minutes) = charge.charge { sum + minutes } else { sum }
      }
    }
  }
}
