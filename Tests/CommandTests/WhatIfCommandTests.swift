import Foundation
import Testing

@Suite struct WhatIfCommandTests {
  private static let town = Program.scenarios.appending(path: "one-town").path

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let url = folder.appending(path: name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  @Test func `variants are planned, written, and read by other commands`() throws {
    try Program.withFolder { folder in
      let away = try write(
        "title: Carys is away\nchanges:\n  - {unavailable: {person: carys}, reason: ill}\n",
        "base.yaml", in: folder)
      let impossible = try write(
        "changes:\n  - {set-rule: travel-limit, value: 1, reason: nobody drives}\n",
        "no-cars.yaml", in: folder)
      let out = folder.appending(path: "out").path
      let run = try Program.run(["what-if", Self.town, away, impossible, "--out", out, "--quiet"])
      #expect(run.status == 1)
      #expect(run.errors.isEmpty)
      #expect(run.output.contains("  B  Carys is away\n  C  no-cars\n"))
      #expect(run.output.contains("C · no-cars: impossible"))
      let reasons = try #require(run.output.components(separatedBy: "C · no-cars: impossible").last)
      #expect(reasons.contains("Asked for by") || reasons.contains("Cannot hold together"))
      #expect(reasons.contains("travel-limit"))
      #expect(run.output.contains("Changed: the rule travel-limit is"))
      let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(files == ["base", "base-2", "comparison.csv", "comparison.json"])
      let json = try Program.run([
        "what-if", Self.town, away, impossible, "--json", "--quiet", "--threads", "8",
      ])
      let written = try String(contentsOfFile: "\(out)/comparison.json", encoding: .utf8)
      #expect(json.output == written)
      let plain = try Program.run(["plan", Self.town, "--json", "--quiet"])
      let base = try String(contentsOfFile: "\(out)/base/plan.json", encoding: .utf8)
      #expect(plain.output == base)
    }
  }

  @Test func `plans are compared, one made by hand too`() throws {
    try Program.withFolder { folder in
      let plan = try Program.run(["plan", Self.town, "--json", "--quiet"]).output
      let own = try write(plan, "own.json", in: folder)
      let same = try Program.run(["compare", Self.town, own, own])
      #expect(same.status == 0)
      #expect(same.output.contains("Nobody moves."))
      let broken = try write(
        plan.replacing("\"champions\": [\"hattie\"]", with: "\"champions\": [\"gwen\"]"),
        "broken.json", in: folder)
      let run = try Program.run(["compare", Self.town, own, broken, "--out", folder.path])
      #expect(run.status == 1)
      #expect(run.output.contains("broken.json: rules broken"))
      let table = try String(
        contentsOf: folder.appending(path: "comparison.csv"), encoding: .utf8)
      #expect(table.split(separator: "\n").count == 3)
    }
  }

  @Test func `each kind of failure has its exit code`() throws {
    try Program.withFolder { folder in
      #expect(try Program.run(["what-if", Self.town]).status == 64)
      #expect(try Program.run(["compare", Self.town, "a.json"]).status == 64)
      #expect(try Program.run(["what-if", Self.town, "none.yaml"]).status == 66)
      #expect(try Program.run(["compare", Self.town, "a.json", "b.json"]).status == 66)
      let faulty = try write(
        "changes:\n  - {remove-school: pipin, reason: r}\n", "faulty.yaml", in: folder)
      let other = try write("changes: 1\n", "other.yaml", in: folder)
      let out = folder.appending(path: "out").path
      let run = try Program.run(["what-if", Self.town, faulty, other, "--out", out])
      #expect(run.status == 65)
      #expect(run.errors.contains("faulty.yaml:2:21: there is no such school, found 'pipin'"))
      #expect(run.errors.contains("did you mean 'pippin'?"))
      #expect(run.errors.contains("other.yaml:1:10: "))
      #expect(!FileManager.default.fileExists(atPath: out))
      for command in ["what-if", "compare"] {
        #expect(try Program.run([command, "--help"]).output.contains("EXAMPLES"))
      }
    }
  }
}
