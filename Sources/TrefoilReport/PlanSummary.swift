import TrefoilModel

/// A plan in plain text, for the person who has to explain it to the heads.
public struct PlanSummary {
  private let plan: Plan
  private let facts: TrustFacts

  public init(_ plan: Plan, facts: TrustFacts) {
    self.plan = plan
    self.facts = facts
  }

  /// The whole summary, ending in a line end.
  public var text: String {
    var lines: [String] = []
    if plan.terms.count > 1 { lines += overview }
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts) {
      if !lines.isEmpty { lines.append("") }
      lines += summary(of: term, facts)
    }
    if plan.terms.isEmpty { lines += noPlan }
    lines += ReasonSummary(reasons: plan.reasons).lines
    lines += SecondmentSummary(plan, facts: facts).lines
    lines += CoachingSummary(plan, facts: facts).lines
    lines += AdvocateSummary(plan, facts: facts).lines
    lines += NetworkSummary(plan, facts: facts).lines
    if !plan.notes.isEmpty {
      lines += ["", "Notes"]
      lines += plan.notes.flatMap { Self.wrapped($0, indent: "  ") }
    }
    return Wording.page(lines)
  }

  private var noPlan: [String] {
    let status =
      plan.status == .infeasible
      ? "There is no plan that keeps every rule\(beside): this is proven."
      : "No plan was found. It is not proven that there is none."
    return ["\(plan.trust) · \(facts.scenario.term.name)", status]
  }

  /// What is proven of reviews alone is said of those with the secondments that are decided before them.
  private var beside: String {
    facts.scenario.openings.isEmpty ? "" : " with the secondments that were decided first"
  }

  // MARK: Head

  /// All terms at a glance: what each costs, and what the whole.
  private var overview: [String] {
    let first = plan.terms.first?.term ?? ""
    let last = plan.terms.last?.term ?? ""
    let names = plan.terms.map(\.term)
    let width = (names + ["in all"]).map(\.count).max() ?? 0
    var total = 0
    var lines = [
      "\(plan.trust) · \(first) to \(last), \(plan.terms.count) terms as one plan", verdict,
      "", "What it costs, term by term, in person-minutes",
    ]
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts) {
      let assessment = Assessment(of: term, facts: facts)
      total += assessment.cost
      let travel = Wording.grouped(assessment.costs[Travel.key] ?? 0)
      lines.append(
        "  \(Wording.padded(term.term, width))  "
          + "\(Wording.right(Wording.grouped(assessment.cost), 9)), of it travel \(travel)")
    }
    lines.append(
      "  \(Wording.padded("in all", width))  \(Wording.right(Wording.grouped(total), 9))")
    return lines
  }

  private func summary(of term: TermPlan, _ facts: TrustFacts) -> [String] {
    let assessment = Assessment(of: term, facts: facts)
    let head = plan.terms.count == 1 ? " \(verdict)" : ""
    var lines = ["\(plan.trust) · \(term.term)", "\(shape(of: term)).\(head)"]
    for index in term.groups.indices { lines += group(index, of: term, assessment) }
    if !term.resting.isEmpty {
      lines += ["", "Resting: \(Wording.list(term.resting.map { facts.name($0) }))"]
    }
    lines += costs(of: term, assessment) + reasons(assessment) + journeys(of: term)
    lines += WorstOffSummary(worstOff: term.worstOff, facts: facts, span: "in all").lines()
    return lines
  }

  private func shape(of term: TermPlan) -> String {
    let schools = Wording.count(
      term.groups.reduce(0) { $0 + $1.schools.count }, "school", "schools")
    let words = [
      (3, "triad", "triads"), (4, "group of four", "groups of four"),
      (5, "group of five", "groups of five"), (2, "pair", "pairs"),
    ]
    let groups = words.compactMap { size, one, many -> String? in
      let count = term.groups.filter { $0.schools.count == size }.count
      return count > 0 ? Wording.count(count, one, many) : nil
    }
    return "\(schools) in \(Wording.list(groups))"
  }

  private var verdict: String {
    let shares = [
      ("secondments", plan.secondmentCosts),
      ("coaching", plan.coaching?.costs),
    ].compactMap { name, costs in costs.map { (name, $0.values.reduce(0, +)) } }
    let cost =
      "It costs \(Wording.grouped(plan.cost ?? 0)) person-minutes"
      + shares.enumerated().map { index, share in
        ", \(Wording.grouped(share.1)) \(index == 0 ? "of them " : "")for \(share.0)"
      }.joined()
    // What is proven of a plan that breaks rules is proven of plans that break the same.
    let others = plan.broken.isEmpty ? "no plan" : "no plan that breaks the same"
    switch plan.status {
    case .optimal where plan.secondmentCosts != nil:
      return "\(cost); no secondments cost less, and \(others) with these does (proven).\(breach)"
    case .optimal: return "\(cost); \(others) costs less (proven).\(breach)"
    default:
      guard let bound = plan.bound, let total = plan.cost else { return "\(cost).\(breach)" }
      let percent = GapText.percent(cost: total, bound: bound)
      let least = Wording.grouped(bound)
      return "\(cost); \(others) costs less than \(least), so at most \(percent) % could still be "
        + "saved.\(breach)"
    }
  }

  /// That not everything is kept, where somebody sees it first.
  private var breach: String {
    switch plan.broken.count {
    case 0: ""
    case 1: " One thing that is a must is not kept: see the notes."
    default: " \(plan.broken.count) things that are a must are not kept: see the notes."
    }
  }

  // MARK: Groups

  private func group(
    _ index: Int, of term: TermPlan, _ assessment: Assessment
  ) -> [String] {
    let group = term.groups[index]
    let kind =
      switch group.schools.count {
      case 2: "Pair"
      case 3: "Triad"
      default: "Group"
      }
    let cost = assessment.costs(ofGroup: index).values.reduce(0, +)
    return ["", "\(kind) \(index + 1) · \(Wording.grouped(cost)) minutes"]
      + group.reviews.flatMap(review)
  }

  private func review(_ review: Review) -> [String] {
    let reviewers = review.reviewers.map { id in
      member(id) + (id == review.lead ? " leads" : "")
    }
    let champions = review.champions.map { id in
      "champion " + member(id) + (id == review.lead ? " leads" : "")
    }
    var lines = ["  \(facts.name(review.host))"]
    lines += Self.labelled("team", (reviewers + champions).joined(separator: "; "))
    if !review.dates.isEmpty {
      let due = review.dataDue.map { "; data by \(Wording.day($0))" } ?? ""
      lines += Self.labelled("review", Wording.days(review.dates) + due)
    }
    if let lead = review.workshopLead {
      let day = review.workshopDate.map { "\(Wording.day($0)), " } ?? ""
      lines += Self.labelled("workshop", "\(day)led by \(member(lead))")
    }
    return lines
  }

  /// A line of a review: what it is about, then the text, broken where it is long.
  private static func labelled(_ label: String, _ text: String) -> [String] {
    broken(text, width: 84).enumerated().map { index, line in
      "    \(Wording.padded(index == 0 ? label : "", 8))  \(line)"
    }
  }

  /// A person with the school she comes from, where that says something new.
  private func member(_ id: PersonID) -> String {
    guard let person = facts.person(id), person.isChampion, !person.isPrincipal,
      let home = person.schools.first
    else { return facts.name(id) }
    return "\(person.name) (\(facts.name(home)))"
  }

  // MARK: Costs

  private func costs(of term: TermPlan, _ assessment: Assessment) -> [String] {
    var lines = ["", "What it costs, in person-minutes"]
    let rows = RuleCatalogue.all.compactMap { rule -> (String, Int)? in
      assessment.costs[rule.key].map { (rule.key.rawValue, $0) }
    }
    let width = rows.map(\.0.count).max() ?? 0
    for (name, minutes) in rows {
      lines.append(
        "  \(Wording.padded(name, width))  \(Wording.right(Wording.grouped(minutes), 9))")
    }
    let total = Wording.right(Wording.grouped(assessment.cost), 9)
    lines.append("  \(Wording.padded("in all", width))  \(total)")
    if !assessment.calendar.isEmpty {
      let parts = assessment.calendar.keys.sorted().map { "\($0) \(assessment.calendar[$0] ?? 0)" }
      lines.append("Dates, a figure of their own: \(parts.joined(separator: ", "))")
    }
    return lines
  }

  /// The costs other than travel, one by one, dearest first.
  private func reasons(_ assessment: Assessment) -> [String] {
    let found = assessment.findings.compactMap { finding -> (Int, String)? in
      guard case .minutes(let minutes) = finding.charge, minutes > 0,
        finding.rule != Travel.key, assessment.costs[finding.rule] != nil
      else { return nil }
      return (minutes, finding.sentence)
    }
    if found.isEmpty { return [] }
    let sorted = found.enumerated().sorted {
      (-$0.element.0, $0.offset) < (-$1.element.0, $1.offset)
    }.map(\.element)
    let shown = sorted.prefix(20).map { "  \(Wording.right(Wording.grouped($0.0), 5))  \($0.1)" }
    let rest = found.count - shown.count
    return ["", "Besides travel"] + shown
      + (rest > 0 ? ["         and \(Wording.count(rest, "smaller cost", "smaller costs"))"] : [])
  }

  private func journeys(of term: TermPlan) -> [String] {
    let visits = term.visits(of: facts)
    let longest = visits.enumerated().max { left, right in
      let (one, other) = (minutes(left.element.visit), minutes(right.element.visit))
      return (one, -left.offset) < (other, -right.offset)
    }
    guard let longest = longest?.element.visit else { return [] }
    return [
      "",
      "Longest journey: \(longest.person.name) to \(longest.host.name), \(minutes(longest)) minutes "
        + "one way.",
    ]
  }

  private func minutes(_ visit: Visit) -> Int {
    max(
      facts.minutes(from: visit.from, to: visit.host),
      facts.minutes(from: visit.host, to: visit.from))
  }

  // MARK: Lines

  /// A sentence as an item of a list, broken into lines of at most 98 characters.
  static func wrapped(_ sentence: String, indent: String) -> [String] {
    broken(sentence, width: 96 - indent.count).enumerated().map { index, line in
      indent + (index == 0 ? "- " : "  ") + line
    }
  }

  static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty && line.count + word.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? "\(word)" : " \(word)"
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
