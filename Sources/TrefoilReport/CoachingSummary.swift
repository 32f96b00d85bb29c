import TrefoilModel

/// The coaching of a plan in plain text.
struct CoachingSummary {
  let plan: Plan
  let facts: TrustFacts

  init(_ plan: Plan, facts: TrustFacts) {
    self.plan = plan
    self.facts = facts
  }

  var lines: [String] {
    guard let coaching = plan.coaching else { return [] }
    return ["", "Coaching"] + pairs(coaching) + open(coaching)
      + PlanSummary.programmeCosts(coaching.costs ?? [:])
      + stability(coaching)
      + WorstOffSummary(
        worstOff: coaching.worstOff, facts: facts, span: "for a session with each coachee"
      ).lines(indent: "  ")
  }

  /// The name of a person with that of their first school.
  private func place(_ person: PersonID) -> String {
    let school = facts.person(person)?.schools.first.map { ", \(facts.name($0))" }
    return facts.name(person) + (school ?? "")
  }

  private func pairs(_ coaching: CoachingPlan) -> [String] {
    if coaching.pairs.isEmpty { return ["  Nobody is coached."] }
    return coaching.pairs.flatMap { pair in
      let minutes = pair.costs.map { Wording.grouped($0.values.reduce(0, +)) } ?? "?"
      return [
        "  \(place(pair.coach)) → \(place(pair.coachee))",
        "      \(pair.topic), \(minutes) minutes",
      ]
    }
  }

  private func open(_ coaching: CoachingPlan) -> [String] {
    coaching.uncoached.flatMap { uncoached in
      ["  Without a coach: \(place(uncoached.person))"]
        + uncoached.reasons.flatMap { PlanSummary.wrapped($0, indent: "    ") }
    }
  }

  private func stability(_ coaching: CoachingPlan) -> [String] {
    guard let cost = coaching.costOfStability else { return [] }
    let words =
      cost == 0
      ? "that costs nothing more"
      : "that costs \(Wording.grouped(cost)) minutes more than the cheapest coaching"
    return PlanSummary.wrapped(
      "No coach and coachee would both rather work together than keep what they get; \(words).",
      indent: "  ")
  }
}
