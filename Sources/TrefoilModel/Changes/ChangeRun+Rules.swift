extension ChangeRun {
  mutating func makeForRules(_ change: ScenarioChange) {
    let place = change.position
    switch change.kind {
    case .setRule(let key, let value):
      guard rule(key, at: place) != nil, isFirst("the rule \(key)", at: place) else { return }
      faults += scenario.rules.set(key, from: value)
      scenario.sources.rules[key] = ScenarioSources.Entry(
        text: "\(key): \(setting(of: key))", position: place)
      note("the rule \(key) is \(setting(of: key))", change)
      checkPublished(key, at: place)
    case .override(let subject, let key, let value):
      grant(key, to: subject, value, because: change)
    case .pin(let wish):
      let old = scenario.rules[Pin.self].setting
      scenario.rules = scenario.rules.with(Pin(old.adding(wish, because: change)))
      noteSeats(wish, change) { "\($0) is pinned as \($1) at \($2)" }
    case .forbid(let wish):
      let old = scenario.rules[Forbid.self].setting
      scenario.rules = scenario.rules.with(Forbid(old.adding(wish, because: change)))
      noteSeats(wish, change) { "\($0) is not to be \($1) at \($2)" }
    case .keepApart(let wish):
      let old = scenario.rules[Apart.self].setting
      scenario.rules = scenario.rules.with(Apart(old + [wish.because(change)]))
    case .together(let wish):
      let old = scenario.rules[Together.self].setting
      scenario.rules = scenario.rules.with(Together(old + [wish.because(change)]))
    default: return
    }
  }

  private mutating func rule(_ key: RuleKey, at place: SourcePosition) -> (any Rule.Type)? {
    if let rule = RuleCatalogue.rule(named: key.rawValue) { return rule }
    faults.append(RuleCatalogue.unknown(key.rawValue, at: place))
    return nil
  }

  private mutating func grant(
    _ key: RuleKey, to subject: Subject, _ value: SettingNode, because change: ScenarioChange
  ) {
    let place = change.position
    let isKnown =
      switch subject {
      case .school(let id): school(id, at: place) != nil
      case .person(let id): person(id, at: place) != nil
      }
    guard let rule = rule(key, at: place), isKnown else { return }
    if let refusal = RuleCatalogue.refusal(of: rule, to: subject, at: place) {
      faults.append(refusal)
      return
    }
    guard isFirst("the exception of \(subject.id) from \(key)", at: place) else { return }
    scenario.rules.revoke(key, from: subject)
    faults += scenario.rules.grant(key, to: subject, value: value, reason: change.reason)
    scenario.sources.overrides[key, default: [:]][subject] = ScenarioSources.Entry(
      text: "override of \(key) for \(subject.id): \(value.written)", position: place)
    checkPublished(key, at: place)
  }

  private mutating func checkPublished(_ key: RuleKey, at place: SourcePosition) {
    if key == Change.key, scenario.published == nil, scenario.rules[Change.self].isOn {
      faults.append(Change.unpublished(at: place))
    }
  }

  /// The setting as it is now, as a file would write it.
  private func setting(of key: RuleKey) -> String {
    func written<R: Rule>(_ rule: R) -> String { R.write(rule.setting) }
    return scenario.rules.rules.first { type(of: $0).key == key }.map { written($0) } ?? ""
  }

  /// Notes the reason of each seat; that of a group is noted with the group.
  private mutating func noteSeats(
    _ wish: GroupsAndSeats, _ change: ScenarioChange,
    _ words: (String, String, String) -> String
  ) {
    let facts = TrustFacts(scenario)
    for seat in wish.seats {
      note(words(facts.name(seat.person), seat.duty.words, facts.name(seat.host)), change)
    }
  }
}

extension GroupsAndSeats {
  fileprivate func adding(
    _ other: GroupsAndSeats, because change: ScenarioChange
  ) -> GroupsAndSeats {
    GroupsAndSeats(
      groups: groups + other.groups.map { $0.because(change) }, seats: seats + other.seats)
  }
}

extension Wish {
  /// The same wish with the reason of a change, and its place where it has none of its own.
  fileprivate func because(_ change: ScenarioChange) -> Wish {
    Wish(members, charge: charge, reason: change.reason, position: position ?? change.position)
  }
}
