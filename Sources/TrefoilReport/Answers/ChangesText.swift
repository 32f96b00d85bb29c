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

  /// Schools with another group, then people with other duties.
  func lines(_ changes: PlanChanges) -> [String] {
    if changes.isEmpty { return ["  nothing else"] }
    var lines = changes.moves.map { move in
      "  \(facts.name(move.school)): \(company(move.after)), was \(company(move.before))"
    }
    lines += changes.shifts.map { shift in
      let gains = shift.gains.map { "now \(words($0))" }
      let losses = shift.losses.map { "no longer \(words($0))" }
      return "  \(facts.name(shift.person)): \((gains + losses).joined(separator: "; "))"
    }
    let shown = lines.prefix(Self.mostShown).flatMap(Self.wrapped)
    let rest = lines.count - min(lines.count, Self.mostShown)
    return shown + (rest > 0 ? ["  and \(Wording.count(rest, "change", "changes")) more"] : [])
  }

  /// How many schools and people, in one clause.
  func count(_ changes: PlanChanges) -> String {
    let schools = Wording.count(changes.moves.count, "school gets", "schools get")
    let people = Wording.count(changes.shifts.count, "person", "people")
    return "\(schools) another group, \(people) other duties"
  }

  func company(_ schools: [SchoolID]) -> String {
    schools.isEmpty ? "in no group" : "with \(Wording.list(schools.map { facts.name($0) }))"
  }

  private func words(_ task: PlanChanges.Task) -> String {
    "\(task.duty.words) at \(facts.name(task.host))"
  }

  private static func wrapped(_ line: String) -> [String] {
    PlanSummary.broken(line, width: 92).enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
  }

  static func signed(_ minutes: Int) -> String {
    minutes > 0 ? "+\(Wording.grouped(minutes))" : Wording.grouped(minutes)
  }
}
