import TrefoilModel
import TrefoilSolver

/// The variants of a sweep in chains, along the setting with most values that only ever tightens, the
/// loosest first: a plan that is proven cheapest may then stand for those after it too.
///
/// What chains there are follows from the scenario and the grid alone.
struct SweepChains {
  let chains: [[Int]]

  /// Each variant alone.
  init(single grid: SweepGrid) {
    chains = (0..<grid.count).map { [$0] }
  }

  /// Compiles two variants for each setting. O(variants + settings x compiling).
  init(_ scenario: Scenario, _ grid: SweepGrid) async throws {
    var best: (axis: Int, isAscending: Bool)?
    for (index, axis) in grid.axes.enumerated() where axis.values.count > 1 {
      guard axis.values.count > best.map({ grid.axes[$0.axis].values.count }) ?? 1 else { continue }
      let stride = Self.stride(of: index, in: grid)
      let last = stride * (axis.values.count - 1)
      guard let low = try await Self.problem(0, scenario, grid),
        let high = try await Self.problem(last, scenario, grid)
      else { continue }
      if high.isTightening(of: low) {
        best = (index, true)
      } else if low.isTightening(of: high) {
        best = (index, false)
      }
    }
    guard let best else {
      chains = SweepChains(single: grid).chains
      return
    }
    let stride = Self.stride(of: best.axis, in: grid)
    let length = grid.axes[best.axis].values.count
    let starts = (0..<grid.count).filter { $0 / stride % length == 0 }
    chains = starts.map { start in
      let chain = (0..<length).map { start + $0 * stride }
      return best.isAscending ? chain : chain.reversed()
    }
  }

  /// How far apart two variants are that differ by one step of this setting.
  private static func stride(of axis: Int, in grid: SweepGrid) -> Int {
    grid.axes[(axis + 1)...].reduce(1) { $0 * $1.values.count }
  }

  private static func problem(
    _ variant: Int, _ scenario: Scenario, _ grid: SweepGrid
  ) async throws -> StaffedPartition? {
    let model = try await ReviewPlanner.model(of: grid.scenario(of: variant, from: scenario))
    return model.flatMap { $0.obstacles.isEmpty ? $0.problem : nil }
  }
}

extension ReviewPlanner {
  /// The reviews of the first term as numbers; nil where there are none, or too many schools.
  static func model(of scenario: Scenario) async throws -> ReviewModel? {
    let facts = TrustFacts(scenario.scenario(ofTerm: 0, after: []))
    let count = facts.participants.count
    guard count < leastWide, let shape = scenario.rules[Remainder.self].shape(of: count)
    else { return nil }
    return try await ReviewCompiler.compile(facts, shape: shape)
  }
}
