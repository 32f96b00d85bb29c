import TrefoilModel
import TrefoilSolver

/// From exchanges to choices, and back to secondments.
extension SecondmentCompiler {
  /// The choice in which nobody goes anywhere.
  var nothing: [Int] { values(taking: []) }

  /// The choice that takes these columns of exchanges and no others.
  func values(taking columns: [Int]) -> [Int] {
    var values = [Int](repeating: 0, count: problem.columnCount)
    var sums = [Int](repeating: 0, count: problem.rows.count)
    for column in columns {
      values[column] = 1
      for entry in problem.entries(of: column) { sums[entry.row] += entry.coefficient }
    }
    for counter in counters {
      values[counter.column] =
        switch counter.kind {
        case .open(let row): problem.rows[row].rightHandSide - sums[row]
        case .aim(let row): sums[row] < 0 ? 1 : 0
        case .links(let rows): rows.contains { sums[$0] > 0 } ? 1 : 0
        }
    }
    return values
  }

  /// What a choice says, in the order of openings, people and terms.
  func secondments(_ values: [Int], of facts: SecondmentFacts) -> [Secondment] {
    var found: [(key: (Int, Int, Int), secondment: Secondment)] = []
    let openings = Dictionary(
      uniqueKeysWithValues: facts.openings.enumerated().map { ($1.id, $0) })
    let people = Dictionary(
      uniqueKeysWithValues: facts.candidates.enumerated().map { ($1.person, $0) })
    for (column, value) in values.enumerated() where value > 0 {
      guard let exchange = exchanges[column] else { continue }
      for (place, index) in exchange.moves.enumerated() {
        let move = moves[index].move
        let cover = place > 0 ? exchange.moves[place - 1] : exchange.moves.last
        let isCovered = place > 0 || exchange.isCycle
        let secondment = Secondment(
          person: move.person.id, opening: move.opening.id, from: move.home.id, to: move.school.id,
          days: move.days, firstTerm: facts.termName(move.firstTerm), terms: move.terms,
          coveredBy: isCovered ? cover.map { moves[$0].move.person.id } : nil)
        let key = (openings[move.opening.id] ?? 0, move.firstTerm, people[move.person.id] ?? 0)
        found.append((key, secondment))
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.secondment)
  }
}
