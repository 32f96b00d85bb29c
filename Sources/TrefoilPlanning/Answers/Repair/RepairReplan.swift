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

  private static func hasBegun(_ group: Group, _ repair: RepairOptions) -> Bool {
    guard let first = repair.freezeBefore else { return false }
    return group.reviews.contains { review in review.dates.first.map { $0 < first } ?? false }
  }
}
