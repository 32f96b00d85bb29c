import TrefoilModel

/// Why a plan is as it is, in plain text, for the person whom the heads ask.
public struct ExplanationSummary {
  private let explanation: Explanation
  private let assessment: Assessment
  private var plan: TermPlan { explanation.given }
  private var facts: TrustFacts { explanation.facts }

  public init(_ explanation: Explanation) {
    self.explanation = explanation
    assessment = Assessment(of: explanation.given, facts: explanation.facts)
  }

  /// The whole text, ending in a line end.
  public var text: String {
    var lines = ["\(facts.scenario.trust) · \(plan.term): \(title)"] + broken
    switch explanation.subject {
    // Who asks about two has seen the plan.
    case _ where asksForMore: break
    case .plan: lines += whole
    case .school(let id): lines += explanation.groups.flatMap(group) + rest(of: id)
    case .group(let index): lines += group(index)
    case .person(let id): lines += duties(of: id)
    }
    lines += ReplyText(explanation: explanation).lines
    if !facts.scenario.openings.isEmpty {
      lines += ["", "This is about reviews; secondments stay as the plan has them."]
    }
    return Wording.page(lines)
  }

  /// Whether something is asked that does not follow from the subject.
  private var asksForMore: Bool {
    switch explanation.question {
    case .together, .seat, .champions: true
    case .otherGroup, .noRest, nil: false
    }
  }

  private var title: String {
    switch explanation.subject {
    case _ where asksForMore: "what something else would cost"
    case .plan: "the whole plan"
    case .school(let id): facts.name(id)
    case .person(let id): facts.name(id)
    case .group(let index): "group \(index + 1)"
    }
  }

  /// What a plan made by hand may break.
  private var broken: [String] {
    let violations = assessment.violations
    if violations.isEmpty { return [] }
    let shown = violations.prefix(5).flatMap {
      PlanSummary.wrapped("\($0.sentence) (\($0.rule)).", indent: "  ")
    }
    let rest = violations.count - min(5, violations.count)
    return [
      "The plan breaks \(Wording.count(violations.count, "must", "musts")), so that its cost is that "
        + "of no plan that may be:"
    ] + shown + (rest > 0 ? ["  and \(rest) more: see 'trefoil verify'"] : [])
  }

  // MARK: The plan

  private var whole: [String] {
    let dearest = plan.groups.indices.map { index in
      (index, assessment.costs(ofGroup: index).values.reduce(0, +))
    }.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }.prefix(5)
    return ["It costs \(Wording.grouped(assessment.cost)) person-minutes.", "", "By rule"]
      + rules(assessment.costs) + ["", "The dearest groups"]
      + dearest.flatMap { index, cost in
        let names = Wording.list(plan.groups[index].schools.map { facts.name($0) })
        let lines = PlanSummary.broken(names, width: 70)
        return lines.enumerated().map { number, line in
          let head =
            number == 0 ? "group \(index + 1), \(Wording.grouped(cost)) minutes" : ""
          return "  \(Wording.padded(head, 24))  \(line)"
        }
      } + besides(assessment.findings)
  }

  private func rules(_ costs: [RuleKey: Int]) -> [String] {
    let rows = RuleCatalogue.all.compactMap { rule in
      costs[rule.key].map { (rule.key.rawValue, Wording.grouped($0)) }
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \(Wording.padded($0.0, width))  \(Wording.right($0.1, 9))" }
  }

  /// Costs other than travel, one by one, dearest first.
  private func besides(_ findings: [Finding]) -> [String] {
    let found = findings.compactMap { finding -> (Int, String)? in
      guard case .minutes(let minutes) = finding.charge, minutes > 0, finding.rule != Travel.key,
        assessment.costs[finding.rule] != nil
      else { return nil }
      return (minutes, "\(finding.sentence) (\(finding.rule))")
    }.enumerated().sorted { (-$0.element.0, $0.offset) < (-$1.element.0, $1.offset) }.map(\.element)
    if found.isEmpty { return [] }
    let rest = found.count - min(12, found.count)
    return ["", "Besides travel"]
      + found.prefix(12).flatMap { minutes, sentence in
        PlanSummary.broken(sentence, width: 84).enumerated().map { index, line in
          "  \(Wording.right(index == 0 ? Wording.grouped(minutes) : "", 5))  \(line)"
        }
      }
      + (rest > 0 ? ["         and \(Wording.count(rest, "smaller cost", "smaller costs"))"] : [])
  }

  // MARK: A group

  private func group(_ index: Int) -> [String] {
    let group = plan.groups[index]
    let costs = assessment.costs(ofGroup: index)
    let names = Wording.list(group.schools.map { facts.name($0) })
    let head =
      "Group \(index + 1): \(names). It costs \(Wording.grouped(costs.values.reduce(0, +))) of the "
      + "plan's \(Wording.grouped(assessment.cost)) person-minutes."
    return PlanSummary.broken(head, width: 96) + ["", "By rule"] + rules(costs)
      + ["", "Who visits whom"]
      + plan.visitCosts(of: facts).filter { $0.group == index }.flatMap { visit($0) }
      + besides(assessment.findings.filter { $0.group == index })
  }

  private func rest(of school: SchoolID) -> [String] {
    if plan.resting.contains(school) {
      return ["\(facts.name(school)) rests this term: the numbers do not divide by three."]
    }
    return facts.participates(school) ? [] : ["\(facts.name(school)) takes no part this term."]
  }

  private func visit(_ visit: VisitCost, named: Bool = true) -> [String] {
    let who = named ? "\(visit.visit.person.name) to " : ""
    let days = visit.days == 1 ? "" : " on each of \(visit.days) days"
    let extra = RuleCatalogue.all.compactMap { rule -> String? in
      guard rule.key != Travel.key, let minutes = visit.costs[rule.key] else { return nil }
      return "\(Wording.grouped(minutes)) for \(rule.key)"
    }
    let beside = extra.isEmpty ? "" : "; beside that \(Wording.list(extra))"
    let text =
      "\(who)\(visit.visit.host.name) as \(visit.visit.duty.words), from "
      + "\(visit.visit.from.name): \(Wording.count(visit.roundTrip, "minute", "minutes")) there and "
      + "back\(days)\(beside)."
    return PlanSummary.wrapped(text, indent: "  ")
  }

  // MARK: A person

  private func duties(of person: PersonID) -> [String] {
    let own = plan.visitCosts(of: facts).filter { $0.visit.person.id == person }
    if own.isEmpty { return ["No duties in this plan."] }
    var costs: [RuleKey: Int] = [:]
    for visit in own { costs.merge(visit.costs, uniquingKeysWith: +) }
    let load = plan.loadCost(of: person, facts: facts)
    if load > 0 { costs[Load.key] = load }
    let duties = Wording.count(own.count, "duty", "duties")
    let total = Wording.grouped(costs.values.reduce(0, +))
    return ["\(duties), which cost \(total) person-minutes.", "", "By rule"]
      + rules(costs) + ["", "Duties"] + own.flatMap { visit($0, named: false) }
  }
}
