import Testing
import TrefoilSolver

@Suite("Linear programs solved from scratch")
struct LinearProgramTests {
  @Test("Tiny programs of every kind equal the best of all bases")
  func equalsVertexEnumeration() {
    var seen: [LinearProgramStatus: Int] = [:]
    for seed in 0..<400 {
      var random = RandomPrograms(seed: UInt64(seed))
      let plain = random.general(
        rows: random.generator.below(3), columns: 1 + random.generator.below(4))
      let expected = VertexEnumeration(plain).solve()
      let program = plain.build()
      let status = program.solve()
      seen[status, default: 0] += 1
      #expect(status == expected.status, "seed \(seed)")
      if status == .optimal {
        #expect(abs(program.objective - expected.objective) < 1e-7, "seed \(seed)")
      }
      #expect(plain.fault(in: program) == nil, "seed \(seed)")
    }
    for status in [LinearProgramStatus.optimal, .infeasible, .unbounded] {
      #expect(seen[status, default: 0] >= 20, "the programs must be of every kind")
    }
  }

  @Test("Answers of general programs carry valid certificates")
  func generalCertificates() {
    for seed in 0..<1000 {
      var random = RandomPrograms(seed: UInt64(1000 + seed))
      let plain = random.general(
        rows: 1 + random.generator.below(10), columns: 1 + random.generator.below(20))
      let program = plain.build()
      program.solve()
      #expect(plain.fault(in: program) == nil, "seed \(1000 + seed)")
    }
  }

  @Test("Answers of set partitioning programs full of ties carry valid certificates")
  func partitionCertificates() {
    for seed in 0..<250 {
      var random = RandomPrograms(seed: UInt64(5000 + seed))
      let items = 3 + random.generator.below(18)
      let plain = random.partition(items: items, columns: 5 * items, size: 4)
      let program = plain.build()
      program.solve()
      #expect(program.status == .optimal || program.status == .infeasible, "seed \(5000 + seed)")
      #expect(plain.fault(in: program) == nil, "seed \(5000 + seed)")
    }
  }

  @Test("A program without rows, and one without columns")
  func emptyPrograms() {
    let program = LinearProgram()
    #expect(program.solve() == .optimal)
    let column = program.addColumn(cost: 2, upper: 5, rows: [], values: [])
    #expect(program.solve() == .optimal)
    #expect(program.value(column) == 0)
    program.setCost(column, -2)
    #expect(program.solve() == .optimal)
    #expect(program.objective == -10)
    program.setUpper(column, .infinity)
    #expect(program.solve() == .unbounded)

    let rowsOnly = LinearProgram()
    rowsOnly.addRow(.atMost, rightHandSide: 3)
    #expect(rowsOnly.solve() == .optimal)
    let row = rowsOnly.addRow(.equal, rightHandSide: 1)
    #expect(rowsOnly.solve() == .infeasible)
    #expect(rowsOnly.farkas(row) > 0)
  }

  @Test("The example of Beale, on which the textbook method cycles")
  func bealeCycle() {
    var plain = PlainProgram()
    plain.rows = [0, 0, 1].map { .init(sense: .atMost, rightHandSide: $0) }
    plain.columns = [
      .init(cost: -0.75, upper: .infinity, entries: [(0, 0.25), (1, 0.5)]),
      .init(cost: 20, upper: .infinity, entries: [(0, -8), (1, -12)]),
      .init(cost: -0.5, upper: .infinity, entries: [(0, -1), (1, -0.5), (2, 1)]),
      .init(cost: 6, upper: .infinity, entries: [(0, 9), (1, 3)]),
    ]
    let program = plain.build()
    #expect(program.solve() == .optimal)
    #expect(abs(program.objective + 1.25) < 1e-9)
    #expect(program.iterations < 20)
  }

  @Test("A limit of steps stops the work, and the next call goes on")
  func iterationLimit() {
    var random = RandomPrograms(seed: 77)
    let plain = random.partition(items: 15, columns: 200, size: 3)
    let whole = plain.build()
    #expect(whole.solve() == .optimal)
    let program = plain.build()
    var calls = 0
    while program.solve(iterationLimit: 5) == .iterationLimit && calls < 1000 { calls += 1 }
    #expect(calls > 0)
    #expect(program.status == .optimal)
    #expect(abs(program.objective - whole.objective) < 1e-7)
  }

  @Test("The same program gives the same answer to the last bit")
  func determinism() {
    var random = RandomPrograms(seed: 78)
    let plain = random.partition(items: 20, columns: 300, size: 3)
    let one = plain.build()
    let other = plain.build()
    one.solve()
    other.solve()
    #expect(one.iterations == other.iterations)
    for column in plain.columns.indices { #expect(one.value(column) == other.value(column)) }
    for row in plain.rows.indices { #expect(one.dual(row) == other.dual(row)) }
  }
}
