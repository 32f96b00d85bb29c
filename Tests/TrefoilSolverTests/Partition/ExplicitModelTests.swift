import TestSupport
import Testing
import TrefoilSolver

/// The model in rows and columns is the problem: no more, no less.
@Suite struct ExplicitModelTests {
  @Test(arguments: 0..<8)
  func `its optimum equals brute force over the problem`(block: Int) throws {
    var held = 0
    for index in 0..<25 {
      let seed = UInt64(block * 1000 + index)
      let problem = RandomPartition.make(seed: seed, most: 6, mostStaff: 3)
      let model = try ExplicitModel(problem)
      // What is larger takes too long by brute force.
      if model.columns.count > 40 { continue }
      held += 1
      #expect(
        ExplicitOptimum.leastCost(model) == PartitionOracle.leastCost(problem), "seed \(seed)")
    }
    #expect(held >= 12)
  }

  @Test(arguments: 0..<8)
  func `its optimum equals what the engine proves`(block: Int) async throws {
    var held = 0
    for index in 0..<5 {
      let seed = UInt64(block * 1000 + index)
      let problem = TownPartition.make(seed: seed, items: 6...9)
      let model = try ExplicitModel(problem)
      // What is larger takes too long by brute force.
      if model.columns.count > 150 { continue }
      held += 1
      let outcome = await PartitionSolver(problem, effort: Effort(level: 2), seed: seed).solve()
      let least = ExplicitOptimum.leastCost(model)
      #expect(outcome.solution?.cost == least, "seed \(seed)")
      #expect(outcome.bound == least ?? .max, "seed \(seed)")
    }
    #expect(held >= 1)
  }

  @Test func `groups without staff are one column each, and what may not be has none`() throws {
    var problem = StaffedPartition(itemCount: 7, groupCounts: [3: 1, 4: 1])
    problem.visitCost = (0..<49).map { $0 % 7 }
    problem.constant = 11
    let all = try ExplicitModel(problem)
    #expect(all.columns.count == 35 + 35)
    #expect(all.rows.map(\.demand) == (0..<7).map { .item($0) } + [.groups(size: 3)])
    #expect(all.constant == 11)
    // Visitors 0, 1 and 2 make two visits each.
    #expect(all.columns.first { $0.choice == .group([0, 1, 2]) }?.cost == 2 * (0 + 1 + 2))
    problem.pairCost[1] = StaffedPartition.forbidden
    problem.pairCost[7] = StaffedPartition.forbidden
    let fewer = try ExplicitModel(problem)
    #expect(fewer.columns.count == 35 - 5 + 35 - 10)
  }

  @Test func `entries stand in the order of rows, each once`() throws {
    for seed in UInt64(0)..<60 {
      let model = try ExplicitModel(RandomPartition.make(seed: seed, most: 7, mostStaff: 4))
      var next = 0
      for column in model.columns {
        #expect(column.entries.lowerBound == next, "seed \(seed)")
        next = column.entries.upperBound
        let rows = model.entries[column.entries].map(\.row)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
        #expect(rows.allSatisfy(model.rows.indices.contains), "seed \(seed)")
        #expect(!rows.isEmpty && column.upper >= 1, "seed \(seed)")
      }
      #expect(next == model.entries.count, "seed \(seed)")
      #expect(Set(model.columns.map(\.choice)).count == model.columns.count, "seed \(seed)")
      #expect(Set(model.rows.map(\.demand)).count == model.rows.count, "seed \(seed)")
    }
  }

  @Test func `what would be too large is counted and refused`() {
    let large = StaffedPartition(itemCount: 183, groupCounts: [3: 61])
    let refusal = #expect(throws: ExplicitModelTooLarge.self) { try ExplicitModel(large) }
    #expect(refusal?.columns == 1_004_731)
    #expect(refusal?.isLowerBound == false)
    let huge = StaffedPartition(itemCount: 2_500, groupCounts: [3: 832, 4: 1])
    let hugeRefusal = #expect(throws: ExplicitModelTooLarge.self) { try ExplicitModel(huge) }
    #expect(hugeRefusal?.columns == 2_000_000)
    #expect(hugeRefusal?.isLowerBound == true)
  }
}
