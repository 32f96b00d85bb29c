import TrefoilModel
import TrefoilSolver

/// The best plans of one network: at least cost, or with the fewest absent.
struct NetworkSearch {
  /// What one search found.
  struct Found: Sendable {
    var plan: NetworkPlan?
    /// Of what was made small; nil without a plan.
    var cost: Int?
    /// Nothing less is possible; `Int.max` where nothing is possible at all, nil when nothing is known.
    var bound: Int?
    var isProven: Bool { bound != nil && (cost == bound || (plan == nil && bound == .max)) }
  }

  let network: Network
  let facts: NetworkFacts
  let effort: Effort
  let stop: StopSignal

  /// How sizes may be held, each a search of its own, with how many members are absent at least in any
  /// plan of it and of those after it, and of none before.
  ///
  /// Groups whose sizes differ by at most one are all of some size, or one more. Where all are
  /// present that is as even as can be; every smaller size leaves somebody out.
  private var sizings: [(sizes: NetworkCompiler.Sizes, absent: Int)] {
    let count = network.groupCount
    guard count > 1, let charge = facts.trust.scenario.rules[NetworkSize.self].setting else {
      return [(.free, 0)]
    }
    if case .minutes(let minutes) = charge { return [(.charged(minutes), 0)] }
    let members = network.members.count
    let highest = max(1, members / count)
    return (1...highest).reversed().map { level in
      let absent = level == highest ? 0 : members - count * (level + 1) + 1
      return (.level(level), absent)
    }
  }

  /// The best plan in which no journey is longer one way, and no more members are absent.
  func best(
    _ goal: NetworkCompiler.Goal, longest: Int? = nil, mostAbsent: Int? = nil,
    progress: (SearchProgress) -> Void
  ) -> Found {
    let price = goal == .absent ? 1 : facts.trust.scenario.rules[NetworkAbsent.self].setting
    // Whether a length will do is asked again and again, so each time more briefly.
    let effort = goal == .absent ? Effort(level: effort.level / 10) : effort
    var best = Found(plan: nil, cost: nil, bound: .max)
    for (sizes, absent) in sizings {
      if let mostAbsent, absent > mostAbsent { break }
      if let cost = best.cost, price * absent >= cost { break }
      let compiler = NetworkCompiler(
        network, facts, sizes: sizes, goal: goal, longest: longest, mostAbsent: mostAbsent)
      let outcome = SelectionSolver(compiler.problem, effort: effort)
        .solve(from: compiler.start, stop: stop, progress: progress)
      if let cost = outcome.cost, let values = outcome.values, cost < best.cost ?? .max {
        best.cost = cost
        best.plan = plan(values, compiler)
      }
      best.bound = best.bound.flatMap { one in outcome.bound.map { min(one, $0) } }
    }
    return best
  }

  /// What the choice says, in the order of venues and members.
  private func plan(_ values: [Int], _ compiler: NetworkCompiler) -> NetworkPlan {
    var schools: [Int: [Int]] = [:]
    for (column, value) in values.enumerated() where value > 0 {
      if let venue = compiler.venueOfColumn[column] { schools[venue, default: []] += [] }
      guard let (member, venue) = compiler.attendanceOfColumn[column] else { continue }
      schools[venue, default: []].append(member)
    }
    let groups = schools.sorted { $0.key < $1.key }.map { venue, members in
      NetworkGroup(
        venue: compiler.venues[venue].id, schools: members.sorted().map { compiler.members[$0].id })
    }
    return NetworkPlan(network: network.id, groups: groups)
  }

  /// The lengths that journeys to meetings can have, one way, in minutes, shortest first.
  var lengths: [Int] {
    let venues = network.venues.compactMap { facts.trust.school($0) }
    let members = network.members.compactMap { facts.trust.school($0) }
    return Set(venues.flatMap { venue in members.map { facts.oneWay(of: $0, to: venue) } }).sorted()
  }
}
