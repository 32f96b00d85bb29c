import TrefoilModel
import TrefoilSolver

/// Plans where each network meets, and who meets with whom.
///
/// Networks do not touch one another; each is one choice of venues and groups. Where the worst journey
/// is to be short, the fewest absent go first, then the length of the longest journey, then the cost.
public struct NetworkPlanner: Sendable {
  public struct Outcome: Sendable {
    /// In the order of the file.
    public var plans: [NetworkPlan]
    /// Person-minutes of all networks.
    public var cost: Int
    /// No plans cost less, of those whose longest journeys are as short where that is the aim; nil when
    /// nothing is known.
    public var bound: Int?
    public var notes: [String]
  }

  private let facts: NetworkFacts
  private let options: PlanningOptions

  public init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) {
    facts = NetworkFacts(TrustFacts(scenario))
    self.options = options
  }

  /// Makes the plans. The same scenario and effort give the same plans, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` when a plan does not stand up to its own verification, which only a
  ///   fault in this library can cause.
  public func plan(
    stop: StopSignal = StopSignal(), progress: (SearchProgress) -> Void = { _ in }
  ) throws(PlanningError) -> Outcome {
    var outcome = Outcome(plans: [], cost: 0, bound: 0, notes: [])
    for network in facts.networks {
      let search = NetworkSearch(
        network: network, facts: facts, effort: options.effort, stop: stop)
      var found: NetworkSearch.Found
      switch network.aim {
      case .total: found = search.best(.cost, progress: progress)
      case .worst:
        let (best, isProven) = leastWorst(search, progress)
        found = best
        if !isProven {
          outcome.notes.append(
            "\(network.name): it is not proven that the longest journey could not be shorter.")
        }
      }
      let plan = try checked(&found, network)
      outcome.notes += notes(of: plan, network, found, search, progress)
      outcome.plans.append(plan)
      outcome.cost += found.cost ?? 0
      outcome.bound = outcome.bound.flatMap { sum in found.bound.map { sum + $0 } }
    }
    return outcome
  }

  /// The cheapest plan of those with the shortest longest journey, of those with the fewest absent; the
  /// bound is nil where one of the two is not proven.
  private func leastWorst(
    _ search: NetworkSearch, _ progress: (SearchProgress) -> Void
  ) -> (NetworkSearch.Found, isProven: Bool) {
    let fewest = search.best(.absent, progress: progress)
    guard let absent = fewest.cost else { return (fewest, false) }
    var isProven = fewest.isProven
    let lengths = search.lengths
    // The places of the longest lengths that are known not to do, and to do.
    var (below, above) = (-1, lengths.count - 1)
    var shortest = fewest
    while above - below > 1 {
      let middle = (below + above) / 2
      let found = search.best(
        .absent, longest: lengths[middle], mostAbsent: absent, progress: progress)
      if found.plan != nil {
        (above, shortest) = (middle, found)
        continue
      }
      if found.bound.map({ $0 <= absent }) ?? true { isProven = false }
      below = middle
    }
    let longest = lengths.indices.contains(above) ? lengths[above] : nil
    var best = search.best(.cost, longest: longest, mostAbsent: absent, progress: progress)
    if best.plan == nil { best = NetworkSearch.Found(plan: shortest.plan, cost: nil, bound: nil) }
    if !isProven { best.bound = nil }
    return (best, isProven)
  }

  /// The plan with its figures, held against the rules.
  private func checked(
    _ found: inout NetworkSearch.Found, _ network: Network
  ) throws(PlanningError) -> NetworkPlan {
    var plan = found.plan ?? NetworkPlan(network: network.id, groups: [])
    let assessment = NetworkAssessment(of: plan, network: network, facts: facts)
    guard assessment.violations.isEmpty, found.cost == nil || found.cost == assessment.cost else {
      throw PlanningError.programme(
        "networks", planned: found.cost, assessed: assessment.cost,
        broken: assessment.violations)
    }
    found.cost = assessment.cost
    plan.absent = assessment.absent
    plan.longest = assessment.longest
    plan.costs = assessment.costs
    for index in plan.groups.indices {
      plan.groups[index].costs = assessment.costs(ofGroup: index)
    }
    return plan
  }

  private func notes(
    of plan: NetworkPlan, _ network: Network, _ found: NetworkSearch.Found,
    _ search: NetworkSearch, _ progress: (SearchProgress) -> Void
  ) -> [String] {
    var notes: [String] = []
    if plan.groups.isEmpty {
      notes.append("\(network.name): nobody meets; \(whyNobodyMeets(found, search, progress))")
    }
    if let size = network.groupSize, network.venues.count == network.groupCount,
      (2 * network.members.count + size) / (2 * size) > network.groupCount
    {
      notes.append(
        "\(network.name): there are fewer venues than groups of \(size) would need, so groups are "
          + "larger.")
    }
    return notes
  }

  /// Whether there is no way to meet, or none that is worth it, in words. What is not proven is not
  /// said.
  private func whyNobodyMeets(
    _ found: NetworkSearch.Found, _ search: NetworkSearch,
    _ progress: (SearchProgress) -> Void
  ) -> String {
    let count = search.network.groupCount
    let fewest = search.best(.absent, progress: progress)
    let isOpen = !found.isProven || fewest.plan?.groups.isEmpty != false && !fewest.isProven
    if isOpen { return "the search ended before it was known whether there is a better way." }
    if fewest.plan?.groups.isEmpty == false {
      return "to meet would cost as much or more than to stay at home (network-absent)."
    }
    return count == 1
      ? "no venue can be reached as the rules ask."
      : "\(count) groups cannot be made as the rules ask. A larger group-size makes fewer."
  }
}
