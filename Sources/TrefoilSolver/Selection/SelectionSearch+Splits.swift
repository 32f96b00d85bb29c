/// How a node is split: what is asked for in one child and not in the other.
extension SelectionSearch {
  struct Split {
    /// The decision that is followed at once, and the one that is kept for later.
    var first: SelectionDecision
    var other: SelectionDecision
  }

  private struct Candidate {
    let down: SelectionDecision
    let up: SelectionDecision
    /// What lies above the whole number below.
    let part: Double
  }

  /// So many splits are tried for a few steps before one is chosen.
  private static let mostTried = 8
  private static let trialSteps = 60
  private static let tolerance = 1e-6

  /// The split that raises the bounds of both children the most: strong branching (Applegate, Bixby,
  /// Chvatal and Cook, 1995), on the candidates that are nearest to a half.
  mutating func bestSplit(_ decisions: [SelectionDecision]) -> Split? {
    let candidates = candidates(decisions).sorted {
      abs($0.part - 0.5) < abs($1.part - 0.5) - 1e-9
    }.prefix(Self.mostTried)
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return split(first) }
    let basis = program.program.basis
    let before = program.program.objective + Double(program.fixedCost)
    var best: (score: Double, candidate: Candidate)?
    for candidate in candidates {
      let down = rise(of: candidate.down, decisions, from: before, basis)
      let up = rise(of: candidate.up, decisions, from: before, basis)
      let score = max(down, 1e-3) * max(up, 1e-3)
      if score > best?.score ?? -1 { best = (score, candidate) }
    }
    return best.map { split($0.candidate) }
  }

  private func split(_ candidate: Candidate) -> Split {
    candidate.part >= 0.5
      ? Split(first: candidate.up, other: candidate.down)
      : Split(first: candidate.down, other: candidate.up)
  }

  private mutating func rise(
    of decision: SelectionDecision, _ decisions: [SelectionDecision], from before: Double,
    _ basis: LinearProgramBasis
  ) -> Double {
    program.decide(decisions + [decision])
    program.program.basis = basis
    let status = program.program.solve(iterationLimit: Self.trialSteps)
    if status == .infeasible { return 1e6 }
    return max(0, program.program.objective + Double(program.fixedCost) - before)
  }

  /// What is neither taken nor left: families first, since one of them says more than a column.
  private func candidates(_ decisions: [SelectionDecision]) -> [Candidate] {
    var sums: [Int: Double] = [:]
    var columns: [Candidate] = []
    for (column, value) in program.taken() {
      for family in program.families.of(column) { sums[Int(family), default: 0] += value }
      let part = value - value.rounded(.down)
      if part > Self.tolerance, part < 1 - Self.tolerance, problem.uppers[column] == 1 {
        columns.append(
          Candidate(down: .column(column, 0), up: .column(column, 1), part: part))
      }
    }
    // The rows of a family count what is decided too.
    for case .column(let column, let value) in decisions where value > 0 {
      for family in program.families.of(column) where sums[Int(family)] != nil {
        sums[Int(family), default: 0] += Double(value)
      }
    }
    var families: [Candidate] = []
    for family in sums.keys.sorted() {
      let sum = sums[family] ?? 0
      let floor = sum.rounded(.down)
      let part = sum - floor
      guard part > Self.tolerance, part < 1 - Self.tolerance else { continue }
      families.append(
        Candidate(
          down: .familyAtMost(family, Int(floor)), up: .familyAtLeast(family, Int(floor) + 1),
          part: part))
    }
    return families.isEmpty ? columns : families
  }
}
