import TrefoilModel

/// The table of a comparison: a column for each plan, a row for each figure.
struct ComparisonTable {
  private let comparison: PlanComparison
  private let columns: [Int]

  init(_ comparison: PlanComparison, columns: [Int]) {
    self.comparison = comparison
    self.columns = columns
  }

  private typealias Row = (title: String, cells: [String])

  var lines: [String] {
    let head = verdicts
    let rules = comparison.rules.map { key in
      row(key.rawValue) { $0.figures.costs[key].map(Wording.grouped) ?? "-" }
    }
    let rest = facts.filter { !Self.isNought($0) }
    let rows = head + rules + rest
    let titles = columns.map { ComparisonSummary.letter($0) }
    let width = rows.map(\.title.count).max() ?? 0
    let widths = columns.indices.map { column in
      max(10, rows.map { $0.cells[column].count }.max() ?? 0)
    }
    func line(_ title: String, _ cells: [String]) -> String {
      "  " + Wording.padded(title, width)
        + zip(cells, widths).map { "  " + Wording.right($0, $1) }.joined()
    }
    return [line("", titles)] + head.map { line($0.title, $0.cells) }
      + ["", "Cost by rule, in person-minutes"] + rules.map { line($0.title, $0.cells) }
      + ["", "What it brings"] + rest.map { line($0.title, $0.cells) } + noughts
  }

  /// Figures of which no plan has any, in a line: a row of noughts says no more.
  private var noughts: [String] {
    let titles = facts.filter(Self.isNought).map(\.title)
    return titles.isEmpty ? [] : Wording.item("  none: ", titles.joined(separator: "; "))
  }

  private static func isNought(_ row: Row) -> Bool {
    row.cells.allSatisfy { $0 == "0" || $0 == "-" }
  }

  private func row(_ title: String, _ cell: (PlanComparison.Entry) -> String) -> Row {
    (title, columns.map { cell(comparison.entries[$0]) })
  }

  private var verdicts: [Row] {
    let base = comparison.entries[0].figures.cost
    return [
      row("plan", verdict),
      row("cost, in person-minutes") { $0.figures.cost.map(Wording.grouped) ?? "-" },
      (
        "against A",
        columns.map { index in
          guard index > 0, let base, let cost = comparison.entries[index].figures.cost else {
            return "-"
          }
          return (cost > base ? "+" : "") + Wording.grouped(cost - base)
        }
      ),
      row("could still be saved, %") { entry in
        guard let cost = entry.figures.cost, let bound = entry.figures.bound else { return "-" }
        return GapText.percent(cost: cost, bound: bound)
      },
    ]
  }

  private func verdict(_ entry: PlanComparison.Entry) -> String {
    if entry.plan.terms.isEmpty {
      return entry.plan.status == .infeasible ? "impossible" : "not found"
    }
    if !entry.figures.violations.isEmpty { return "broken" }
    return entry.figures.isProven ? "optimal" : "feasible"
  }

  private var facts: [Row] {
    func figure(_ title: String, _ value: @escaping (PlanFigures) -> Int?) -> Row {
      row(title) { entry in
        entry.plan.terms.isEmpty ? "-" : value(entry.figures).map(Wording.grouped) ?? "-"
      }
    }
    func moves(_ title: String, _ value: @escaping (PlanMoves) -> Int) -> Row {
      row(title) { $0.moves.map { Wording.grouped(value($0)) } ?? "-" }
    }
    return [
      figure("rules broken") { $0.violations.count },
      figure("schools in groups") { $0.schools },
      figure("people with duties") { $0.people },
      figure("worst journey, minutes") { $0.worstJourney?.minutes },
      figure("repeated pairs") { $0.repeatedPairs },
      figure("unmet needs") { $0.unmetNeeds },
      figure("unfilled openings") { $0.unfilledOpenings },
      figure("reviews without a day") { $0.undatedReviews },
      figure("reviews without a champion") { $0.reviewsWithoutChampion },
      figure("dates, a figure of their own") { $0.calendar },
      moves("schools in other groups") { $0.schoolCount },
      moves("people with other duties") { $0.peopleCount },
      moves("reviews on other days") { $0.otherDays },
      moves("workshops on other days") { $0.otherWorkshopDays },
      moves("reviews led by others") { $0.leadCount },
      moves("people with another coach") { $0.coaching.count },
      moves("schools with another advocate") { $0.advocates.count },
      moves("schools meeting elsewhere") { $0.meetingCount },
    ]
  }
}
