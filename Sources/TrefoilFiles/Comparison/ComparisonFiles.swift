import TrefoilModel

/// The files in which a comparison is handed over.
public enum ComparisonFiles {
  /// `comparison.csv` and `comparison.json`. Linear in the comparison.
  public static func files(of comparison: PlanComparison) -> [AtomicWriter.File] {
    [
      AtomicWriter.File(name: "comparison.csv", text: csv(comparison)),
      AtomicWriter.File(name: "comparison.json", bytes: ComparisonJSON.write(comparison)),
    ]
  }

  /// A row for each plan, a column for each figure and for each rule that costs something in one of
  /// them; what a plan has none of is blank.
  static func csv(_ comparison: PlanComparison) -> String {
    let rules = comparison.rules
    var table = CSVWriter(
      header: [
        "plan", "status", "cost", "bound", "rules-broken", "schools", "people", "worst-journey",
        "worst-journey-person", "worst-journey-from", "worst-journey-to", "repeated-pairs",
        "unmet-needs", "unfilled-openings", "undated-reviews", "reviews-without-champion",
        "calendar", "schools-moved", "people-moved", "reviews-on-other-days",
        "workshops-on-other-days", "reviews-led-by-others", "people-with-another-coach",
        "schools-with-another-advocate", "schools-meeting-elsewhere",
      ] + rules.map { "cost-\($0.rawValue)" })
    for entry in comparison.entries {
      let figures = entry.figures
      let hasPlan = !entry.plan.terms.isEmpty
      func cell(_ number: Int?) -> String { hasPlan ? number.map(String.init) ?? "" : "" }
      let journey = figures.worstJourney
      table.append(
        [
          entry.title, ComparisonJSON.status(of: entry), cell(figures.cost), cell(figures.bound),
          cell(figures.violations.count), cell(figures.schools), cell(figures.people),
          cell(journey?.minutes), journey?.person.rawValue ?? "", journey?.from.rawValue ?? "",
          journey?.to.rawValue ?? "", cell(figures.repeatedPairs), cell(figures.unmetNeeds),
          cell(figures.unfilledOpenings), cell(figures.undatedReviews),
          cell(figures.reviewsWithoutChampion), cell(figures.calendar),
          cell(entry.moves?.schoolCount), cell(entry.moves?.peopleCount),
          cell(entry.moves?.otherDays), cell(entry.moves?.otherWorkshopDays),
          cell(entry.moves?.leadCount), cell(entry.moves?.coaching.count),
          cell(entry.moves?.advocates.count), cell(entry.moves?.meetingCount),
        ] + rules.map { cell(figures.costs[$0] ?? 0) })
    }
    return table.text
  }
}
