import TrefoilModel

/// The answer to a question about a plan, in sentences.
struct ReplyText {
  let explanation: Explanation
  private var facts: TrustFacts { explanation.facts }
  private var text: ChangesText { ChangesText(facts: facts) }

  var lines: [String] {
    guard let question = explanation.question, let reply = explanation.reply else { return [] }
    let head = ["", Self.capitalized(title(question))]
    switch reply {
    case .alreadySo: return head + Self.wrapped(["The plan has it so already. \(place(question))"])
    case .barred(let barriers): return head + barred(barriers)
    case .planned(let plan): return head + planned(plan, question)
    }
  }

  // MARK: What was asked

  private func title(_ question: ReviewQuestion) -> String {
    switch question {
    case .otherGroup(let schools):
      "the next best, were \(names(schools)) not one group"
    case .noRest(let school): "were \(facts.name(school)) not to rest"
    case .together(let one, let other): "\(facts.name(one)) and \(facts.name(other)) in one group"
    case .seat(let person, let duty, let host):
      "\(facts.name(person)) as \(duty.words) at \(facts.name(host))"
    case .champions(let host): "no seat left empty at the review of \(facts.name(host))"
    }
  }

  private func names(_ schools: [SchoolID]) -> String {
    Wording.list(schools.map { facts.name($0) })
  }

  private func place(_ question: ReviewQuestion) -> String {
    guard case .together(let one, _) = question,
      let index = explanation.given.groups.firstIndex(where: { $0.schools.contains(one) })
    else { return "" }
    return "It is group \(index + 1): \(names(explanation.given.groups[index].schools))."
  }

  // MARK: What is answered

  private func barred(_ barriers: [Barrier]) -> [String] {
    Self.wrapped(["It cannot be, whatever else is planned:"])
      + barriers.flatMap { barrier in
        let place = barrier.position.map { ", \($0)" } ?? ""
        return PlanSummary.wrapped("\(barrier.sentence) (\(barrier.rule)\(place)).", indent: "  ")
      }
  }

  private func planned(_ plan: Plan, _ question: ReviewQuestion) -> [String] {
    guard let asked = explanation.asked else { return without(plan) }
    var sentences: [String] = []
    if let company = company(question, in: asked) {
      let head = plan.status == .optimal ? "the cheapest" : "the best found"
      sentences.append("Then \(head) is: \(company).")
    }
    if let difference = explanation.againstGiven {
      sentences.append(Self.cost(difference, than: "the plan as it is"))
    }
    if let difference = explanation.againstBest, let best = explanation.best {
      sentences.append(Self.cost(difference, than: name(best)))
      if let own = best.cost, own != Assessment(of: explanation.given, facts: facts).cost {
        sentences.append("\(Self.capitalized(name(best))) costs \(Wording.grouped(own)).")
      }
    }
    var lines = Self.wrapped(sentences + span)
    if let difference = explanation.againstGiven, !difference.byRule.isEmpty {
      lines += ["", "By rule, against the plan as it is"] + text.rules(difference)
    }
    if let changes = explanation.changes {
      lines += ["", "What changes then (\(text.count(changes)))"] + text.lines(changes)
      if !text.isNothing(changes) {
        lines.append(
          explanation.hasFewestChanges
            ? "  No plan of this cost gives fewer new duties (proven)."
            : "  Another plan of this cost may change less.")
      }
    }
    return lines
  }

  /// What the best plan is called: only what is proven is the cheapest.
  private func name(_ best: Plan) -> String {
    let name = best.status == .optimal ? "the cheapest plan" : "the best plan that was found"
    return isOfSeveral ? "\(name) of this term alone" : name
  }

  private var isOfSeveral: Bool { explanation.termCount > 1 }

  /// What is not looked at.
  private var span: [String] {
    isOfSeveral
      ? [
        "This is said of this term alone: terms before it stay as they are, later terms are not "
          + "looked at."
      ] : []
  }

  /// With whom the school, or each school of the group, then is.
  private func company(_ question: ReviewQuestion, in asked: TermPlan) -> String? {
    if case .champions(let host) = question { return champions(at: host, in: asked) }
    let schools: [SchoolID] =
      switch (question, explanation.subject) {
      case (.seat, _), (.champions, _): []
      case (_, .school(let school)): [school]
      case (.otherGroup(let schools), _): schools
      case (.noRest(let school), _): [school]
      case (.together(let one, _), _): [one]
      }
    if schools.isEmpty { return nil }
    let parts = schools.map { school in
      let group = asked.groups.first { $0.schools.contains(school) }
      return "\(facts.name(school)) \(text.company(group?.schools.filter { $0 != school } ?? []))"
    }
    return parts.joined(separator: "; ")
  }

  private func champions(at host: SchoolID, in asked: TermPlan) -> String? {
    let review = asked.groups.flatMap(\.reviews).first { $0.host == host }
    guard let champions = review?.champions, !champions.isEmpty else { return nil }
    let names = Wording.list(champions.map { facts.name($0) })
    let duty = champions.count == 1 ? "is the champion" : "are the champions"
    return "\(names) \(duty) at \(facts.name(host))"
  }

  private func without(_ plan: Plan) -> [String] {
    let known = Set(explanation.best?.notes ?? [])
    let isStuck = explanation.best?.status == .infeasible
    let head =
      plan.status == .infeasible
      ? isStuck
        ? "No plan keeps every rule, with or without it: this is proven."
        : "It cannot be: no plan that keeps every rule has it so. This is proven."
      : "No such plan was found, and it is not proven that there is none."
    if !plan.reasons.isEmpty {
      return Self.wrapped([head] + span)
        + ReasonSummary(reasons: plan.reasons, isBesideQuestion: true).lines
        + plan.notes.flatMap { [""] + PlanSummary.wrapped($0, indent: "  ") }
    }
    return Self.wrapped([head] + span)
      + plan.notes.filter { isStuck || !known.contains($0) }
      .flatMap { PlanSummary.wrapped($0, indent: "  ") }
  }

  // MARK: Costs

  static func cost(_ difference: CostDifference, than other: String) -> String {
    let minutes = difference.minutes
    let size = Wording.count(abs(minutes), "minute", "minutes")
    let head =
      switch minutes {
      case 0: "It costs the same as \(other)"
      case ..<0: "It costs \(size) less than \(other)"
      default: "It costs \(size) more than \(other)"
      }
    return "\(head) (\(proof(difference)))."
  }

  private static func proof(_ difference: CostDifference) -> String {
    if difference.isProven { return "proven" }
    let range = [
      difference.least.map { "not below \(ChangesText.signed($0))" },
      difference.most.map { "not above \(ChangesText.signed($0))" },
    ].compactMap(\.self)
    return range.isEmpty ? "not proven" : "proven only: \(range.joined(separator: ", "))"
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func wrapped(_ sentences: [String]) -> [String] {
    PlanSummary.broken(sentences.joined(separator: " "), width: 94).map { "  \($0)" }
  }
}
