import TrefoilModel

/// Everything in a scenario that may be a reason why one of its terms cannot be planned, in families:
/// one rule, one entry, or the facts of one kind.
///
/// What comes first is blamed first where several reasons can be given: wishes, exceptions, the sizes of
/// groups, rules, then facts. With the sizes named the others need not rule out every other size.
struct RequirementList {
  /// Each family's requirements, those for schools before those for people.
  let families: [[Requirement]]

  var all: [Requirement] { families.flatMap(\.self) }

  /// O(rules x (schools + people)).
  ///
  /// - Parameters:
  ///   - facts: of the term in question.
  ///   - scenario: the whole scenario.
  ///   - asked: what is no part of any reason, since it is what the reasons are asked for.
  init(_ scenario: Scenario, facts: TrustFacts, asked: Set<Requirement> = []) {
    let rules = scenario.rules.rules.compactMap { $0 as? any MustRule }
      .map { Self.requirements(of: $0, facts) }
    let all =
      Self.wishes(of: scenario.rules) + rules.flatMap(\.overrides) + [[.remainder]]
      + rules.map(\.base) + Self.facts(facts)
    families = all.map { $0.filter { !asked.contains($0) } }.filter { !$0.isEmpty }
  }

  private static func wishes(of rules: RuleBook) -> [[Requirement]] {
    func lists(_ key: RuleKey, _ wishes: [Wish]) -> [[Requirement]] {
      wishes.indices.filter { wishes[$0].charge == .must }.map { [.wish(key, $0)] }
    }
    func seats(_ key: RuleKey, _ seats: [SeatWish]) -> [[Requirement]] {
      seats.indices.filter { seats[$0].charge == .must }.map { [.seat(key, $0)] }
    }
    let (pin, forbid) = (rules[Pin.self].setting, rules[Forbid.self].setting)
    return lists(Pin.key, pin.groups) + seats(Pin.key, pin.seats)
      + lists(Together.key, rules[Together.self].setting)
      + lists(Apart.key, rules[Apart.self].setting)
      + lists(Forbid.key, forbid.groups) + seats(Forbid.key, forbid.seats)
  }

  private static func requirements<R: MustRule>(
    of rule: R, _ facts: TrustFacts
  ) -> (overrides: [[Requirement]], base: [Requirement]) {
    // Reviews take their days off people's days out even where they have no dates.
    let isDated = facts.scenario.term.dates != nil
    guard isDated || !R.isAboutDates || R.key == ReviewDays.key, !isIdle(rule, facts) else {
      return ([], [])
    }
    let exceptions = rule.governed.exceptions
    var seen: Set<Subject> = []
    let excepted = exceptions.map(\.subject).filter { seen.insert($0).inserted }
    let overrides = excepted.filter { subject in
      exceptions.contains { $0.subject == subject && R.forbids($0.setting) }
    }.map { [Requirement.override(R.key, $0)] }
    guard R.forbids(rule.setting) else { return (overrides, []) }
    let isNarrowed = R.allowsSchoolExceptions || (R.allowsPersonExceptions && R.isNarrowedToPeople)
    let base =
      isNarrowed
      ? subjects(of: rule, facts).filter { !seen.contains($0) }.map { Requirement.rule(R.key, $0) }
      : [.rule(R.key, nil)]
    return (overrides, base)
  }

  /// Whether the rule has nothing to look at in this trust.
  private static func isIdle<R: MustRule>(_ rule: R, _ facts: TrustFacts) -> Bool {
    switch R.key {
    case Champions.key, WorkshopLead.key, ChampionFromOutside.key: !facts.asksForChampions
    case LinkedBySecondment.key, Repeat.key, Change.key: rule.isSilent(about: facts)
    case Rest.key:
      rule.governed.exceptions.isEmpty
        && facts.participants.allSatisfy { facts.rests($0.id).isEmpty }
    default: false
    }
  }

  /// For whom the rule can be held alone: schools, then people.
  private static func subjects<R: MustRule>(of rule: R, _ facts: TrustFacts) -> [Subject] {
    let capacity = rule as? Capacity
    let people = facts.people.filter { person in
      // That somebody is away is a fact of its own, which leaves the rule nothing to limit.
      capacity.map { $0.limit(of: person) != nil && !($0.setting.duties == nil && person.isAway) }
        ?? true
    }
    return (R.allowsSchoolExceptions ? facts.scenario.schools.map { .school($0.id) } : [])
      + (R.allowsPersonExceptions && R.isNarrowedToPeople ? people.map { .person($0.id) } : [])
  }

  private static func facts(_ facts: TrustFacts) -> [[Requirement]] {
    let scenario = facts.scenario
    let conflicts =
      scenario.rules[Conflict.self].setting == .must
      ? scenario.people.flatMap { person in
        person.conflicts.map { Requirement.conflict(person.id, $0) }
      } : []
    let away = scenario.people.filter(\.isAway).map { Requirement.away($0.id) }
    guard let dates = scenario.term.dates else { return [away, conflicts] }
    let absences = scenario.people.filter {
      !$0.isAway && (!$0.unavailable.isEmpty || $0.nonWorking != [])
    }
    let closures = scenario.schools.filter { !$0.closed.isEmpty }
    return [
      dates.reviews == dates.days ? [] : [.window], dates.closed.isEmpty ? [] : [.closedTerm],
      closures.map { .closure($0.id) }, absences.map { .absence($0.id) }, away,
      conflicts,
    ]
  }
}
