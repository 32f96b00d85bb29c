import TrefoilModel
import TrefoilSolver

/// Turns what is asked and offered into a choice among columns: pairs, people who go without a coach,
/// and, where the rule `coaching-stable` is a cost, pairs that block.
///
/// A column of the same place as a match takes that match. That a plan be stable is one row for each
/// pair that is allowed, after Baïou and Balinski (2000, doi:10.1016/S0166-218X(99)00184-3).
struct CoachingCompiler {
  /// The most pairs, and the most entries of rows about stability, that are looked at.
  static let mostMatches = 500_000
  static let mostEntries = 20_000_000

  private(set) var problem = SelectionProblem()
  let preferences: CoachingPreferences

  var matches: [CoachingMatch] { preferences.matches }

  /// Person-minutes that it costs that somebody goes without a coach.
  var uncoachedPrice: Int { facts.trust.scenario.rules[Uncoached.self].setting }

  private let facts: CoachingFacts
  private let byCoach: [PersonID: [Int]]
  private let byCoachee: [PersonID: [Int]]
  private var entries: [[SelectionProblem.Entry]]
  /// The columns of those who go without, and of pairs that block, with the match of each.
  private var uncoachedColumns: [PersonID: Int] = [:]
  private var blockingColumns: [Int: Int] = [:]

  /// - Parameters:
  ///   - stability: what each blocking pair is charged; nil to leave the rule out.
  ///   - most: the most minutes that a coach travels for a session with each coachee; nil for no limit,
  ///     and no more than ``SelectionProblem/largestCoefficient``.
  /// - Throws: ``PlanningError`` where there is more to look at than can be.
  init(
    _ facts: CoachingFacts, _ preferences: CoachingPreferences, stability: Charge?,
    most: Int? = nil
  ) throws(PlanningError) {
    self.facts = facts
    self.preferences = preferences
    let matches = preferences.matches
    if matches.count > Self.mostMatches { throw .tooManyCoachingPairs(matches.count) }
    byCoach = Dictionary(grouping: matches.indices) { matches[$0].coach.id }
    byCoachee = Dictionary(grouping: matches.indices) { matches[$0].coachee.id }
    entries = matches.map { _ in [] }
    let askers = addAskers()
    addPlaces()
    addReciprocity()
    if let most { addTravel(most) }
    var blocking: [(match: Int, row: Int)] = []
    if stability != nil { blocking = try addStability() }
    addColumns(askers, blocking, stability, most: most ?? .max)
  }

  // MARK: Rows

  private mutating func note(_ row: Int, _ coefficient: Int, _ indices: some Sequence<Int>) {
    for index in indices {
      entries[index].append(SelectionProblem.Entry(row: row, coefficient: coefficient))
    }
  }

  /// Everybody who asks has one coach or goes without.
  private mutating func addAskers() -> [(person: PersonID, row: Int)] {
    facts.coachees.map { profile in
      let row = problem.addRow(.equal, 1)
      note(row, 1, byCoachee[profile.person] ?? [])
      return (profile.person, row)
    }
  }

  /// Nobody coaches more than they offer.
  private mutating func addPlaces() {
    for profile in facts.coaches {
      let own = byCoach[profile.person] ?? []
      if own.count > profile.capacity { note(problem.addRow(.atMost, profile.capacity), 1, own) }
    }
  }

  /// No coach travels longer; one journey of so many minutes is kept out by its column.
  private mutating func addTravel(_ most: Int) {
    for profile in facts.coaches where profile.capacity > 1 {
      let own = byCoach[profile.person] ?? []
      let minutes = own.map { facts.roundTrip(matches[$0]) }
      if minutes.reduce(0, +) <= most { continue }
      let row = problem.addRow(.atMost, most)
      for (index, minutes) in zip(own, minutes) { note(row, minutes, [index]) }
    }
  }

  /// Nobody coaches their own coach.
  private mutating func addReciprocity() {
    for (index, other) in reversed.enumerated() {
      guard let other, index < other else { continue }
      note(problem.addRow(.atMost, 1), 1, [index, other])
    }
  }

