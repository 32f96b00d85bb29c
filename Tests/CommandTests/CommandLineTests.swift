import Foundation
import Testing

/// The command as a person runs it: the built program, its output and its exit code.
@Suite struct CommandLineTests {
  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(arguments)
  }

  @Test func `the first run in the README prints what the README shows`() throws {
    let root = Program.scenarios.deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let command = "$ swift run -c release trefoil plan scenarios/fifteen-primaries\n"
    let shown = try #require(readme.components(separatedBy: command).dropFirst().first)
    let block = try #require(shown.components(separatedBy: "```").first)
    let printed = try run(
      "plan", Program.scenarios.appending(path: "fifteen-primaries").path, "--quiet"
    ).output
    // What is left out is marked by dots on a line of their own.
    let parts = block.components(separatedBy: "\n  ...\n")
      .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
    #expect(parts.count > 1)
    for part in parts { #expect(printed.contains(part)) }
  }

  @Test func `a scenario is planned, written and verified`() throws {
    try Program.withFolder { folder in
      let scenario = Program.scenarios.appending(path: "one-town").path
      let plan = try run("plan", scenario, "--quiet", "--out", folder.path)
      #expect(plan.status == 0)
      #expect(plan.output.contains("no plan costs less (proven)"))
      #expect(plan.errors.isEmpty)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(files == ["people.csv", "plan.json", "reviews.csv"])
      let document = folder.appending(path: "plan.json")
      let verified = try run("verify", scenario, document.path)
      #expect(verified.status == 0)
      let json = try run("plan", scenario, "--json", "--quiet", "--threads", "8")
      #expect(try json.output == String(contentsOf: document, encoding: .utf8))
      var damaged = try String(contentsOf: document, encoding: .utf8)
      damaged = damaged.replacing("\"cost\": 402", with: "\"cost\": 401")
      try damaged.write(to: document, atomically: true, encoding: .utf8)
      let refused = try run("verify", scenario, document.path)
      #expect(refused.status == 1)
      #expect(refused.output.contains("cost: the plan says 401, it is 402"))
    }
  }

  @Test func `each kind of failure has its exit code`() throws {
    try Program.withFolder { folder in
      #expect(try run("plan").status == 64)
      #expect(try run("plan", folder.path, "--effort", "0").status == 64)
      #expect(try run("plan", folder.appending(path: "none").path).status == 66)
      let schools = folder.appending(path: "schools.csv")
      try "id,name,phase\nash,Ash,primry\n".write(to: schools, atomically: true, encoding: .utf8)
      let faulty = try run("plan", folder.path)
      #expect(faulty.status == 65)
      #expect(faulty.errors.contains("schools.csv:2:9: "))
      #expect(faulty.errors.contains("did you mean 'primary'?"))
      try "id,name,phase,latitude,longitude\na,A,primary,53,-1\nb,B,primary,53,-1\n"
        .write(to: schools, atomically: true, encoding: .utf8)
      let alone = try run("plan", folder.path, "--quiet")
      #expect(alone.status == 1)
      #expect(alone.output.contains("2 schools take part"))
      let nowhere = try run("plan", folder.path, "--out", schools.path)
      #expect(nowhere.status == 73)
    }
  }

  @Test func `several terms are planned as one and verified`() throws {
    try Program.withFolder { folder in
      let scenario = Program.scenarios.appending(path: "one-town").path
      let plan = try run("plan", scenario, "--terms", "2", "--quiet", "--out", folder.path)
      #expect(plan.status == 0)
      #expect(plan.output.contains("2 terms as one plan"))
      #expect(plan.output.contains("schools meet again 6 times"))
      let document = folder.appending(path: "plan.json").path
      #expect(try run("verify", scenario, document).status == 0)
      let reviews = try String(
        contentsOf: folder.appending(path: "reviews.csv"), encoding: .utf8)
      #expect(Set(reviews.split(separator: "\n").map { $0.prefix(11) }).count == 3)
      for wrong in ["0", "-1", "101", "two"] {
        #expect(try run("plan", scenario, "--terms", wrong).status == 64)
      }
    }
  }

  @Test func `help has examples`() throws {
    for command in [
      "plan", "batch", "verify", "rules", "schema", "export-model", "import", "synthesise",
      "explain", "alternatives", "sweep",
    ] {
      let help = try run(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("EXAMPLES"))
    }
  }
}
