import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilReport

@Suite struct ComparisonSummaryTests {
  private static let scenario = Scenario(
    trust: "T",
    schools: ["a", "b", "c", "d", "e", "f"].enumerated().map { index, id in
      School(
        id: SchoolID(id), name: "School \(id.uppercased())", phase: .primary,
        place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000))
    })

  private static func text(_ plans: [(String, Plan)]) -> String {
    ComparisonSummary(
      PlanComparison(
        plans.map { PlanComparison.Variant(title: $0, scenario: scenario, plan: $1) })
    ).text
  }

  private let base = Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]])

  @Test func `plans side by side, and who moves in sentences`() {
    let text = Self.text([
      ("as it is", base), ("turned", Plan.visitingAll(in: [["a", "b", "d"], ["c", "e", "f"]])),
      ("same", base),
    ])
    #expect(text.contains("  A  as it is\n  B  turned\n  C  same\n"))
    #expect(text.contains("schools in other groups"))
    #expect(text.contains("- School A stays with School B; School D instead of School C."))
    #expect(
      text.contains(
        "- School C is with School E and School F, no longer with School A and School B."))
    #expect(
      text.contains(
        "- Principal of School A is now reviewer at School D; no longer reviewer at School C."))
    #expect(text.contains("Who moves: C · same\n  - Nobody moves.\n"))
    #expect(text.contains("  none: rules broken; "))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 98 })
  }

  @Test func `what is impossible and what is broken says why`() {
    let none = Plan(
      trust: "T", status: .infeasible, cost: nil, bound: nil, seed: 1, terms: [],
      notes: ["It cannot be."])
    let text = Self.text([
      ("as it is", base), ("none", none), ("half", Plan.visitingAll(in: [["a", "b", "c"]])),
    ])
    #expect(text.contains("impossible"))
    #expect(text.contains("B · none: impossible\n  - It cannot be.\n"))
    #expect(text.contains("C · half: rules broken\n"))
  }

  @Test func `nothing invisible reaches a terminal`() {
    let text = Self.text([("as\u{1B}[31m it is", base), ("same", base)])
    #expect(text.contains("  A  as\\u{1B}[31m it is\n"))
  }

  @Test func `many plans stand in several tables, each with the first`() {
    let text = Self.text((0..<9).map { ("plan \($0)", base) })
    let heads = text.split(separator: "\n").filter { line in
      line.split(separator: " ").allSatisfy { $0.count == 1 && $0 >= "A" }
    }
    #expect(heads.map { $0.split(separator: " ").joined() } == ["ABCDEFG", "AHI"])
    #expect(ComparisonSummary.letter(25) == "Z")
    #expect(ComparisonSummary.letter(27) == "B1")
  }
}
