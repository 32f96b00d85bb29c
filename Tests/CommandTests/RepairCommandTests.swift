import Foundation
import Testing

/// `repair` as a person runs it.
@Suite struct RepairCommandTests {
  private let scenario = Program.scenarios.appending(path: "fifteen-primaries")

  @Test func `an inspection call is answered as the README of the scenario shows`() throws {
    try Program.withFolder { folder in
      let made = try Program.run(["plan", scenario.path, "--quiet", "--out", folder.path])
      #expect(made.status == 0)
      let plan = folder.appending(path: "plan.json").path
      let change = scenario.appending(path: "repair/inspection.yaml").path
      let out = folder.appending(path: "repaired")
      func repair(_ arguments: String...) throws -> Program.Run {
        try Program.run(["repair", scenario.path, plan, "--change", change] + arguments)
      }
      let run = try repair("--freeze-before", "2026-10-06", "--out", out.path)
      #expect(run.status == 0)
      let readme = try String(
        contentsOf: scenario.appending(path: "README.md"), encoding: .utf8)
      let shown = try #require(
        readme.components(separatedBy: "--freeze-before 2026-10-06\n").dropFirst().first)
      let block = try #require(shown.components(separatedBy: "```").first)
      let parts = block.components(separatedBy: "\n  ...\n")
        .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
      #expect(parts.count > 1)
      for part in parts { #expect(run.output.contains(part)) }
      let files = try FileManager.default.contentsOfDirectory(atPath: out.path)
      #expect(Set(files).isSuperset(of: ["plan.json", "changes.csv", "messages.csv"]))
      let one = try repair("--freeze-before", "2026-10-06", "--json", "--threads", "1")
      let eight = try repair("--freeze-before", "2026-10-06", "--json", "--threads", "8")
      #expect(one.output == eight.output)
      #expect(
        try one.output
          == String(contentsOf: out.appending(path: "plan.json"), encoding: .utf8))
    }
  }

  /// One school leaves after its group has begun: its secondments cannot stand, and the others go on.
  @Test func `what a school leaves behind is said once, without restated costs`() throws {
    try Program.withFolder { folder in
      let made = try Program.run(["plan", scenario.path, "--quiet", "--out", folder.path])
      #expect(made.status == 0)
      let change = folder.appending(path: "leaves.yaml")
      try Data("title: t\nchanges:\n  - remove-school: gorse\n    reason: it leaves\n".utf8)
        .write(to: change)
      let run = try Program.run([
        "repair", scenario.path, folder.appending(path: "plan.json").path, "--change", change.path,
        "--freeze-before", "2026-10-10",
      ])
      #expect(run.status == 0)
      let text = run.output.replacing("\n  ", with: " ")
      #expect(text.components(separatedBy: " cannot stand: ").count == 3)
      #expect(text.components(separatedBy: " go on as a pair, since ").count == 2)
      for words in ["stated as", "there is no person", "by the rule", "settling-in"] {
        #expect(!text.contains(words), "\(words)")
      }
    }
  }

  @Test func `what cannot be repaired is refused with a sentence`() throws {
    try Program.withFolder { folder in
      let made = try Program.run(["plan", scenario.path, "--quiet", "--out", folder.path])
      #expect(made.status == 0)
      let plan = folder.appending(path: "plan.json").path
      let change = scenario.appending(path: "repair/inspection.yaml").path
      func repair(_ scenario: String, _ arguments: String...) throws -> Program.Run {
        try Program.run(["repair", scenario, plan] + arguments)
      }
      let day = try repair(scenario.path, "--change", change, "--freeze-before", "Monday")
      #expect(day.status == 64)
      let notice = try repair(scenario.path, "--change", change, "--notice", "3")
      #expect(notice.status == 64)
      #expect(try repair(scenario.path, "--change", folder.path + "/none.yaml").status == 66)
      let other = Program.scenarios.appending(path: "one-town").path
      let refused = try repair(other, "--change", change)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("the plan is of another trust"))
    }
  }
}
