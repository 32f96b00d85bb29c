import TrefoilModel

/// What differs between two plans of a term, in plain text: minutes by rule, and who stands elsewhere.
struct ChangesText {
  let facts: TrustFacts

  private static let mostShown = 30

  /// A line for each rule that costs more or less, in the order of the rules.
  func rules(_ difference: CostDifference) -> [String] {
    let rows = RuleCatalogue.all.compactMap { rule in
      difference.byRule[rule.key].map { (rule.key.rawValue, Self.signed($0)) }
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \(Wording.padded($0.0, width))  \(Wording.right($0.1, 9))" }
  }

  /// Whether no school has another group, and nobody other duties.
  func isNothing(_ changes: TermMoves) -> Bool { changes.schools.isEmpty && changes.people.isEmpty }

  /// Schools with another group, then people with other duties.
  func lines(_ changes: TermMoves) -> [String] {
    if isNothing(changes) { return ["  nothing else"] }
    var lines = changes.schools.map { move in
      "  \(facts.name(move.school)): \(place(move.after)), was \(place(move.before))"
    }
    lines += changes.people.map { move in
      let gains = move.gained.map { "now \(words($0))" }
      let losses = move.lost.map { "no longer \(words($0))" }
      return "  \(facts.name(move.person)): \((gains + losses).joined(separator: "; "))"
    }
    let shown = lines.prefix(Self.mostShown).flatMap(Self.wrapped)
    let rest = lines.count - min(lines.count, Self.mostShown)
    return shown + (rest > 0 ? ["  and \(Wording.count(rest, "change", "changes")) more"] : [])
  }

  /// How many schools and people, in one clause.
  func count(_ changes: TermMoves) -> String {
    let schools = Wording.count(changes.schools.count, "school gets", "schools get")
    let people = Wording.count(changes.people.count, "person", "people")
    return "\(schools) another group, \(people) other duties"
  }

  private func place(_ place: TermMoves.Place) -> String {
    if case .with(let others) = place { company(others) } else { company([]) }
  }

  func company(_ schools: [SchoolID]) -> String {
    schools.isEmpty ? "in no group" : "with \(Wording.list(schools.map { facts.name($0) }))"
  }

  private func words(_ task: TermMoves.Task) -> String {
    "\(task.duty.words) at \(facts.name(task.host))"
  }

  private static func wrapped(_ line: String) -> [String] {
    PlanSummary.broken(line, width: 92).enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
  }

  static func signed(_ minutes: Int) -> String {
    minutes > 0 ? "+\(Wording.grouped(minutes))" : Wording.grouped(minutes)
  }
}
