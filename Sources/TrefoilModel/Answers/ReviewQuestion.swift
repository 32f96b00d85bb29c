/// Something that a plan of reviews does not do, and that somebody asks for.
public enum ReviewQuestion: Sendable, Hashable {
  /// No group is exactly this: what then?
  case otherGroup(than: [SchoolID])
  /// The school rests: what if it did not?
  case noRest(SchoolID)
  /// These two in one group.
  case together(SchoolID, SchoolID)
  /// This person in this duty at the review of a host: as champion, or leading the workshop.
  case seat(PersonID, Duty, host: SchoolID)
  /// All champions that are asked for on the team at this host, which does not rest.
  case champions(host: SchoolID)

  /// The scenario in which what is asked for is a must; all else stands.
  public func asked(of scenario: Scenario) -> Scenario {
    let rules = scenario.rules
    switch self {
    case .otherGroup(let schools):
      let forbid = rules[Forbid.self]
      var setting = forbid.setting
      setting.groups.append(Wish(schools.map(\.rawValue)))
      return scenario.with(rules: rules.with(Forbid(forbid.governed.replacing(base: setting))))
    case .noRest(let school):
      let rest = rules[Rest.self]
      var setting = rest.governed.setting(schools: [school])
      setting.mode = .neverRests
      let exception = Governed.Exception(
        subject: .school(school), setting: setting, reason: "asked for")
      return scenario.with(rules: rules.with(Rest(rest.governed.adding(exception))))
    case .together(let one, let other):
      let together = rules[Together.self]
      let wishes = together.setting + [Wish([one.rawValue, other.rawValue])]
      return scenario.with(rules: rules.with(Together(together.governed.replacing(base: wishes))))
    case .seat(let person, let duty, let host):
      let pin = rules[Pin.self]
      var setting = pin.setting
      setting.seats.append(SeatWish(host: host, person: person, duty: duty))
      return scenario.with(rules: rules.with(Pin(pin.governed.replacing(base: setting))))
    case .champions(let host):
      let champions = rules[Champions.self]
      var setting = champions.governed.setting(schools: [host])
      setting.missing = .must
      let exception = Governed.Exception(
        subject: .school(host), setting: setting, reason: "asked for")
      // A school that rests has no seats.
      return Self.noRest(host).asked(
        of: scenario.with(rules: rules.with(Champions(champions.governed.adding(exception)))))
    }
  }

  /// Whether a plan does it already. O(schools).
  public func holds(in plan: TermPlan, of facts: TrustFacts) -> Bool {
    switch self {
    case .otherGroup(let schools):
      !plan.groups.contains { Set($0.schools) == Set(schools) }
    case .noRest(let school): !plan.resting.contains(school)
    case .together(let one, let other):
      plan.groups.contains { $0.schools.contains(one) && $0.schools.contains(other) }
    case .seat(let person, let duty, let host):
      plan.groups.flatMap(\.reviews).contains { review in
        review.host == host && SeatWish(host: host, person: person, duty: duty).holds(in: review)
      }
    case .champions(let host):
      !facts.scenario.rules[Champions.self].emptySeats(in: plan, of: facts).contains {
        $0.host == host
      }
    }
  }
}
