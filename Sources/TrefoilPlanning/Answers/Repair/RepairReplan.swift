import TrefoilModel

/// The trust as it is planned anew when the published groups cannot stay: every group and duty that is
/// lost has a high price, and what has happened is fixed.
struct RepairReplan {
  /// Minutes for each school whose group is lost, and each duty that somebody did not have: more than any
  /// journey, so that as little as can be changes, and groups before duties.
  private static let school = 20_000
  private static let person = 1_000

  let scenario: Scenario

  init(_ after: TrustFacts, keeping term: TermPlan, _ repair: RepairOptions) {
    let change = Change(
      .init(school: .minutes(Self.school), person: .minutes(Self.person)))
    var pin = after.scenario.rules[Pin.self].setting
    let pinned = Set(pin.groups.map { Set($0.members) })
    for group in term.groups where Self.hasBegun(group, repair) {
      let ids = group.schools.map(\.rawValue)
      guard group.schools.allSatisfy(after.participates), !pinned.contains(Set(ids)) else {
        continue
      }
      pin.groups.append(Wish(ids, reason: "its reviews have begun"))
    }
    scenario = after.scenario.replacing(
      rules: after.scenario.rules.with(change).with(Pin(pin)), published: term)
  }

  /// The trust without the schools of groups that have begun: they go on whatever they break, and nothing
  /// that they break is in the way of the others. What is asked of them is not asked here.
  init(_ after: TrustFacts, besides begun: [Group], of published: TermPlan) {
    let apart = Set(begun.flatMap(\.schools))
    func isOfOthers(_ wish: Wish) -> Bool {
      Set(wish.schools(of: after)).isDisjoint(with: apart)
    }
    let change = Change(
      .init(school: .minutes(Self.school), person: .minutes(Self.person)))
    var pin = after.scenario.rules[Pin.self].setting
    pin.groups.removeAll { !isOfOthers($0) }
    pin.seats.removeAll { apart.contains($0.host) }
    let together = after.scenario.rules[Together.self].setting.filter(isOfOthers)
    var others = published
    others.groups.removeAll { !apart.isDisjoint(with: $0.schools) }
    let term = after.scenario.term
    scenario = after.scenario.with(
      term: Term(name: term.name, dates: term.dates, away: term.away + apart.sorted())
    ).replacing(
      rules: after.scenario.rules.with(change).with(Pin(pin)).with(Together(together)),
      published: others)
  }

  private static func hasBegun(_ group: Group, _ repair: RepairOptions) -> Bool {
    guard let first = repair.freezeBefore else { return false }
    return group.reviews.contains { review in review.dates.first.map { $0 < first } ?? false }
  }
}
