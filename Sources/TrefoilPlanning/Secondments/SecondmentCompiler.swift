import TrefoilModel
import TrefoilSolver

/// Turns openings, candidates and rules into a choice among columns: exchanges of moves, days that
/// nobody fills, aims that are served, people who are away.
struct SecondmentCompiler {
  /// What a column of the problem stands for; others only count.
  private(set) var exchangeOfColumn: [Int: Exchange] = [:]
  private(set) var problem = SelectionProblem()
  let moves: [PricedMove]
  /// What was left out, in words; empty where everything may be chosen.
  let leftOut: [String]

  /// Limits of who is away, as a source of rows; nil where all are listed.
  private(set) var releases: ReleaseRows?

  private let facts: SecondmentFacts
  private let listed: Set<ReleasePlace>?
  private var entriesOfMove: [[SelectionProblem.Entry]]

  /// - Parameters:
  ///   - choices: what may be chosen, if that has been worked out.
  ///   - listed: where limits of who is away are rows with columns that count, which proves more but
  ///     takes longer; everywhere unless said. Elsewhere the problem's source names them once they are
  ///     broken.
  init(
    _ facts: SecondmentFacts, _ choices: SecondmentChoices? = nil, listed: Set<ReleasePlace>? = nil
  ) {
    self.facts = facts
    self.listed = listed
    let choices = choices ?? SecondmentChoices(facts)
    moves = choices.moves
    leftOut = choices.leftOut
    entriesOfMove = moves.map { _ in [] }
    addOpenings()
    addPeople()
    if let most = choices.most { addTravel(most) }
    addPlaces()
    addAims()
    addAway()
    addKept()
    addExchanges(choices.chains.exchanges)
    if listed != nil {
      releases = ReleaseRows(moves.map(\.move), exchangeOfColumn: exchangeOfColumn, of: facts)
      problem.source = releases
    }
  }

  private func isListed(_ school: School, _ term: Int) -> Bool {
    listed?.contains(ReleasePlace(school: school.id, term: term)) ?? true
  }

  // MARK: Rows

  private mutating func note(_ row: Int, _ coefficient: (Move) -> Int, of indices: [Int]) {
    for index in indices {
      let value = coefficient(moves[index].move)
      if value != 0 {
        entriesOfMove[index].append(SelectionProblem.Entry(row: row, coefficient: value))
      }
    }
  }

  private func indices(where matches: (Move) -> Bool) -> [Int] {
    moves.indices.filter { matches(moves[$0].move) }
  }

  private func grouped<Key: Hashable>(by key: (Move) -> Key) -> [Key: [Int]] {
    Dictionary(grouping: moves.indices) { key(moves[$0].move) }
  }

