import TrefoilModel
import TrefoilSolver

/// Tries changes to a scenario, each by planning the secondments anew with it: what is told to a trust
/// as a remedy has been seen to fill more.
struct RemedyTrials {
  /// What planning anew came to.
  struct Found {
    let secondments: [Secondment]
    let cost: Int
    /// Whether a stop cut it short: that it is no better says nothing then.
    let isCut: Bool
  }

  /// Plans the secondments of a scenario briefly, among some moves where they are given; nil where
  /// nothing was looked at, since the search was stopped before.
  typealias Search = (Scenario, MovesNear?) -> Found?

  /// Why nothing can be tried: a change helps for sure only beside a bound.
  enum Hindrance {
    /// The search was stopped, and may not have ended.
    case stopped
    /// There was too much to look at, and some was left out.
    case leftOut
    /// The search for the secondments proved nothing.
    case unproven
  }

  private let scenario: Scenario
  private let search: Search
  private let secondments: [Secondment]
  private let bound: Int?
  /// Nil where there are few enough moves to look at all of them each time.
  private let neighbours: SecondmentNeighbours?
  private var hindrance: Hindrance?
  private var left: Int
  private(set) var tried = 0
  private(set) var untried = 0

  static let mostTrials = 40
  /// With more moves each trial looks at those near the opening alone. All of them would take as long
  /// as the search for the secondments did, time after time.
  private static let mostMoves = 1_000

  /// - Parameters:
  ///   - bound: what no secondments of the scenario as it is cost less than. A change helps for sure only
  ///     if there is something cheaper with it.
  ///   - hindrance: why there is no bound, where there is none.
  ///   - moves: what there is to choose from in the scenario as it is.
  init(
    _ scenario: Scenario, _ secondments: [Secondment], bound: Int?,
    hindrance: Hindrance = .unproven,
    moves: [PricedMove], search: @escaping Search
  ) {
    self.scenario = scenario
    self.secondments = secondments
    self.bound = bound
    self.hindrance = bound == nil ? hindrance : nil
    self.search = search
    neighbours =
      moves.count > Self.mostMoves ? SecondmentNeighbours(moves, secondments) : nil
    left = bound == nil ? 0 : Self.mostTrials
  }

  /// Says that changes were not even looked for, since the search was stopped.
  mutating func stop() {
    untried += 1
    hindrance = hindrance ?? .stopped
  }

  /// Whether with this change more of the opening is filled than can be without.
  mutating func helps(_ remedy: SecondmentRemedy, _ opening: Opening) -> Bool {
    guard left > 0, let bound else {
      untried += 1
      return false
    }
    guard let found = search(remedy.applied(to: scenario), near(remedy, opening)) else {
      stop()
      return false
    }
    let helps = helps(remedy, opening, found, bound)
    if found.isCut, !helps {
      stop()
      return false
    }
    left -= 1
    tried += 1
    return helps
  }

  private func helps(
    _ remedy: SecondmentRemedy, _ opening: Opening, _ found: Found, _ bound: Int
  ) -> Bool {
    let now = Self.filled(found.secondments, opening)
    let before = Self.filled(secondments, opening)
    if case .opening(let changed) = remedy.change {
      // What leaves another opening open in its stead helps nobody.
      let gained = Self.filled(found.secondments) - Self.filled(secondments)
      if changed.days == opening.days { return now > before && gained > 0 }
      return now == changed.days * changed.terms && gained >= now - before
    }
    return found.cost < bound && now > before
  }

  private func near(_ remedy: SecondmentRemedy, _ opening: Opening) -> MovesNear? {
    guard let neighbours else { return nil }
    let people =
      switch remedy.change {
      case .candidate(let candidate): [candidate.person]
      case .school(let school): neighbours.people(from: school.id)
      case .opening: [PersonID]()
      }
    return neighbours.moves(near: opening.id, people: people)
  }

  /// Days a week, over the terms, that are filled at an opening; at all of them without one.
  private static func filled(_ secondments: [Secondment], _ opening: Opening? = nil) -> Int {
    secondments.reduce(0) {
      $0 + (opening.map { [id = $1.opening] in $0.id == id } ?? true ? $1.days * $1.terms : 0)
    }
  }

  /// That changes were left, and why, in words; nil where none were.
  var note: String? {
    if untried == 0 { return nil }
    switch hindrance {
    case .stopped?:
      let rest = tried == 0 ? "not tried" : "tried only in part (\(tried) of the changes)"
      return "What would fill openings was \(rest), since the search was stopped."
    case .leftOut?:
      return
        "What would fill openings was not tried: since not all secondments could be looked at, "
        + "it is not known what can be done without a change."
    case .unproven?:
      return
        "What would fill openings was not tried, since the search for secondments did not end."
    case nil:
      let changes = untried == 1 ? "1 change that" : "\(untried) changes that"
      return "\(changes) might fill openings \(untried == 1 ? "was" : "were") not tried, after "
        + "\(tried) that were."
    }
  }
}
