import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// How fast the meetings of networks, and the advocates, of made-up trusts are proven, and how well.
struct NetworkTable {
  func print(sizes: [Int]) throws {
    Swift.print("schools what            seed     cost    bound   gap %  longest  seconds")
    for schools in sizes {
      for seed in UInt64(1)...3 {
        let trust = SyntheticTrust.make(schools: schools, seed: seed)
        try advocates(of: trust, seed)
        for aim in Network.Aim.allCases {
          for size in [nil, 10] { try network(of: trust, seed, aim, size) }
        }
      }
    }
  }

  private func network(
    of trust: Scenario, _ seed: UInt64, _ aim: Network.Aim, _ size: Int?
  ) throws {
    let members = trust.schools.map(\.id)
    let network = Network(
      id: NetworkID("n"), name: "N", members: members, groupSize: size, meetings: 3,
      past: [PastTurn(school: members[0], termsAgo: 1)], aim: aim)
    let scenario = Scenario(
      trust: trust.trust, schools: trust.schools, travel: trust.travel, networks: [network])
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try NetworkPlanner(scenario).plan()
    row(
      members.count, "\(aim.rawValue), \(size.map { "groups of \($0)" } ?? "all")", seed,
      outcome.cost, outcome.bound, outcome.plans[0].longest, clock.now - start)
  }

  /// One trustee for four schools, each near one of them.
  private func advocates(of trust: Scenario, _ seed: UInt64) throws {
    let trustees = stride(from: 0, to: trust.schools.count, by: 4).map { index in
      let school = trust.schools[index].id
      return Trustee(
        id: TrusteeID("t\(index)"), name: "T", home: .near(school), ties: [school],
        past: trust.schools[index...].prefix(3).enumerated().map {
          PastTurn(school: $1.id, termsAgo: $0 + 1)
        })
    }
    let scenario = Scenario(
      trust: trust.trust, schools: trust.schools, travel: trust.travel, trustees: trustees)
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try AdvocatePlanner(scenario).plan()
    row(
      trust.schools.count, "advocates", seed, outcome.cost, outcome.bound, nil, clock.now - start)
  }

  private func row(
    _ schools: Int, _ what: String, _ seed: UInt64, _ cost: Int, _ bound: Int?, _ longest: Int?,
    _ time: Duration
  ) {
    let gap = bound.map { Double(cost - $0) / Double(max(1, cost)) * 100 }
    let seconds = Double(time / .milliseconds(1)) / 1000
    let cells = [
      column("\(schools)", 7), what.padding(22), column("\(seed)", 4), column("\(cost)", 8),
      column(bound.map(String.init) ?? "none", 8),
      column(gap.map { String(Double(Int($0 * 1000)) / 1000) } ?? "", 7),
      column(longest.map(String.init) ?? "", 8), column("\(seconds)", 8),
    ]
    Swift.print(cells.joined(separator: " "))
  }

  private func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
