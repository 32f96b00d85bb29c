import TrefoilModel

/// The secondments of a plan in plain text.
struct SecondmentSummary {
  let plan: Plan
  let facts: SecondmentFacts

  init(_ plan: Plan, facts: TrustFacts) {
    self.plan = plan
    self.facts = SecondmentFacts(facts)
  }

  var lines: [String] {
    if plan.secondmentCosts == nil { return [] }
    let longest = WorstOffSummary(
      worstOff: plan.secondmentWorstOff, facts: facts.trust, span: "a week")
    return ["", "Secondments"] + moves + open
      + PlanSummary.programmeCosts(plan.secondmentCosts ?? [:]) + longest.lines(indent: "  ")
  }

  private var moves: [String] {
    if plan.secondments.isEmpty { return ["  Nobody is seconded."] }
    return plan.secondments.flatMap { secondment -> [String] in
      let role = facts.opening(secondment.opening)?.role.rawValue ?? "leader"
      var line =
        "  \(facts.trust.name(secondment.person)), \(facts.trust.name(secondment.from))"
        + " → \(role) at \(facts.trust.name(secondment.to))"
      if let cover = secondment.coveredBy { line += "; \(facts.trust.name(cover)) comes" }
      let days =
        secondment.days == Opening.mostDays
        ? "full time"
        : Wording.count(
          secondment.days, "day a week", "days a week")
      let minutes = secondment.costs.map { Wording.grouped($0.values.reduce(0, +)) } ?? "?"
      return [
        line,
        "      \(days), \(secondment.firstTerm)"
          + (secondment.terms > 1
            ? " and \(Wording.count(secondment.terms - 1, "term", "terms")) more" : "")
          + ", \(minutes) minutes",
      ]
    }
  }

  private var open: [String] {
    let moves = plan.secondments.compactMap { facts.move($0) }
    return plan.unfilled.flatMap { unfilled -> [String] in
      let opening = facts.opening(unfilled.opening)
      let place = opening.map { facts.trust.name($0.school) } ?? ""
      return Wording.item(
        "  Open: ",
        "\(unfilled.opening), \(opening?.role.rawValue ?? "leader") at \(place), short of "
          + missing(unfilled, moves)
      ) + unfilled.reasons.flatMap { PlanSummary.wrapped($0, indent: "    ") }
        + unfilled.remedies.flatMap { PlanSummary.wrapped("Would help: \($0)", indent: "    ") }
    }
  }

  /// What an opening lacks, term by term; a plan that states otherwise than its secondments say is
  /// believed, with its sum.
  private func missing(_ unfilled: UnfilledOpening, _ moves: [Move]) -> String {
    let open = facts.opening(unfilled.opening).map { OpenDays.of($0, in: moves) } ?? []
    if open.reduce(0, { $0 + $1.days * $1.terms.count }) == unfilled.days, !open.isEmpty {
      return open.map { $0.words(facts) }.joined(separator: ", ")
    }
    return Wording.count(unfilled.days, "day a week", "days a week") + ", summed over its terms"
  }
}
