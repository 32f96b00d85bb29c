import Foundation
import Testing

/// `explain`, `alternatives` and `sweep` as a person runs them.
@Suite struct AnswerCommandTests {
  /// Six schools are proven with the least effort too, many times sooner.
  private static let brief = ["--effort", "1"]

  /// Six schools on a line, and the cheapest plan of them.
  private func withTrust(_ work: (_ folder: URL, _ plan: URL) throws -> Void) throws {
    try Program.withFolder { folder in
      let rows = ["ash", "beech", "cedar", "dale", "elm", "fir"].enumerated().map {
        "\($1),\($1.capitalized) School,primary,53.\(10 + 3 * $0),-1.5"
      }
      let people = [
        "id,name,school,role", "kim,Kim,elm,champion", "lee,Lee,beech,champion",
        "may,May,fir,champion", "ned,Ned,ash,champion", "ann,Ann,ash,principal",
        "dan,Dan,dale,principal",
      ]
      let files = [
        "schools.csv": ["id,name,phase,latitude,longitude"] + rows, "people.csv": people,
        "scenario.yaml": ["apart:", "  - [ash, fir]"],
      ]
      for (name, lines) in files {
        try (lines.joined(separator: "\n") + "\n")
          .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let plan = folder.appending(path: "plan.json")
      let made = try Program.run(["plan", folder.path, "--json", "--quiet"] + Self.brief)
      #expect(made.status == 0)
      try made.output.write(to: plan, atomically: true, encoding: .utf8)
      try work(folder, plan)
    }
  }

  @Test func `a plan is explained, and what else there is`() throws {
    try withTrust { folder, plan in
      func explain(_ arguments: String...) throws -> Program.Run {
        try Program.run(["explain", folder.path, plan.path, "--quiet"] + Self.brief + arguments)
      }
      let whole = try explain()
      #expect(whole.status == 0 && whole.output.contains("The dearest groups"))
      let school = try explain("--school", "ash")
      #expect(school.output.contains("there and back."))
      #expect(school.output.contains("than the plan as it is (proven)."))
      let group = try explain("--group", "2")
      #expect(group.output.contains("What changes then ("))
      #expect(try explain("--person", "kim").output.contains("which cost"))
      let together = try explain("--why-not", "ash,dale")
      #expect(together.output.contains("Ash School and Dale School in one group"))
      #expect(together.output.contains("than the cheapest plan (proven)."))
      #expect(together.output.contains("No plan of this cost gives fewer new duties (proven)."))
      #expect(try explain("--why-not", "ann,dan").output.contains("Ash School and Dale School"))
      #expect(try explain("--why-not", "ash,beech").output.contains("The plan has it so already."))
      let apart = try explain("--why-not", "fir,ash")
      #expect(apart.output.contains("It cannot be, whatever else is planned:"))
      #expect(apart.output.contains("(apart,"))
      #expect(apart.output.contains("\(folder.path)/scenario.yaml:2:5)"))
      let own = try explain("--school", "elm", "--instead", "kim")
      #expect(own.output.contains("Kim serves Elm School (teams)"))
      let seat = try explain("--school", "dale", "--instead", "ned", "--duty", "workshop-lead")
      #expect(seat.output.contains("Ned as workshop lead at Dale School"))
      let json = try explain("--why-not", "ash,dale", "--json").output
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let reply = try #require(answer["reply"] as? [String: Any])
      let difference = try #require(reply["againstBest"] as? [String: Any])
      #expect(difference["proven"] as? Bool == true)
      #expect((difference["minutes"] as? Int ?? 0) > 0)
    }
  }

  @Test func `what makes no sense is told in a sentence`() throws {
    try withTrust { folder, plan in
      let misuses: [([String], String)] = [
        (["--school", "ahs"], "did you mean 'ash'?"), (["--person", "kin"], "did you mean 'kim'?"),
        (["--group", "3"], "there is no group 3"), (["--group", "0"], "there is no group 0"),
        (["--school", "ash", "--group", "1"], "name one of"),
        (["--why-not", "ash"], "two different"),
        (["--why-not", "ash,ash"], "two different"), (["--why-not", "ash,oak"], "'oak'"),
        (["--why-not", "kim,lee"], "both have to be principals"),
        (["--instead", "kim"], "--instead goes with --school"),
        (["--school", "ash", "--instead", "dan"], "is no champion"),
        (["--school", "ash", "--duty", "champion"], "--duty goes with"),
        (["--term", "2"], "1 to 1"),
        (["--why-not", "kim,ash", "--duty", "reviewer"], "--duty is champion or workshop-lead"),
        (["--duty", "driver"], "driver"), (["--threads", "0"], "--threads"),
      ]
      for (arguments, words) in misuses {
        let run = try Program.run(
          ["explain", folder.path, plan.path, "--quiet"] + Self.brief + arguments)
        #expect(run.status == 64, "\(arguments)")
        #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        #expect(run.output.isEmpty)
      }
      #expect(try Program.run(["explain", folder.path, folder.path + "/no.json"]).status == 66)
      let schools = folder.appending(path: "schools.csv").path
      #expect(try Program.run(["explain", folder.path, schools]).status == 65)
      for wrong in [["--count", "0"], ["--differ", "0"], ["--count", "x"], ["--effort", "0"]] {
        #expect(try Program.run(["alternatives", folder.path] + wrong).status == 64)
      }
      let sweeps: [([String], String)] = [
        ([], "say what to vary"), (["--vary", "rules.travl=1"], "did you mean 'travel'?"),
        (["--vary", "rules.repeat=1", "--vary", "rules.repeat=2"], "each setting once"),
        (["--vary", "rules.repeat=1", "--front", "joy"], "there is no 'joy'"),
        (["--vary", "rules.travel-limit=1..2000", "--vary", "rules.load=1..2000"], "vary less"),
        (["--vary", "rules.repeat=1", "--shard", "2/1"], "--shard"),
        (["--vary", "rules.change.school=1"], "no published plan"),
      ]
      for (arguments, words) in sweeps {
        let run = try Program.run(["sweep", folder.path] + arguments)
        #expect(run.status == 64, "\(arguments)")
        #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
      }
    }
  }

  @Test func `of a plan with groups that cannot be nothing else is asked`() throws {
    try withTrust { folder, plan in
      let made = try JSONSerialization.jsonObject(with: Data(contentsOf: plan))
      let known = try #require(made as? [String: Any])
      let trust = try #require(known["trust"] as? String)
      let term = try #require((known["terms"] as? [[String: Any]])?.first?["term"] as? String)
      func write(_ groups: String) throws -> String {
        let url = folder.appending(path: "own.json")
        try """
        {"trefoil": 1, "trust": "\(trust)", "terms": [{"term": "\(term)", "groups": [
          \(groups)]}]}
        """.write(to: url, atomically: true, encoding: .utf8)
        return url.path
      }
      func group(_ schools: String...) -> String {
        let ids = schools.map { "\"\($0)\"" }.joined(separator: ", ")
        return "{\"schools\": [\(ids)], \"reviews\": []}"
      }
      let all = group("ash", "beech", "cedar", "dale", "elm", "fir")
      let one = [group("ash"), group("beech", "cedar", "dale", "elm", "fir")]
        .joined(separator: ",\n  ")
      let twice = [group("ash", "ash", "beech"), group("cedar", "dale", "elm")]
        .joined(separator: ",\n  ")
      for (groups, words) in [
        (all, ":2:15: a group has 6 schools, and every group has 2 to 5"),
        (one, ":2:15: a group has 1 school, and every group has 2 to 5"),
        (twice, ":2:15: a school stands twice in a group"),
      ] {
        let own = try write(groups)
        for question in [["--school", "ash"], ["--group", "1"], ["--why-not", "ash,cedar"]] {
          let run = try Program.run(
            ["explain", folder.path, own, "--quiet"] + Self.brief + question)
          #expect(run.status == 65, "\(question): \(run.status)")
          #expect(run.errors.contains(words), "\(question): \(run.errors)")
          #expect(run.output.isEmpty)
        }
        let whole = try Program.run(["explain", folder.path, own, "--quiet"])
        #expect(whole.status == 0 && whole.output.contains("The plan breaks"))
        for command in [["verify", folder.path, own], ["compare", folder.path, plan.path, own]] {
          #expect(try Program.run(command).status == 1, "\(command[0])")
        }
        let change = folder.appending(path: "change.yaml")
        try "changes:\n  - {unavailable: {person: kim}, reason: r}\n"
          .write(to: change, atomically: true, encoding: .utf8)
        let repair = try Program.run(
          ["repair", folder.path, own, "--change", change.path] + Self.brief)
        #expect([0, 1, 65].contains(repair.status), "\(repair.status): \(repair.errors)")
        // As a plan that was published, and that a new one is held against.
        let scenario = folder.appending(path: "scenario.yaml")
        let rules = try String(contentsOf: scenario, encoding: .utf8)
        try "\(rules)published: own.json\nrules: {change: 50}\n"
          .write(to: scenario, atomically: true, encoding: .utf8)
        let again = try Program.run(
          ["alternatives", folder.path, "--count", "2", "--quiet"] + Self.brief)
        #expect([0, 65].contains(again.status), "\(again.status): \(again.errors)")
        try rules.write(to: scenario, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test func `of several terms one is explained, alone`() throws {
    try withTrust { folder, plan in
      let made = try Program.run(
        ["plan", folder.path, "--terms", "2", "--json", "--quiet"] + Self.brief)
      try made.output.write(to: plan, atomically: true, encoding: .utf8)
      for term in ["1", "2"] {
        let run = try Program.run(
          [
            "explain", folder.path, plan.path, "--group", "1", "--term", term, "--quiet",
          ] + Self.brief)
        #expect(run.output.contains("of this term alone"), "\(run.output)")
      }
      let alone = try Program.run(
        ["alternatives", folder.path, "--count", "1", "--quiet"] + Self.brief)
      #expect(!alone.output.contains("of this term alone"))
      let scenario = folder.appending(path: "scenario.yaml")
      try "horizon: 2\n".write(to: scenario, atomically: true, encoding: .utf8)
      let run = try Program.run(
        ["alternatives", folder.path, "--count", "1", "--quiet"] + Self.brief)
      #expect(run.output.contains("plans of this term alone; later terms are not looked at."))
    }
  }

  @Test func `a shard without a chain has nothing to do, and says so`() throws {
    try withTrust { folder, _ in
      let vary =
        ["sweep", folder.path, "--vary", "rules.repeat=0,60", "--shard", "3/3"] + Self.brief
      let run = try Program.run(vary)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("Nothing is left for shard 3 of 3"))
      #expect(!run.errors.contains("variants:"))
    }
  }

  @Test func `what one chain handed over is not kept for another`() throws {
    try withTrust { folder, _ in
      let out = folder.appending(path: "sweep").path
      func sweep(_ values: String) throws -> String {
        try Program.run(
          [
            "sweep", folder.path, "--vary", "rules.travel-limit=\(values)", "--out", out,
          ] + Self.brief
        ).errors
      }
      let (first, again) = (try sweep("30,40..50"), try sweep("30,40..50"))
      #expect(!first.contains("kept") && again.contains("3 kept"))
      // The chain is from the widest limit down, so that 40 came after 50 before, and does not now.
      let shorter = try sweep("30,40")
      #expect(!shorter.contains("kept"))
    }
  }

  @Test func `no name acts on a terminal`() throws {
    try withTrust { folder, plan in
      for file in ["schools.csv", "people.csv"] {
        let url = folder.appending(path: file)
        try String(contentsOf: url, encoding: .utf8)
          .replacing("Ash School", with: "Ash\u{1B}[31m School")
          .replacing("Kim", with: "K\u{202E}im")
          .write(to: url, atomically: true, encoding: .utf8)
      }
      for command in [
        ["plan", folder.path], ["alternatives", folder.path, "--count", "2"],
        ["explain", folder.path, plan.path],
        ["explain", folder.path, plan.path, "--school", "ash"],
        ["verify", folder.path, plan.path], ["compare", folder.path, plan.path, plan.path],
        ["diagnose", folder.path], ["rules", folder.path], ["ledger", folder.path],
      ] {
        let run = try Program.run(command)
        for text in [run.output, run.errors] {
          #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"), "\(command[0])")
        }
      }
    }
  }

  @Test func `alternatives are ranked, and say what they give up`() throws {
    try withTrust { folder, _ in
      let run = try Program.run(
        ["alternatives", folder.path, "--count", "3", "--quiet"] + Self.brief)
      #expect(run.status == 0)
      #expect(run.output.contains("3 plans, every two of which have at least 6 schools"))
      #expect(run.output.contains("\n3. ") && run.output.contains("It gives up"))
      let json = try Program.run(
        ["alternatives", folder.path, "--count", "99", "--json", "--quiet", "--threads", "8"]
          + Self.brief)
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      // Ten ways to make two triads of six; four of them have ash and fir together.
      #expect((answer["plans"] as? [Any])?.count == 6)
      #expect(answer["exhausted"] as? Bool == true)
    }
  }

  @Test func `a sweep is kept, shared out, and the same bytes however it is run`() throws {
    try withTrust { folder, _ in
      let vary =
        [
          "sweep", folder.path, "--vary", "rules.travel-limit=10,40..100", "--vary",
          "rules.champion-from-outside=0,30", "--quiet",
        ] + Self.brief
      let whole = try Program.run(vary + ["--threads", "1"])
      #expect(whole.status == 0)
      #expect(whole.output.split(separator: "\n").count == 9)
      #expect(whole.output.contains("infeasible") && whole.output.contains(",yes,"))
      let out = folder.appending(path: "sweep")
      let table = out.appending(path: "sweep.csv")
      let second = try Program.run(vary + ["--out", out.path, "--shard", "2/2", "--threads", "2"])
      #expect(second.status == 0)
      #expect(second.output.split(separator: "\n").count == 5)
      #expect(!FileManager.default.fileExists(atPath: table.path))
      let first = try Program.run(vary + ["--out", out.path, "--shard", "1/2", "--threads", "8"])
      #expect(first.output == whole.output)
      #expect(try String(contentsOf: table, encoding: .utf8) == whole.output)
      let json = try Program.run(vary + ["--json"])
      let written = try String(contentsOf: out.appending(path: "sweep.json"), encoding: .utf8)
      #expect(json.output == written)
      var again = vary + ["--out", out.path]
      again.removeAll { $0 == "--quiet" }
      #expect(try Program.run(again).errors.contains("8 kept from earlier runs"))
      let other = try Program.run(again + ["--seed", "2"])
      #expect(!other.errors.contains("kept"))
    }
  }
}
