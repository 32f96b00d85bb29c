import TrefoilModel

/// Writes an explanation as JSON, for programs that show it.
public enum ExplanationJSON {
  /// UTF-8, LF at the end of each line; rules in the order of the alphabet. Linear in the plan.
  public static func write(_ explanation: Explanation) -> [UInt8] {
    let (plan, facts) = (explanation.given, explanation.facts)
    let assessment = Assessment(of: plan, facts: facts)
    let groups = explanation.groups.map { index -> JSONValue in
      .map([
        ("group", .whole(index + 1)),
        ("schools", .texts(plan.groups[index].schools.map(\.rawValue))),
        ("costs", PlanJSON.value(assessment.costs(ofGroup: index))),
      ])
    }
    return JSONWriter.bytes(
      .map([
        ("explanation", .whole(1)), ("trust", .text(facts.scenario.trust)),
        ("term", .text(plan.term)), ("ofTermAlone", .truth(explanation.termCount > 1)),
        ("subject", subject(explanation.subject)),
        ("cost", .whole(assessment.cost)), ("costs", PlanJSON.value(assessment.costs)),
        ("broken", .list(assessment.violations.map(value))), ("groups", .list(groups)),
        ("visits", .list(visits(explanation).map(value))),
        ("findings", .list(findings(explanation, assessment).map(value))),
        ("question", explanation.question.map(value) ?? .null),
        ("reply", explanation.reply.map { reply($0, explanation) } ?? .null),
      ]))
  }

  private static func subject(_ subject: Explanation.Subject) -> JSONValue {
    switch subject {
    case .plan: .text("plan")
    case .school(let id): .rowMap([("school", .text(id.rawValue))])
    case .person(let id): .rowMap([("person", .text(id.rawValue))])
    case .group(let index): .rowMap([("group", .whole(index + 1))])
    }
  }

  private static func visits(_ explanation: Explanation) -> [VisitCost] {
    let all = explanation.given.visitCosts(of: explanation.facts)
    if case .person(let id) = explanation.subject { return all.filter { $0.visit.person.id == id } }
    return all.filter { explanation.groups.contains($0.group) }
  }

  /// Costs other than travel, which the visits have.
  private static func findings(
    _ explanation: Explanation, _ assessment: Assessment
  ) -> [Finding] {
    let all = assessment.findings.filter { $0.charge != .must && $0.rule != Travel.key }
    if case .plan = explanation.subject { return all }
    return all.filter { finding in finding.group.map(explanation.groups.contains) ?? false }
  }

  private static func value(_ finding: Finding) -> JSONValue {
    .rowMap([
      ("rule", .text(finding.rule.rawValue)), ("group", .whole(finding.group.map { $0 + 1 })),
      ("charge", charge(finding.charge)), ("sentence", .text(finding.sentence)),
    ])
  }

  private static func charge(_ charge: Charge) -> JSONValue {
    switch charge {
    case .must: .text("must")
    case .minutes(let minutes): .whole(minutes)
    }
  }

  private static func value(_ visit: VisitCost) -> JSONValue {
    .rowMap([
      ("person", .text(visit.visit.person.id.rawValue)),
      ("duty", .text(visit.visit.duty.rawValue)), ("from", .text(visit.visit.from.id.rawValue)),
      ("host", .text(visit.visit.host.id.rawValue)), ("roundTrip", .whole(visit.roundTrip)),
      ("days", .whole(visit.days)), ("costs", PlanJSON.value(visit.costs)),
    ])
  }

  private static func value(_ question: ReviewQuestion) -> JSONValue {
    switch question {
    case .otherGroup(let schools): .rowMap([("otherGroupThan", .texts(schools.map(\.rawValue)))])
    case .noRest(let school): .rowMap([("noRest", .text(school.rawValue))])
    case .together(let one, let other):
      .rowMap([("together", .texts([one.rawValue, other.rawValue]))])
    case .seat(let person, let duty, let host):
      .rowMap([
        ("person", .text(person.rawValue)), ("duty", .text(duty.rawValue)),
        ("host", .text(host.rawValue)),
      ])
    case .champions(let host): .rowMap([("allChampionsAt", .text(host.rawValue))])
    }
  }

  // MARK: Replies

  private static func reply(
    _ reply: Explanation.Reply, _ explanation: Explanation
  ) -> JSONValue {
    switch reply {
    case .alreadySo: .rowMap([("answer", .text("already-so"))])
    case .barred(let barriers):
      .map([("answer", .text("barred")), ("by", .list(barriers.map(value)))])
    case .planned(let plan):
      .map([
        ("answer", .text(plan.status.rawValue)), ("cost", .whole(plan.cost)),
        ("bound", .whole(plan.bound)),
        ("againstGiven", explanation.againstGiven.map(value) ?? .null),
        ("againstBest", explanation.againstBest.map(value) ?? .null),
        ("bestCost", .whole(explanation.best?.cost)),
        ("bestBound", .whole(explanation.best?.bound)),
        ("bestStatus", .optional(explanation.best?.status.rawValue)),
        ("changes", explanation.changes.map(value) ?? .null),
        ("fewestChanges", .truth(explanation.hasFewestChanges)),
        (
          "groups",
          .list((explanation.asked?.groups ?? []).map { .texts($0.schools.map(\.rawValue)) })
        ),
        ("reasons", .list(plan.reasons.map(PlanJSON.value))),
        ("notes", .list(plan.notes.map { .text($0) })),
      ])
    }
  }

  private static func value(_ barrier: Barrier) -> JSONValue {
    .rowMap([
      ("rule", .text(barrier.rule.rawValue)), ("sentence", .text(barrier.sentence)),
      ("position", .optional(barrier.position?.description)),
    ])
  }

  static func value(_ difference: CostDifference) -> JSONValue {
    .rowMap([
      ("minutes", .whole(difference.minutes)), ("proven", .truth(difference.isProven)),
      ("least", .whole(difference.least)), ("most", .whole(difference.most)),
      ("byRule", PlanJSON.value(difference.byRule)),
    ])
  }

  private static func value(_ changes: TermMoves) -> JSONValue {
    .map([
      (
        "schools",
        .list(
          changes.schools.map { move in
            .rowMap([
              ("school", .text(move.school.rawValue)), ("before", companions(move.before)),
              ("after", companions(move.after)),
            ])
          })
      ),
      (
        "people",
        .list(
          changes.people.map { move in
            .rowMap([
              ("person", .text(move.person.rawValue)),
              ("gains", .row(move.gained.map(value))), ("losses", .row(move.lost.map(value))),
            ])
          })
      ),
    ])
  }

  private static func companions(_ place: TermMoves.Place) -> JSONValue {
    if case .with(let others) = place { .texts(others.map(\.rawValue)) } else { .texts([]) }
  }

  private static func value(_ task: TermMoves.Task) -> JSONValue {
    .rowMap([("host", .text(task.host.rawValue)), ("duty", .text(task.duty.rawValue))])
  }
}
