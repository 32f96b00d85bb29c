import TrefoilModel
import TrefoilSolver

/// Something to begin a search for secondments with, and what there is where it is stopped before it
/// found anything: exchanges one after another, those that save most first, as long as each saves
/// something and every limit is kept.
struct SecondmentStart {
  /// More than any exchange saves.
  private static let first = 1 << 50

  private let compiler: SecondmentCompiler
  private let savings: MoveSavings
  private let away: AwayTally
  private let aim: Int
  private let fills: [Bool]

  init(_ compiler: SecondmentCompiler, _ facts: SecondmentFacts) {
    self.compiler = compiler
    savings = MoveSavings(compiler.moves, facts)
    away = AwayTally(facts)
    aim = facts.trust.scenario.rules[DevelopmentAim.self].setting
    fills = compiler.problem.rows.indices.map { compiler.fills.contains($0) }
  }

  /// The cheapest of three choices: by what an exchange saves in all, by what it saves for each day a week
  /// and term that it fills, and with those of one move before chains and cycles, which fill limits for
  /// many. One in which nobody goes anywhere where neither may be.
  /// O(exchanges x log exchanges).
  var values: [Int] {
    let worth = compiler.exchanges.columns.compactMap { column -> (column: Int, saving: Int)? in
      guard let exchange = compiler.exchanges[column] else { return nil }
      let saving = savings.saving(exchange)
      return saving > 0 ? (column, saving) : nil
    }
    let byDay = worth.map { column, saving in
      let days = compiler.exchanges[column]?.moves.reduce(0) {
        $0 + compiler.moves[$1].move.dayTerms
      }
      return (column: column, saving: saving / max(1, days ?? 1))
    }
    let single = worth.map { column, saving in
      let isSingle = compiler.exchanges[column]?.moves.count == 1
      return (column: column, saving: isSingle ? saving + Self.first : saving)
    }
    return [worth, byDay, single].map { compiler.values(taking: chosen(inOrderOf: $0)) }
      .filter { compiler.problem.allows($0) }
      .reduce(compiler.nothing) {
        compiler.problem.cost(of: $1) < compiler.problem.cost(of: $0) ? $1 : $0
      }
  }

  private func chosen(inOrderOf worth: [(column: Int, saving: Int)]) -> [Int] {
    var room = compiler.problem.rows.map(\.rightHandSide)
    var away = away
    var served: Set<PersonID> = []
    var chosen: [Int] = []
    for (column, _) in worth.sorted(by: { ($0.saving, $1.column) > ($1.saving, $0.column) }) {
      guard let exchange = compiler.exchanges[column] else { continue }
      guard let use = use(of: exchange, in: room) else { continue }
      let moves = exchange.moves.map { compiler.moves[$0].move }
      let serving = aim > 0 ? moves.filter { DevelopmentAim.serves($0) }.map(\.person.id) : []
      let counted = serving.count - Set(serving).subtracting(served).count
      guard savings.saving(exchange) > counted * aim, away.takes(moves) else { continue }
      for (row, amount) in use { room[row] -= amount }
      served.formUnion(serving)
      chosen.append(column)
    }
    return chosen.sorted()
  }

  /// What an exchange takes of each row that it fills; nil where there is too little room.
  private func use(of exchange: Exchange, in room: [Int]) -> [Int: Int]? {
    var use: [Int: Int] = [:]
    for index in exchange.moves {
      for entry in compiler.entriesOfMove[index] where fills[entry.row] {
        let sum = use[entry.row, default: 0] + entry.coefficient
        if sum > room[entry.row] { return nil }
        use[entry.row] = sum
      }
    }
    return use
  }
}
