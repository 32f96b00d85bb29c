import TrefoilModel
import TrefoilSolver

/// Every move that may be: each candidate to each opening, on each number of days a week and over
/// each run of terms.
struct PossibleMoves: Sendable {
  private(set) var moves: [PricedMove] = []
  /// So many moves of each candidate at each opening were looked at, where there are too many for all;
  /// nil where all were.
  private(set) var share: Int?
  /// Whether the search was stopped before all were listed.
  private(set) var isStopped = false

  /// Each is a few hundred bytes; with openings of many terms there are thousands for each candidate
  /// and opening.
  static let mostMoves = 1_000_000
  /// So many are listed after a stop.
  private static let mostHasty = 20_000

  /// A candidate at an opening that they may serve, in terms in which they are on offer.
  private struct Pair {
    let candidate: Candidate
    let opening: Opening
    let terms: Range<Int>
    let days: Int
    /// Runs of terms, each on each number of days.
    var count: Int { terms.count * (terms.count + 1) / 2 * days }
  }

  /// O(candidates x openings + moves), of openings those that are near.
  ///
  /// - Parameters:
  ///   - most: the most minutes a week that anybody travels; nil for no limit.
  ///   - mostMoves: about so many are listed; where there are more, of each candidate at each opening
  ///     those over the most terms, on each number of days.
  ///   - near: what is looked at; all without.
  init(
    _ facts: SecondmentFacts, most: Int? = nil, mostMoves: Int = Self.mostMoves,
    near: MovesNear? = nil, stop: StopSignal = StopSignal()
  ) {
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any MoveRule }
    let openings = facts.openings.filter { near?.openings.contains($0.id) ?? true }
    var pairs: [Pair] = []
    let musts = rules.filter { type(of: $0).mayForbid }
    for candidate in facts.candidates where candidate.hasConsent && candidate.hasReleaseConsent {
      if stop.isSent { isStopped = true }
      for opening in openings where !isStopped {
        if let pair = Self.pair(candidate, opening, facts, musts) { pairs.append(pair) }
      }
    }
    if pairs.reduce(0, { $0 + $1.count }) > mostMoves {
      share = max(1, mostMoves / pairs.count)
    }
    // Where the pairs took all the time, each that was found has its longest stay.
    let isHasty = isStopped
    for pair in isHasty ? pairs.prefix(Self.mostHasty) : pairs[...] where isHasty || !isStopped {
      if stop.isSent { isStopped = true }
      for (first, last, days) in Self.chosen(pair, isHasty ? 1 : share) {
        guard
          let move = facts.move(
            pair.candidate, to: pair.opening, days: days, firstTerm: first, terms: last - first + 1),
          facts.weeklyMinutes(move) <= most ?? .max
        else { continue }
        moves.append(PricedMove(move: move, cost: Self.cost(of: move, facts, rules)))
      }
    }
    for move in near?.kept.compactMap({ facts.move($0) }) ?? [] {
      moves.append(PricedMove(move: move, cost: Self.cost(of: move, facts, rules)))
    }
  }

  private static func pair(
    _ candidate: Candidate, _ opening: Opening, _ facts: SecondmentFacts, _ rules: [any MoveRule]
  ) -> Pair? {
    guard facts.roles(of: candidate).contains(opening.role),
      let whole = facts.move(candidate, to: opening, days: 1, firstTerm: 0, terms: 1),
      !whole.person.schools.contains(opening.school),
      !rules.contains(where: { Self.forbids($0, whole, facts) })
    else { return nil }
    let isAway = !whole.person.secondedTo.isEmpty
    let first = max(opening.span.lowerBound, candidate.from, isAway ? 1 : 0)
    let last = min(opening.span.upperBound - 1, candidate.until ?? .max)
    let days = min(candidate.days, opening.days)
    if first > last || days < 1 { return nil }
    return Pair(candidate: candidate, opening: opening, terms: first..<(last + 1), days: days)
  }

  /// The moves of a pair by first term, last term and days: all, or so many over the most terms.
  private static func chosen(
    _ pair: Pair, _ share: Int?
  ) -> [(first: Int, last: Int, days: Int)] {
    var chosen: [(first: Int, last: Int, days: Int)] = []
    for length in (1...pair.terms.count).reversed() {
      for first in pair.terms.lowerBound...(pair.terms.upperBound - length) {
        for days in (1...pair.days).reversed() where chosen.count < share ?? .max {
          chosen.append((first, first + length - 1, days))
        }
      }
      if chosen.count >= share ?? .max { break }
    }
    return chosen.sorted { $0 < $1 }
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
