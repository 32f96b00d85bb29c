import TrefoilModel

/// Reads and writes `plan.json`, the published form of a plan.
///
/// ``PlanSchema`` describes it. Keys stand in the order of the schema, rules in the order of the
/// alphabet, so that equal plans are equal files.
public enum PlanJSON {
  /// The bytes of a plan: UTF-8, two spaces of indentation, LF at the end of each line.
  ///
  /// No clock time, duration or machine is in it. Linear in the size of the plan.
  public static func write(_ plan: Plan) -> [UInt8] {
    var members: [(String, JSONValue)] = [
      ("trefoil", .whole(Plan.formatVersion)), ("trust", .text(plan.trust)),
      ("status", .text(plan.status.rawValue)), ("cost", .whole(plan.cost)),
      ("bound", .whole(plan.bound)), ("gap", plan.gap.map { .number(digits($0)) } ?? .null),
      ("seed", .number("\(plan.seed)")), ("terms", .list(plan.terms.map(value))),
    ]
    // A trust without openings reads nothing of secondments.
    if !plan.secondments.isEmpty || !plan.unfilled.isEmpty || plan.secondmentCosts != nil {
      members += [
        ("secondments", .list(plan.secondments.map(value))),
        ("unfilled", .list(plan.unfilled.map(value))),
        ("secondmentCosts", value(plan.secondmentCosts)),
      ]
      if let worstOff = plan.secondmentWorstOff {
        members.append(("secondmentWorstOff", value(worstOff)))
      }
    }
    if let coaching = plan.coaching { members.append(("coaching", value(coaching))) }
    if let advocates = plan.advocates { members.append(("advocates", value(advocates))) }
    if let networks = plan.networks {
      members.append(("networks", .list(networks.map { value($0) })))
    }
    if !plan.reasons.isEmpty { members.append(("reasons", .list(plan.reasons.map { value($0) }))) }
    if !plan.broken.isEmpty { members.append(("broken", .list(plan.broken.map { value($0) }))) }
    members.append(("notes", .list(plan.notes.map { .text($0) })))
    return JSONWriter.bytes(.map(members))
  }

  /// The plan that the bytes of a file hold.
  ///
  /// Keys that a person writing by hand may leave out, and what they then mean, are in the schema;
  /// unknown keys are faults, since they are mostly misspelt ones.
  ///
  /// - Parameter file: the name by which faults call the file.
  /// - Throws: `Faults`, all there are, or the first where the text is no JSON.
  public static func read(_ bytes: [UInt8], file: String) throws -> Plan {
    let root: JSONNode
    do {
      root = try JSONScanner.read(bytes, file: file)
    } catch {
      throw Faults([error])
    }
    var reader = PlanReader()
    let plan = reader.plan(root)
    if !reader.faults.isEmpty { throw Faults(reader.faults) }
    return plan
  }

  static func value(_ term: TermPlan) -> JSONValue {
    let members: [(String, JSONValue)] = [
      ("term", .text(term.term)), ("groups", .list(term.groups.map(value))),
      ("resting", .texts(term.resting.map(\.rawValue))), ("costs", value(term.costs)),
      ("calendar", value(term.calendar)),
    ]
    return .map(members + (term.worstOff.map { [("worstOff", value($0))] } ?? []))
  }

  private static func value(_ group: Group) -> JSONValue {
    .map([
      ("schools", .texts(group.schools.map(\.rawValue))),
      ("reviews", .list(group.reviews.map(value))), ("costs", value(group.costs)),
    ])
  }

  private static func value(_ review: Review) -> JSONValue {
    .map([
      ("host", .text(review.host.rawValue)),
      ("reviewers", .texts(review.reviewers.map(\.rawValue))),
      ("champions", .texts(review.champions.map(\.rawValue))),
      ("lead", .text(review.lead.rawValue)),
      ("workshopLead", .optional(review.workshopLead?.rawValue)),
      ("dates", .texts(review.dates.map(\.description))),
      ("workshopDate", .optional(review.workshopDate?.description)),
      ("dataDue", .optional(review.dataDue?.description)),
    ])
  }

  private static func value(_ secondment: Secondment) -> JSONValue {
    .map([
      ("person", .text(secondment.person.rawValue)),
      ("opening", .text(secondment.opening.rawValue)), ("from", .text(secondment.from.rawValue)),
      ("to", .text(secondment.to.rawValue)), ("days", .whole(secondment.days)),
      ("firstTerm", .text(secondment.firstTerm)), ("terms", .whole(secondment.terms)),
      ("coveredBy", .optional(secondment.coveredBy?.rawValue)), ("costs", value(secondment.costs)),
    ])
  }

  private static func value(_ unfilled: UnfilledOpening) -> JSONValue {
    .map([
      ("opening", .text(unfilled.opening.rawValue)), ("days", .whole(unfilled.days)),
      ("reasons", .list(unfilled.reasons.map { .text($0) })),
      ("remedies", .list(unfilled.remedies.map { .text($0) })),
    ])
  }

  private static func value(_ coaching: CoachingPlan) -> JSONValue {
    let members: [(String, JSONValue)] = [
      ("pairs", .list(coaching.pairs.map(value))),
      ("uncoached", .list(coaching.uncoached.map(value))), ("costs", value(coaching.costs)),
      ("costOfStability", .whole(coaching.costOfStability)),
    ]
    return .map(members + (coaching.worstOff.map { [("worstOff", value($0))] } ?? []))
  }

  private static func value(_ pair: CoachingPair) -> JSONValue {
    .map([
      ("coach", .text(pair.coach.rawValue)), ("coachee", .text(pair.coachee.rawValue)),
      ("topic", .text(pair.topic)), ("costs", value(pair.costs)),
    ])
  }

  private static func value(_ uncoached: UncoachedPerson) -> JSONValue {
    .map([
      ("person", .text(uncoached.person.rawValue)),
      ("reasons", .list(uncoached.reasons.map { .text($0) })),
    ])
  }

  static func value(_ costs: [RuleKey: Int]?) -> JSONValue {
    guard let costs else { return .null }
    return .rowMap(costs.sorted { $0.key < $1.key }.map { ($0.key.rawValue, .whole($0.value)) })
  }

  /// A share rounded to six decimals, without trailing zeros.
  static func digits(_ share: Double) -> String {
    let millionths = (share * 1_000_000).rounded()
    guard millionths.magnitude < 1e15 else { return "\(share)" }
    let (whole, rest) = Int(millionths.magnitude).quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    var decimals = "\(1_000_000 + rest)".dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
