import TrefoilModel

/// The trust as it is planned anew when the published groups cannot stay: every group and duty that is
/// lost has a high price, and what has happened is fixed.
struct RepairReplan {
  /// Minutes for each school whose group is lost, and each duty that somebody did not have: more than any
  /// journey, so that as little as can be changes, and groups before duties.
  private static let change = Change(.init(school: .minutes(20_000), person: .minutes(1_000)))

  let scenario: Scenario

  /// All schools, those of groups that have begun as they are in them.
  init(_ after: TrustFacts, keeping course: RepairCourse) {
    var pin = after.scenario.rules[Pin.self].setting
    let pinned = Set(pin.groups.map { Set($0.members) })
    for group in course.begun {
      let ids = group.schools.map(\.rawValue)
      if pinned.contains(Set(ids)) { continue }
      pin.groups.append(Wish(ids, reason: "its reviews have begun"))
    }
    scenario = Self.priced(after.scenario, published: course.term, pin)
  }

  /// The trust without the schools of groups that have begun: they go on whatever they break, and nothing
  /// that they break is in the way of the others. What is asked of them is not asked here.
  ///
  /// - Parameter sizes: how the others are grouped.
  init(_ after: TrustFacts, besides course: RepairCourse, by sizes: Remainder.Setting) {
    let apart = Set(course.begun.flatMap(\.schools))
    func isOfOthers(_ wish: Wish) -> Bool {
      Set(wish.schools(of: after)).isDisjoint(with: apart)
    }
    var pin = after.scenario.rules[Pin.self].setting
    pin.groups.removeAll { !isOfOthers($0) }
    pin.seats.removeAll { apart.contains($0.host) }
    let together = after.scenario.rules[Together.self].setting.filter(isOfOthers)
    var others = course.term
    others.groups.removeAll { !apart.isDisjoint(with: $0.schools) }
    let term = after.scenario.term
    let rest = after.scenario.with(
      term: Term(name: term.name, dates: term.dates, away: term.away + apart.sorted()),
      rules: after.scenario.rules.with(Together(together)).with(Remainder(sizes)))
    scenario = Self.priced(rest, published: others, pin)
  }

  private static func priced(
    _ scenario: Scenario, published: TermPlan, _ pin: Pin.Setting
  ) -> Scenario {
    scenario.replacing(rules: scenario.rules.with(change).with(Pin(pin)), published: published)
  }
}
