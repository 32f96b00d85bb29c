import Foundation
import Testing

@Suite struct ExportModelTests {
  @Test func `a model is written whole, and says what lies outside it`() throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "sub/model.mps")
      let town = Program.scenarios.appending(path: "one-town").path
      let run = try Program.run(["export-model", town, "--out", file.path])
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      #expect(run.output.contains(" columns, "))
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("* Not in it: days."))
      #expect(text.contains("\n BV BOUND group_pippin.hopyard.perry.medlar\n"))
      #expect(text.hasSuffix("\nENDATA\n"))
      let names = try FileManager.default.contentsOfDirectory(
        atPath: file.deletingLastPathComponent().path)
      #expect(names == ["model.mps"])
    }
  }

  @Test func `the models of secondments and of coaching are two`() throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "model.mps")
      let counties = Program.scenarios.appending(path: "three-counties").path
      let run = try Program.run(["export-model", counties, "--coaching", "--out", file.path])
      #expect(run.status == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("* The coaching of Three Counties Schools Trust, in person-minutes."))
      #expect(text.contains("pair1") && text.hasSuffix("\nENDATA\n"))
      let both = ["export-model", counties, "--coaching", "--secondments", "--out", file.path]
      #expect(try Program.run(both).status == 64)
    }
  }

  @Test func `the model of reviews knows who is seconded where`() throws {
    try Program.withFolder { folder in
      let schools = ["ash", "beech", "cedar", "dale", "elm", "fir"].enumerated().map {
        "\($1),\($1),primary,53.\($0),-1"
      }
      let files = [
        "schools.csv": ["id,name,phase,latitude,longitude"] + schools,
        "people.csv": ["id,name,school,role", "ann,Ann,ash,deputy"],
        "openings.csv": ["id,school,role,days", "b,beech,deputy,2"],
        "candidates.csv": ["person,days,consent,head-consent", "ann,2,yes,yes"],
      ]
      for (name, lines) in files {
        try (lines.joined(separator: "\n") + "\n")
          .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let file = folder.appending(path: "model.mps")
      let run = try Program.run(["export-model", folder.path, "--out", file.path])
      #expect(run.status == 0)
      #expect(run.errors.contains("Secondments are planned first"))
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("group_ash.cedar.dale") && text.contains("group_beech.cedar.dale"))
      #expect(!text.contains("group_ash.beech"))
    }
  }

  @Test func `what cannot be written is refused in words`() throws {
    try Program.withFolder { folder in
      let model = folder.appending(path: "model.mps").path
      let large = folder.appending(path: "large").path
      #expect(try Program.run(["synthesise", "--schools", "189", "--out", large]).status == 0)
      let refused = try Program.run(["export-model", large, "--out", model])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("columns, one for every group and every team in it; at most"))
      #expect(!FileManager.default.fileExists(atPath: model))
      let schools = folder.appending(path: "schools.csv")
      try "id,name,phase,latitude,longitude\na,A,primary,53,-1\nb,B,primary,53,-1\n"
        .write(to: schools, atomically: true, encoding: .utf8)
      let alone = try Program.run(["export-model", folder.path, "--out", model])
      #expect(alone.status == 1)
      #expect(alone.errors.contains("no groups can be made of 2 schools"))
      try "id,name,phase\nash,Ash,primry\n".write(to: schools, atomically: true, encoding: .utf8)
      let faulty = try Program.run(["export-model", folder.path, "--out", model])
      #expect(faulty.status == 65)
      #expect(faulty.errors.contains("did you mean 'primary'?"))
      #expect(
        try Program.run(["export-model", folder.path + "/none", "--out", model]).status == 66)
      #expect(try Program.run(["export-model", folder.path]).status == 64)
      let town = Program.scenarios.appending(path: "one-town").path
      #expect(try Program.run(["export-model", town, "--out", folder.path]).status == 73)
    }
  }
}
