import TrefoilModel
import TrefoilSolver

/// Turns openings, candidates and rules into a choice among columns: exchanges of moves, days that
/// nobody fills, aims that are served, people who are away.
struct SecondmentCompiler {
  /// The columns that stand for exchanges; others only count.
  private(set) var exchanges = ExchangeColumns(from: 0)
  /// Those others, and of what each counts.
  private(set) var counters: [SecondmentCounter] = []
  private(set) var problem = SelectionProblem()
  let moves: [PricedMove]
  /// What was left out, in words; empty where everything may be chosen.
  private(set) var leftOut: [String]
  /// Whether a stop came before every exchange had its column.
  private(set) var isStopped = false

  /// Limits of who is away, as a source of rows; nil where all are listed.
  private(set) var releases: ReleaseRows?

  private let facts: SecondmentFacts
  private let listed: Set<ReleasePlace>?
  /// What each move adds to which rows.
  private(set) var entriesOfMove: [[SelectionProblem.Entry]]
  /// The rows that every move in them fills alone, whatever else is chosen: days of openings and people,
  /// minutes, places.
  private(set) var fills: Set<Int> = []

  /// - Parameters:
  ///   - choices: what may be chosen, if that has been worked out.
  ///   - listed: where limits of who is away are rows with columns that count, which proves more but
  ///     takes longer; everywhere unless said. Elsewhere the problem's source names them once they are
  ///     broken.
  ///   - stop: once it is sent, the best exchange of each person at each opening is enough.
  init(
    _ facts: SecondmentFacts, _ choices: SecondmentChoices? = nil, listed: Set<ReleasePlace>? = nil,
    stop: StopSignal = StopSignal()
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
    addExchanges(choices.chains.exchanges, stop)
    if isStopped, leftOut.isEmpty { leftOut = [SecondmentChoices.stoppedAmongChains] }
    if listed != nil {
      releases = ReleaseRows(moves.map(\.move), exchanges, of: facts)
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

  /// A row that every move in it fills alone.
  private mutating func addFilled(
    _ sense: RowSense, _ rightHandSide: Int, isLazy: Bool = false
  ) -> Int {
    let row = problem.addRow(sense, rightHandSide, isLazy: isLazy)
    fills.insert(row)
    return row
  }

  private mutating func addCounter(
    _ kind: SecondmentCounter.Kind, cost: Int, upper: Int = 1, entries: [SelectionProblem.Entry]
  ) {
    let column = problem.addColumn(cost: cost, upper: upper, entries: entries)
    counters.append(SecondmentCounter(column: column, kind: kind))
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
        let row = addFilled(.equal, opening.days)
        addCounter(
          .open(row: row), cost: unfilled.minutes(opening.priority), upper: opening.days,
          entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
        note(row, { $0.span.contains(term) ? $0.days : 0 }, of: byOpening[opening.id] ?? [])
      }
    }
  }

  /// Nobody is away on more days than are on offer.
  private mutating func addPeople() {
    // At one opening alone nobody is on more days than are on offer.
    for (candidate, now) in movesAtOnce() {
      note(addFilled(.atMost, candidate.days, isLazy: true), { $0.days }, of: now)
    }
  }

  /// Nobody travels more minutes a week; a single move of so many was left out before.
  private mutating func addTravel(_ most: Int) {
    let facts = facts
    for (_, now) in movesAtOnce() {
      note(addFilled(.atMost, most, isLazy: true), { facts.weeklyMinutes($0) }, of: now)
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
        note(addFilled(.atMost, 1, isLazy: true), { _ in 1 }, of: both)
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
      addCounter(
        .aim(row: row), cost: -price, entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
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
    var links: [SelectionProblem.Entry] = []
    for opening in facts.openings {
      guard let there = openings[opening.id] else { continue }
      links.append(link(there))
    }
    addCounter(
      .links(rows: links.map(\.row)), cost: 0,
      entries: links + [SelectionProblem.Entry(row: row, coefficient: 1)])
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
    let byPlace = grouped { $0.school.id }
    for school in facts.trust.scenario.schools {
      guard let leaving = byHome[school.id] else { continue }
      for role in Role.allCases where rule.least(role, at: school) > 0 {
        let go = leaving.filter { moves[$0].move.person.roles.contains(role) }
        if go.isEmpty { continue }
        let come = (byPlace[school.id] ?? []).filter { moves[$0].move.opening.role == role }
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
    let links = go.map { link([$0]) }
    addCounter(
      .links(rows: links.map(\.row)), cost: 0,
      entries: links + [SelectionProblem.Entry(row: row, coefficient: -room)])
  }

  // MARK: Columns

  /// A stop is looked for each time so many columns were added.
  private static let columnsAStop = 1 << 10

  private mutating func addExchanges(_ all: [Exchange], _ stop: StopSignal) {
    exchanges = ExchangeColumns(from: problem.columnCount)
    let pairs = MovePairs(moves.map(\.move))
    var families = [[Int]](repeating: [], count: pairs.count)
    var order: [Int] = []
    func add(_ exchange: Exchange) {
      var cost = 0
      var entries: [SelectionProblem.Entry] = []
      for index in exchange.moves {
        cost += moves[index].cost
        entries += entriesOfMove[index]
      }
      let column = problem.addColumn(cost: cost, entries: entries)
      exchanges.append(exchange)
      for index in exchange.moves {
        let pair = pairs.ofMove[index]
        if families[pair].isEmpty { order.append(pair) }
        families[pair].append(column)
      }
    }
    for (place, exchange) in all.enumerated() {
      if place % Self.columnsAStop == 0, stop.isSent {
        isStopped = true
        let savings = MoveSavings(moves, facts)
        for exchange in savings.best(of: all[place...], pairs) { add(exchange) }
        break
      }
      add(exchange)
    }
    for pair in order { problem.addFamily(families[pair]) }
  }
}
