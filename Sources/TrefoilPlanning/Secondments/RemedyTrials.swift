import TrefoilModel
import TrefoilSolver

/// Tries changes to a scenario, each by planning the secondments anew with it: what is told to a trust
/// as a remedy has been seen to fill more.
struct RemedyTrials {
  /// Plans the secondments of a scenario briefly; nil where nothing was found.
  typealias Search = (Scenario) -> (secondments: [Secondment], cost: Int)?

  private let scenario: Scenario
  private let search: Search
  private let secondments: [Secondment]
  private let bound: Int?
  private var left: Int
  private(set) var tried = 0
  private(set) var untried = 0

  /// Trials in all, and moves that may be listed in all of them.
  static let mostTrials = 40
  private static let mostMoves = 200_000

  /// - Parameters:
  ///   - bound: what no secondments of the scenario as it is cost less than. A change helps for sure only
  ///     if there is something cheaper with it.
  ///   - moves: how many moves there are to choose from, of which a trial lists about as many.
  init(
    _ scenario: Scenario, _ secondments: [Secondment], bound: Int?, moves: Int,
    search: @escaping Search
  ) {
    self.scenario = scenario
    self.secondments = secondments
    self.bound = bound
    self.search = search
    left = bound == nil ? 0 : min(Self.mostTrials, Self.mostMoves / max(1, moves))
  }

  /// Whether with this change more of the opening is filled than can be without.
  mutating func helps(_ remedy: SecondmentRemedy, _ opening: Opening) -> Bool {
    guard left > 0, let bound else {
      untried += 1
      return false
    }
    left -= 1
    tried += 1
    guard let found = search(remedy.applied(to: scenario)) else { return false }
    let now = Self.filled(found.secondments, opening)
    if case .opening(let changed) = remedy.change {
      if changed.days == opening.days { return now > Self.filled(secondments, opening) }
      return now == changed.days * changed.terms
    }
    return found.cost < bound && now > Self.filled(secondments, opening)
  }

  private static func filled(_ secondments: [Secondment], _ opening: Opening) -> Int {
    secondments.reduce(0) { $0 + ($1.opening == opening.id ? $1.days * $1.terms : 0) }
  }

  /// How many changes were left, in words; nil for none.
  var note: String? {
    if untried == 0 { return nil }
    let changes = untried == 1 ? "1 change that" : "\(untried) changes that"
    return bound == nil
      ? "What would fill openings was not tried, since the search for secondments did not end."
      : "\(changes) might fill openings \(untried == 1 ? "was" : "were") not tried, after "
        + "\(tried) that were."
  }
}
