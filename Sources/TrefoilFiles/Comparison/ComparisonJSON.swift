import TrefoilModel

/// Writes a comparison as JSON: an entry for each plan, with who moves against the first.
public enum ComparisonJSON {
  /// UTF-8, two spaces of indentation; equal comparisons are equal bytes. Linear.
  public static func write(_ comparison: PlanComparison) -> [UInt8] {
    let trust = comparison.entries.first.map { $0.facts.scenario.trust }
    return JSONWriter.bytes(
      .map([
        ("trust", .optional(trust)),
        ("plans", .list(comparison.entries.map(value))),
      ]))
  }

  /// What may be said of a plan: `optimal`, `feasible`, `broken`, `infeasible` or `unknown`.
  static func status(of entry: PlanComparison.Entry) -> String {
    if entry.plan.terms.isEmpty {
      return (entry.plan.status == .infeasible ? PlanStatus.infeasible : .unknown).rawValue
    }
    if !entry.figures.violations.isEmpty { return "broken" }
    return (entry.figures.isProven ? PlanStatus.optimal : .feasible).rawValue
  }

  private static func value(_ entry: PlanComparison.Entry) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("title", .text(entry.title)), ("status", .text(status(of: entry))),
      ("cost", .whole(entry.figures.cost)), ("bound", .whole(entry.figures.bound)),
      ("gap", entry.figures.gap.map { .number(PlanJSON.digits($0)) } ?? .null),
    ]
    if let overruled = entry.overruled {
      members.append(("overruledBound", .whole(overruled.bound)))
    }
    if !entry.plan.terms.isEmpty { members += figures(entry.figures) }
    if let moves = entry.moves { members.append(("moves", value(moves))) }
    members += [
      ("changes", .list(entry.facts.scenario.changes.map { .text($0) })),
      ("notes", .list(entry.plan.terms.isEmpty ? entry.plan.notes.map { .text($0) } : [])),
      ("reasons", .list(entry.plan.reasons.map { PlanJSON.value($0) })),
    ]
    return .map(members)
  }

  private static func figures(_ figures: PlanFigures) -> [(String, JSONValue)] {
    [
      ("costs", PlanJSON.value(figures.costs)), ("calendar", .whole(figures.calendar)),
      (
        "violations",
        .list(
          figures.violations.map {
            .rowMap([("rule", .text($0.rule.rawValue)), ("sentence", .text($0.sentence))])
          })
      ),
      ("schools", .whole(figures.schools)), ("people", .whole(figures.people)),
      ("worstJourney", figures.worstJourney.map(value) ?? .null),
      ("repeatedPairs", .whole(figures.repeatedPairs)),
      ("unmetNeeds", .whole(figures.unmetNeeds)),
      ("unfilledOpenings", .whole(figures.unfilledOpenings)),
      ("undatedReviews", .whole(figures.undatedReviews)),
      ("reviewsWithoutChampion", .whole(figures.reviewsWithoutChampion)),
    ]
  }

  private static func value(_ journey: PlanFigures.Journey) -> JSONValue {
    .rowMap([
      ("person", .text(journey.person.rawValue)), ("from", .text(journey.from.rawValue)),
      ("to", .text(journey.to.rawValue)), ("minutes", .whole(journey.minutes)),
    ])
  }
}
