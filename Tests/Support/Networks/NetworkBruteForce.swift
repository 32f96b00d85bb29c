import TrefoilModel

/// The best plan of the one network of a small scenario, by trying every choice of venues and every
/// member at each of them and at none; what holds and what it costs is asked of
/// ``NetworkAssessment`` alone.
public enum NetworkBruteForce {
  /// What a plan is judged by, first things first.
  public struct Merit: Comparable, CustomStringConvertible {
    /// Without the aim of a short worst journey nothing but the cost.
    public let figures: [Int]

    public init(_ plan: NetworkPlan, _ cost: Int, _ scenario: Scenario) {
      let isWorst = scenario.networks.first?.aim == .worst
      figures = (isWorst ? [plan.absent.count, plan.longest ?? 0] : []) + [cost]
    }

    public static func < (left: Merit, right: Merit) -> Bool {
      left.figures.lexicographicallyPrecedes(right.figures)
    }

    public var description: String { "\(figures)" }
  }

  /// The least merit of all; nobody has to meet, so there is one.
  public static func best(of scenario: Scenario) -> Merit {
    let facts = NetworkFacts(TrustFacts(scenario))
    let network = scenario.networks[0]
    var best: Merit?
    func judge(_ groups: [NetworkGroup]) {
      var plan = NetworkPlan(network: network.id, groups: groups)
      let assessment = NetworkAssessment(of: plan, network: network, facts: facts)
      guard assessment.violations.isEmpty else { return }
      plan.absent = assessment.absent
      plan.longest = assessment.longest
      let merit = Merit(plan, assessment.cost, scenario)
      best = best.map { min($0, merit) } ?? merit
    }
    func place(_ member: Int, _ groups: [NetworkGroup]) {
      if member == network.members.count { return judge(groups) }
      place(member + 1, groups)
      for index in groups.indices {
        var more = groups
        more[index].schools.append(network.members[member])
        place(member + 1, more)
      }
    }
    judge([])
    for venues in subsets(of: network.venues, size: network.groupCount) {
      place(0, venues.map { NetworkGroup(venue: $0, schools: []) })
    }
    return best ?? Merit(NetworkPlan(network: network.id, groups: []), .max, scenario)
  }

  private static func subsets(of schools: [SchoolID], size: Int) -> [[SchoolID]] {
    if size == 0 { return [[]] }
    guard let first = schools.first else { return [] }
    let rest = Array(schools.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}
