import TrefoilModel

/// A scenario with what a ``Relaxation`` takes from it, or eases.
package struct RelaxedScenario {
  private let scenario: Scenario
  private let term: Int
  /// Of the term as it was written.
  private let facts: TrustFacts
  private let relaxation: Relaxation
  /// What each wish that is dropped costs where it is not kept.
  private let wishCharge: Charge

  package init(
    _ scenario: Scenario, term: Int, facts: TrustFacts, _ relaxation: Relaxation,
    wishCharge: Charge = .minutes(0)
  ) {
    self.scenario = scenario
    self.term = term
    self.facts = facts
    self.relaxation = relaxation
    self.wishCharge = wishCharge
  }

  /// The scenarios that stand for the relaxed one, which can be planned if one of them can: several
  /// only where groups may have any of the sizes that the rule `remainder` knows.
  package var scenarios: [Scenario] {
    let one = relaxed
    guard relaxation.dropped.contains(.remainder) else { return [one] }
    let own = one.rules[Remainder.self].setting
    return ([own] + Remainder.Setting.allCases.filter { $0 != own }).map {
      one.with(rules: one.rules.with(Remainder($0)))
    }
  }

  private var relaxed: Scenario {
    var rules = scenario.rules
    for rule in scenario.rules.rules.compactMap({ $0 as? any MustRule }) {
      rules = rules.with(relaxed(rule))
    }
    rules = wishes(in: rules)
    if case .sizes(let setting) = relaxation.eased[.remainder] {
      rules = rules.with(Remainder(setting))
    }
    for school in relaxation.resting.sorted() {
      let out = Rest.Setting(again: rules[Rest.self].setting.again, mode: .sitsOut)
      rules = rules.with(
        Rest(
          rules[Rest.self].governed.adding(
            .init(subject: .school(school), setting: out, reason: ""))))
    }
    let days = FreedDays(scenario, term: term, facts: facts, relaxation)
    return scenario.with(
      term: term == 0 ? days.term : nil, later: term > 0 ? days.later : nil,
      schools: days.schools, people: acting(days.people), rules: rules)
  }

  /// In the order of the file, so that who acts for several does so in one way.
  private func acting(_ people: [Person]) -> [Person] {
    scenario.people.reduce(people) { people, person in
      guard case .acting(let acting) = relaxation.eased[.away(person.id)] else { return people }
      return people.handingOver(person.id, to: acting)
    }
  }

  // MARK: Rules

  private func relaxed<R: MustRule>(_ rule: R) -> any Rule {
    var governed = rule.governed
    for (index, exception) in rule.governed.exceptions.enumerated() {
      let requirement = Requirement.override(R.key, exception.subject)
      if relaxation.dropped.contains(requirement) {
        governed = governed.replacing(exception: index, with: R.slack(of: exception.setting))
      } else if let eased = setting(R.self, requirement, exception.setting) {
        governed = governed.replacing(exception: index, with: eased)
      }
    }
    let forAll = Requirement.rule(R.key, nil)
    if relaxation.dropped.contains(forAll) {
      return R(governed.replacing(base: R.slack(of: rule.setting)))
    }
    if let eased = setting(R.self, forAll, rule.setting) {
      governed = governed.replacing(base: eased)
    }
    return R(narrowed(governed, rule))
  }

  /// The rule held for those for whom it is not dropped, with what is granted to single ones.
  private func narrowed<R: MustRule>(
    _ governed: Governed<R.Setting>, _ rule: R
  ) -> Governed<R.Setting> {
    let own = Set(rule.governed.exceptions.map(\.subject))
    let subjects = Self.subjects(of: R.self, facts).filter { !own.contains($0) }
    func isIn(_ set: Set<Requirement>, _ subject: Subject) -> Bool {
      set.contains(.rule(R.key, subject))
    }
    var narrowed = governed
    let granted = subjects.compactMap { subject -> (Subject, R.Setting)? in
      if isIn(relaxation.freed, subject) { return (subject, R.slack(of: rule.setting)) }
      return setting(R.self, .rule(R.key, subject), rule.setting).map { (subject, $0) }
    }
    for (subject, setting) in granted.reversed() {
      narrowed = narrowed.prepending(.init(subject: subject, setting: setting, reason: ""))
    }
    guard subjects.contains(where: { isIn(relaxation.dropped, $0) }) else { return narrowed }
    let held = subjects.filter { !isIn(relaxation.dropped, $0) }
    return narrowed.held(for: held, otherwise: R.slack(of: rule.setting))
  }

  private static func subjects<R: MustRule>(of rule: R.Type, _ facts: TrustFacts) -> [Subject] {
    (R.allowsSchoolExceptions ? facts.scenario.schools.map { .school($0.id) } : [])
      + (R.allowsPersonExceptions && R.isNarrowedToPeople
        ? facts.people.map { .person($0.id) } : [])
  }

  /// The milder setting that a step asks for; nil where none is asked for.
  private func setting<R: MustRule>(
    _ rule: R.Type, _ requirement: Requirement, _ setting: R.Setting
  ) -> R.Setting? {
    guard case .setting(let step) = relaxation.eased[requirement] else { return nil }
    let subject: Subject? =
      switch requirement {
      case .rule(_, let subject): subject
      case .override(_, let subject): subject
      default: nil
      }
    let steps = R.easings(of: setting, for: subject, in: facts).flatMap(\.self)
    return steps.indices.contains(step) ? steps[step] : R.slack(of: setting)
  }

  // MARK: Wishes

  /// What is dropped stays in its place and is no must, since places are what wishes are known by, in
  /// other terms too.
  private func wishes(in rules: RuleBook) -> RuleBook {
    func kept(_ key: RuleKey, _ both: GroupsAndSeats) -> GroupsAndSeats {
      GroupsAndSeats(
        groups: kept(key, both.groups),
        seats: both.seats.enumerated().map { place, seat in
          relaxation.dropped.contains(.seat(key, place)) ? seat.charged(wishCharge) : seat
        })
    }
    func kept(_ key: RuleKey, _ wishes: [Wish]) -> [Wish] {
      wishes.enumerated().map { place, wish in
        relaxation.dropped.contains(.wish(key, place)) ? wish.charged(wishCharge) : wish
      }
    }
    return rules.with(Pin(kept(Pin.key, rules[Pin.self].setting)))
      .with(Forbid(kept(Forbid.key, rules[Forbid.self].setting)))
      .with(Together(kept(Together.key, rules[Together.self].setting)))
      .with(Apart(kept(Apart.key, rules[Apart.self].setting)))
  }
}

extension Wish {
  fileprivate func charged(_ charge: Charge) -> Wish {
    Wish(members, charge: charge, reason: nil, position: position)
  }
}

extension SeatWish {
  fileprivate func charged(_ charge: Charge) -> SeatWish {
    SeatWish(host: host, person: person, duty: duty, charge: charge, position: position)
  }
}
