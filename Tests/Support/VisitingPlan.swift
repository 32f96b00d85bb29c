import TrefoilModel

extension Plan {
  /// A plan of one term without champions and days, in which every principal of a group reviews at all
  /// other schools of it; for schools whose principals no file names.
  public static func visitingAll(
    in groups: [[String]], cost: Int? = nil, bound: Int? = nil
  ) -> Plan {
    let made = groups.map { group in
      Group(
        schools: group.map { SchoolID($0) },
        reviews: group.map { host in
          let team = group.filter { $0 != host }.map { PersonID("\($0)-principal") }
          return Review(host: SchoolID(host), reviewers: team, champions: [], lead: team[0])
        }, costs: nil)
    }
    return Plan(
      trust: "T", status: .feasible, cost: cost, bound: bound, seed: 1,
      terms: [TermPlan(term: "This term", groups: made, costs: nil, calendar: nil)], notes: [])
  }
}
