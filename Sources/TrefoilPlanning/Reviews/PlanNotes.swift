import TrefoilModel

/// What a reader of a plan should know about its making.
struct PlanNotes {
  private let facts: TrustFacts

  init(_ facts: TrustFacts) {
    self.facts = facts
  }

  /// Notes that hold with or without a plan.
  var sentences: [String] {
    people + travel + dates + published + exceptions + wishes + facts.scenario.changes
  }

  func sentences(for plan: TermPlan) -> [String] {
    let resting = plan.resting.map { "\(facts.name($0)) rests this term." }
    return sentences + resting + emptySeats(in: plan)
  }

  /// Reviews with fewer champions than are asked for; a must that is broken is told as such elsewhere.
  private func emptySeats(in plan: TermPlan) -> [String] {
    let rule = facts.scenario.rules[Champions.self]
    let empty = rule.emptySeats(in: plan, of: facts).filter { seat in
      rule.governed.setting(schools: [seat.host]).missing != .must
    }
    if empty.isEmpty { return [] }
    let names = empty.map { facts.name($0.host) }.joined(separator: ", ")
    return [
      "A champion is missing on the team at \(names). 'trefoil explain --why-no-champion' says why."
    ]
  }

  private var people: [String] {
    var notes: [String] = []
    let supplied = facts.suppliedPrincipals.count
    if !facts.scenario.namesPeople {
      notes.append(
        "There is no people.csv: every school has a principal of its own, and no champions are "
          + "asked for.")
    } else {
      if supplied > 0 {
        notes.append(
          "people.csv names no principal for \(supplied) of \(facts.scenario.schools.count) "
            + "schools; each has one of its own, with the id SCHOOL-principal.")
      }
      if !facts.asksForChampions {
        notes.append("people.csv names no champions, so none are asked for and no workshops led.")
      }
    }
    return notes + workshops
  }

  /// Hosts whose workshop lead need not come from another school after all.
  private var workshops: [String] {
    let rule = facts.scenario.rules[WorkshopLead.self]
    let hosts = facts.participants.filter { host in
      rule.governed.setting(schools: [host.id]).from == .otherSchool
        && rule.wanted(at: host.id, facts: facts)?.from == .offTeam
    }
    if hosts.isEmpty { return [] }
    return [
      "With \(facts.participants.count) schools taking part no workshop lead at "
        + "\(hosts.map(\.name).joined(separator: ", ")) can come from a school outside the team; "
        + "there the lead is a champion who was not on it."
    ]
  }

  /// Whether a table of journeys leaves some to the model.
  private var travel: [String] {
    guard !facts.scenario.travel.minutes.isEmpty else { return [] }
    var modelled = 0
    let schools = facts.participants
    for one in schools {
      for other in schools where one.id != other.id && !facts.isMeasured(from: one, to: other) {
        modelled += 1
      }
    }
    if modelled == 0 { return [] }
    let all = schools.count * (schools.count - 1)
    return [
      "\(all - modelled) of \(all) journeys are as given in travel.csv; the others come from the "
        + "model of distances."
    ]
  }

  private var dates: [String] {
    facts.scenario.term.dates == nil
      ? ["The term has no dates in scenario.yaml, so none are set: give term: starts and ends."]
      : []
  }

  private var published: [String] {
    facts.scenario.published != nil && !facts.scenario.rules[Change.self].isOn
      ? [
        "A published plan is given, and the rule 'change' is off: differing from it costs nothing."
      ]
      : []
  }

  private var exceptions: [String] {
    facts.scenario.rules.rules.flatMap { Self.exceptions(from: $0, facts) }
  }

  /// The reasons given for keeping schools and people together, apart, or in a fixed group.
  private var wishes: [String] {
    let rules = facts.scenario.rules
    let lists: [(RuleKey, [Wish])] = [
      (Apart.key, rules[Apart.self].setting), (Together.key, rules[Together.self].setting),
      (Pin.key, rules[Pin.self].setting.groups), (Forbid.key, rules[Forbid.self].setting.groups),
    ]
    return lists.flatMap { key, wishes in
      wishes.compactMap { wish in
        wish.reason.map { "\(key): \(wish.members.joined(separator: ", ")) (\($0))." }
      }
    }
  }

  private static func exceptions<R: Rule>(from rule: R, _ facts: TrustFacts) -> [String] {
    // Files give a reason for each; what best effort grants has none, and is told as broken.
    rule.governed.exceptions.filter { !$0.reason.isEmpty }.map { exception in
      let who =
        switch exception.subject {
        case .school(let id): facts.name(id)
        case .person(let id): facts.name(id)
        }
      return "\(who) has an exception from \(R.key): \(R.write(exception.setting)) "
        + "(\(exception.reason))."
    }
  }
}
