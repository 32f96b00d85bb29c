import TestSupport
import Testing
import TrefoilFiles
import TrefoilPlanning
import TrefoilSolver

@Suite struct MPSWriterTests {
  @Test func `a program reads as it was written`() throws {
    var writer = MPSWriter(comments: ["one", "two\nthree"])
    writer.addRow("a", .equal, rightHandSide: 1)
    writer.addRow("b", .atMost, rightHandSide: 0)
    writer.addRow("c", .atLeast, rightHandSide: -4)
    writer.addColumn("x", cost: 7, upper: 1, entries: [(0, 1), (1, -2), (2, 3)])
    writer.addColumn("y", cost: 0, upper: 5, entries: [(2, 1)])
    writer.addColumn("z", cost: 0, upper: 1, entries: [])
    let text = try #require(
      MPSText(String(decoding: writer.bytes(constant: -12), as: UTF8.self)))
    #expect(text.comments == ["* one", "* two three"])
    #expect(text.senses == ["cost": "N", "a": "E", "b": "L", "c": "G"])
    #expect(text.rightHandSides == ["a": 1, "c": -4])
    #expect(text.constant == -12)
    #expect(text.columns["x"] == .init(cost: 7, upper: 1, entries: ["a": 1, "b": -2, "c": 3]))
    #expect(text.columns["y"] == .init(cost: 0, upper: 5, entries: ["c": 1]))
    #expect(text.columns["z"] == .init(cost: 0, upper: 1))
    #expect(text.ended)
  }

  @Test func `ids are escaped so that different ones never meet`() {
    #expect(MPSWriter.escaped("St-Mary4") == "St-Mary4")
    #expect(MPSWriter.escaped("a b.c_d~\t") == "a~20b~2Ec~5Fd~7E~09")
    #expect(MPSWriter.escaped("\u{E9}") == "~C3~A9")
    #expect(MPSWriter.name("team", [["a.b", "c"], [], ["d"]]) == "team_a~2Eb.c__d")
    #expect(MPSWriter.name("lead", [["a_b"], ["c"]]) != MPSWriter.name("lead", [["a"], ["b_c"]]))
  }

  @Test func `every row and column of random trusts has a name of its own`() async throws {
    for seed in UInt64(1)...40 {
      guard let program = try? await ReviewProgram(RandomScenario.make(seed: seed, schools: 3...6))
      else { continue }
      let columns = program.model.columns.map { program.name(of: $0.choice) }
      let rows = program.model.rows.map { program.name(of: $0.demand) }
      let names = (columns + rows).map { MPSWriter.name($0.kind, $0.ids) }
      #expect(Set(names).count == names.count, "seed \(seed)")
      #expect(names.allSatisfy { !$0.contains(" ") && $0.utf8.allSatisfy { $0 < 128 } })
    }
  }
}