  /// For each match that of the same two the other way round.
  private var reversed: [Int?] {
    let places = Dictionary(
      matches.enumerated().map { ([$1.coach.id, $1.coachee.id], $0) }
    ) { first, _ in first }
    return matches.map { places[[$0.coachee.id, $0.coach.id]] }
  }

  /// A match does not block if its coachee has it or a better coach, if its coach has better coachees
  /// in all places, or if the two are a pair the other way round.
  private mutating func addStability() throws(PlanningError) -> [(match: Int, row: Int)] {
    let ranked = (
      coach: byCoach.mapValues { own in
        own.sorted {
          preferences.rankOfCoachee(in: matches[$0]) < preferences.rankOfCoachee(in: matches[$1])
        }
      },
      coachee: byCoachee.mapValues { own in
        own.sorted {
          preferences.rankOfCoach(in: matches[$0]) < preferences.rankOfCoach(in: matches[$1])
        }
      }
    )
    let sizes = Array(ranked.coach.values) + Array(ranked.coachee.values)
    if sizes.reduce(0, { $0 + $1.count * ($1.count + 1) / 2 }) > Self.mostEntries {
      throw .tooManyCoachingPairs(matches.count)
    }
    let reversed = reversed
    return matches.indices.map { index in
      let match = matches[index]
      let places = facts.profile(match.coach.id)?.capacity ?? 0
      let row = problem.addRow(.atLeast, places)
      for better in ranked.coachee[match.coachee.id] ?? [] {
        note(row, places, [better])
        if better == index { break }
      }
      note(row, 1, (ranked.coach[match.coach.id] ?? []).prefix { $0 != index })
      if let other = reversed[index] { note(row, places, [other]) }
      return (index, row)
    }
  }

  // MARK: Columns

  private mutating func addColumns(
    _ askers: [(person: PersonID, row: Int)], _ blocking: [(match: Int, row: Int)],
    _ stability: Charge?, most: Int
  ) {
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any CoachingPairRule }
    for (match, entries) in zip(matches, entries) {
      let cost = rules.reduce(0) { sum, rule in
        rule.charges(for: match, of: facts).reduce(sum) { sum, charge in
          if case .minutes(let minutes) = charge.charge { sum + minutes } else { sum }
        }
      }
      let mayBe = facts.roundTrip(match) <= most
      problem.addColumn(cost: cost, upper: mayBe ? 1 : 0, entries: entries)
    }
    let price = uncoachedPrice
    for (person, row) in askers {
      uncoachedColumns[person] = problem.addColumn(
        cost: price, entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
    }
    guard case .minutes(let minutes) = stability else { return }
    for (match, row) in blocking {
      let places = facts.profile(matches[match].coach.id)?.capacity ?? 0
      blockingColumns[match] = problem.addColumn(
        cost: minutes, entries: [SelectionProblem.Entry(row: row, coefficient: places)])
    }
  }
}

/// From plans to choices and back.
extension CoachingCompiler {
  /// The places of the matches that a choice takes.
  func chosen(_ values: [Int]) -> [Int] { matches.indices.filter { values[$0] > 0 } }

  /// The choice that takes these matches and nothing else.
  func values(_ chosen: [Int]) -> [Int] {
    var values = [Int](repeating: 0, count: problem.columnCount)
    for index in chosen { values[index] = 1 }
    let coached = Set(chosen.map { matches[$0].coachee.id })
    for (person, column) in uncoachedColumns where !coached.contains(person) { values[column] = 1 }
    if !blockingColumns.isEmpty {
      let blocking = Set(
        preferences.blocking(chosen.map { matches[$0] }).map { [$0.coach.id, $0.coachee.id] })
      for (index, column) in blockingColumns
      where blocking.contains([matches[index].coach.id, matches[index].coachee.id]) {
        values[column] = 1
      }
    }
    return values
  }

  /// A name for other solvers, without spaces.
  func name(ofColumn column: Int) -> String {
    let kind =
      column < matches.count
      ? "pair" : column < matches.count + uncoachedColumns.count ? "none" : "block"
    return "\(kind)\(column + 1)"
  }
}