  /// Every day of an opening is filled, or its price is paid.
  private mutating func addOpenings() {
    let unfilled = facts.trust.scenario.rules[Unfilled.self].setting
    let byOpening = grouped { $0.opening.id }
    for opening in facts.openings {
      for term in opening.span {
        let row = problem.addRow(.equal, opening.days)
        problem.addColumn(
          cost: unfilled.minutes(opening.priority), upper: opening.days,
          entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
        note(row, { $0.span.contains(term) ? $0.days : 0 }, of: byOpening[opening.id] ?? [])
      }
    }
  }

  /// Nobody is away on more days than are on offer.
  private mutating func addPeople() {
    // At one opening alone nobody is on more days than are on offer.
    for (candidate, now) in movesAtOnce() {
      note(problem.addRow(.atMost, candidate.days, isLazy: true), { $0.days }, of: now)
    }
  }

  /// Nobody travels more minutes a week; a single move of so many was left out before.
  private mutating func addTravel(_ most: Int) {
    let facts = facts
    for (_, now) in movesAtOnce() {
      note(problem.addRow(.atMost, most, isLazy: true), { facts.weeklyMinutes($0) }, of: now)
    }
  }

  /// For each candidate who could be at two openings the moves of each term; a term says nothing more
  /// than another in which the same moves, and others, are.
  ///
  /// Such terms are those in which a move ends after others have begun since the last such term: all moves
  /// of a person are runs of terms.
  private func movesAtOnce() -> [(candidate: Candidate, moves: [Int])] {
    let byPerson = grouped { $0.person.id }
    var found: [(candidate: Candidate, moves: [Int])] = []
    for candidate in facts.candidates {
      let own = byPerson[candidate.person] ?? []
      if Set(own.map { moves[$0].move.opening.id }).count < 2 { continue }
      let begins = Set(own.map { moves[$0].move.firstTerm })
      let ends = Set(own.map { moves[$0].move.span.upperBound - 1 })
      var hasBegun = false
      for term in 0..<facts.termCount {
        if begins.contains(term) { hasBegun = true }
        guard hasBegun, ends.contains(term) else { continue }
        found.append((candidate, own.filter { moves[$0].move.span.contains(term) }))
        hasBegun = false
      }
    }
    return found
  }

  /// Nobody stands twice at one opening, not even by one move in two chains.
  private mutating func addPlaces() {
    let pairs = grouped { [$0.person.id.rawValue, $0.opening.id.rawValue] }
    for candidate in facts.candidates {
      for opening in facts.openings {
        guard let both = pairs[[candidate.person.rawValue, opening.id.rawValue]],
          both.count > 1 || opening.days > 1
        else { continue }
        note(problem.addRow(.atMost, 1, isLazy: true), { _ in 1 }, of: both)
      }
    }
  }

  /// An aim that is served saves its price, once.
  private mutating func addAims() {
    let price = facts.trust.scenario.rules[DevelopmentAim.self].setting
    let byPerson = grouped { $0.person.id }
    for candidate in facts.candidates where candidate.aim != nil && price > 0 {
      problem.constant += price
      let serving = (byPerson[candidate.person] ?? []).filter {
        DevelopmentAim.serves(moves[$0].move)
      }
      if serving.isEmpty { continue }
      let row = problem.addRow(.atMost, 0)
      problem.addColumn(
        cost: -price, entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
      note(row, { _ in -1 }, of: serving)
    }
  }

  /// No school has more people away at once than it may.
  private mutating func addAway() {
    let rule = facts.trust.scenario.rules[MostOut.self]
    let byHome = grouped { $0.home.id }
    for school in facts.trust.scenario.schools {
      guard let limit = rule.limit(of: school), let own = byHome[school.id] else { continue }
      for term in 0..<facts.termCount where isListed(school, term) {
        let now = own.filter { moves[$0].move.span.contains(term) }
        let room = limit - facts.staff.peopleAway(from: school.id, term: term)
        let people = Dictionary(grouping: now) { moves[$0].move.person.id }
        if people.count <= room { continue }
        let row = problem.addRow(.atMost, max(0, room))
        for candidate in facts.candidates {
          guard let moves = people[candidate.person] else { continue }
          addPerson(moves, row)
        }
      }
    }
  }

  /// Counts a person once in a row, at however many openings.
  private mutating func addPerson(_ own: [Int], _ row: Int) {
    let openings = Dictionary(grouping: own) { moves[$0].move.opening.id }
    if openings.count == 1 { return note(row, { _ in 1 }, of: own) }
    var away = [SelectionProblem.Entry(row: row, coefficient: 1)]
    for opening in facts.openings {
      guard let there = openings[opening.id] else { continue }
      away.append(link(there))
    }
    problem.addColumn(cost: 0, entries: away)
  }

  /// A row that lets these moves be, one of them, only with another column; the entry of that.
  private mutating func link(_ moves: [Int]) -> SelectionProblem.Entry {
    let row = problem.addRow(.atMost, 0)
    note(row, { _ in 1 }, of: moves)
    return SelectionProblem.Entry(row: row, coefficient: -1)
  }

  /// Every school keeps the least of each role.
  private mutating func addKept() {
    let rule = facts.trust.scenario.rules[LeastKept.self]
    let byHome = grouped { $0.home.id }
    for school in facts.trust.scenario.schools {
      guard let leaving = byHome[school.id] else { continue }
      for role in Role.allCases where rule.least(role, at: school) > 0 {
        let go = leaving.filter { moves[$0].move.person.roles.contains(role) }
        if go.isEmpty { continue }
        let come = indices { $0.school.id == school.id && $0.opening.role == role }
        for term in 0..<facts.termCount where isListed(school, term) {
          let now = go.filter { moves[$0].move.span.contains(term) }
          if now.isEmpty { continue }
          let room = rule.room(role, at: school, term: term, of: facts)
          if room < 0 {
            // Who comes may mend it, but only if somebody leaves does it have to be mended.
            addShort(now, come.filter { moves[$0].move.span.contains(term) }, room: room)
            continue
          }
          let row = problem.addRow(.atMost, room)
          note(row, { $0.days }, of: now)
          note(row, { -$0.days }, of: come.filter { moves[$0].move.span.contains(term) })
        }
      }
    }
  }

  /// A school that is short already: somebody leaves only if as many come as are missing.
  private mutating func addShort(_ go: [Int], _ come: [Int], room: Int) {
    let row = problem.addRow(.atMost, 0)
    note(row, { $0.days }, of: go)
    note(row, { -$0.days }, of: come)
    let leaves = [SelectionProblem.Entry(row: row, coefficient: -room)] + go.map { link([$0]) }
    problem.addColumn(cost: 0, entries: leaves)
  }

  // MARK: Columns

  private mutating func addExchanges(_ exchanges: [Exchange]) {
    var families: [[String]: [Int]] = [:]
    var order: [[String]] = []
    for exchange in exchanges {
      var cost = 0
      var entries: [SelectionProblem.Entry] = []
      for index in exchange.moves {
        cost += moves[index].cost
        entries += entriesOfMove[index]
      }
      let column = problem.addColumn(cost: cost, entries: entries)
      exchangeOfColumn[column] = exchange
      for index in exchange.moves {
        let move = moves[index].move
        let pair = [move.person.id.rawValue, move.opening.id.rawValue]
        if families[pair] == nil { order.append(pair) }
        families[pair, default: []].append(column)
      }
    }
    for pair in order { problem.addFamily(families[pair] ?? []) }
  }
}

extension SecondmentCompiler {
  /// The choice in which nobody goes anywhere.
  var nothing: [Int] {
    var values = [Int](repeating: 0, count: problem.columnCount)
    for column in 0..<problem.columnCount where problem.uppers[column] >= 1 {
      let entries = problem.entries(of: column)
      // The days that nobody fills are the only columns of rows that ask for something.
      if exchangeOfColumn[column] == nil, entries.count == 1, entries[0].coefficient == 1,
        problem.rows[entries[0].row].sense == .equal
      {
        values[column] = problem.rows[entries[0].row].rightHandSide
      }
    }
    return values
  }
}
