import Foundation
import Testing

/// Many scenarios in one run, with lines, files and exit codes as a person sees them.
@Suite struct BatchTests {
  /// A trust of schools on a line, without dates.
  private func makeTrust(_ name: String, in folder: URL, schools: Int = 3) throws {
    let rows = (0..<schools).map { "s\($0),School \($0),primary,53.\(10 + $0 * $0),-1.5" }
    try put(
      (["id,name,phase,latitude,longitude"] + rows).joined(separator: "\n") + "\n",
      at: "\(name)/schools.csv", in: folder)
  }

  private func put(_ text: String, at path: String, in folder: URL) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func lines(_ run: Program.Run) -> [String] {
    run.output.split(separator: "\n").map(String.init)
  }

  private func names(_ run: Program.Run) -> [String] {
    lines(run).dropFirst().map { $0.split(separator: ",").first.map(String.init) ?? "" }
  }

  @Test func `a folder of scenarios stands for them in the order of names`() throws {
    try Program.withFolder { folder in
      for name in ["trusts/cedar", "trusts/ash", "trusts/beech", "other", "trusts/.hidden"] {
        try makeTrust(name, in: folder)
      }
      try put("not a scenario", at: "trusts/notes/readme.txt", in: folder)
      let paths = ["trusts", "other"].map { folder.appending(path: $0).path }
      let run = try Program.run(["batch", "--jobs", "1"] + paths)
      #expect(run.status == 0)
      #expect(names(run) == ["ash", "beech", "cedar", "other"])
      #expect(lines(run)[0] == "scenario,schools,status,cost,bound,gap,seconds,note")
      #expect(lines(run)[1].hasPrefix("ash,3,optimal,"))
      #expect(run.errors.hasPrefix("4 scenarios: 4 optimal, 0 feasible, 0 infeasible, 0 failed; "))
      let parts = try (1...3).map { index in
        try Program.run(["batch", "--quiet", "--jobs", "1", "--shard", "\(index)/3"] + paths)
      }
      #expect(parts.map(names) == [["ash", "other"], ["beech"], ["cedar"]])
      #expect(parts.map(\.errors) == ["", "", ""])
      let pod = try Program.run(
        ["batch", "--shards", "3"] + paths, environment: ["JOB_COMPLETION_INDEX": "1"])
      #expect(names(pod) == ["beech"])
    }
  }

  @Test func `a scenario that fails has its line, and the rest is planned`() throws {
    try Program.withFolder { folder in
      try makeTrust("ash", in: folder)
      try makeTrust("two", in: folder, schools: 2)
      try put("id,name,phase\na,A,primry\nb,,primary\n", at: "bad/schools.csv", in: folder)
      func run(_ names: String...) throws -> Program.Run {
        try Program.run(
          ["batch", "--jobs", "1"] + names.map { folder.appending(path: $0).path })
      }
      #expect(try run("ash").status == 0)
      #expect(try run("two", "ash").status == 1)
      #expect(try run("bad", "two", "ash").status == 65)
      let all = try run("none", "bad", "two", "ash")
      #expect(all.status == 66)
      #expect(names(all) == ["none", "bad", "two", "ash"])
      #expect(lines(all)[1].hasPrefix("none,,no-such-file,,,,0.0"))
      #expect(lines(all)[2].hasPrefix("bad,,bad-input,,,,"))
      #expect(lines(all)[2].contains("schools.csv:1:1: "))
      #expect(lines(all)[3].hasPrefix("two,2,infeasible,,,,"))
      #expect(lines(all)[4].hasPrefix("ash,3,optimal,"))
      #expect(all.errors.contains("schools.csv:2:") && all.errors.contains("schools.csv:3:"))
      #expect(
        all.errors.contains("4 scenarios: 1 optimal, 0 feasible, 1 infeasible, 2 failed; "))
      let objects = try Program.run([
        "batch", "--format", "jsonl", folder.appending(path: "two").path,
      ])
      let line = try #require(
        try JSONSerialization.jsonObject(with: Data(objects.output.utf8)) as? [String: Any])
      #expect(line["status"] as? String == "infeasible")
      #expect(line["schools"] as? Int == 2)
      #expect(line["cost"] is NSNull)
    }
  }

  @Test func `the next run keeps what still stands, and plans the rest`() throws {
    try Program.withFolder { folder in
      for (name, schools) in [("ash", 3), ("beech", 4), ("cedar", 5), ("two", 2)] {
        try makeTrust("trusts/\(name)", in: folder, schools: schools)
      }
      let out = folder.appending(path: "plans")
      func kept(_ more: String...) throws -> [String] {
        let run = try Program.run(
          ["batch", folder.appending(path: "trusts").path, "--out", out.path] + more)
        #expect(run.status == 1)
        #expect(lines(run).count == 5)
        return lines(run).filter { $0.contains(",kept") || $0.contains(",\"kept: ") }
          .map { String($0.prefix { $0 != "," }) }.sorted()
      }
      #expect(try kept().isEmpty)
      #expect(try files(in: out.appending(path: "two")) == ["batch.json"])
      #expect(
        try files(in: out.appending(path: "ash"))
          == ["batch.json", "people.csv", "plan.json", "reviews.csv"])
      let first = try bytes(in: out)
      #expect(try kept() == ["ash", "beech", "cedar", "two"])
      #expect(try bytes(in: out) == first)
      // Only what was written last says that a scenario is done.
      try FileManager.default.removeItem(at: out.appending(path: "ash/batch.json"))
      try put("{}", at: "plans/beech/plan.json", in: folder)
      try makeTrust("trusts/cedar", in: folder, schools: 6)
      #expect(try kept() == ["two"])
      #expect(try bytes(in: out)["beech/plan.json"] == first["beech/plan.json"])
      #expect(try bytes(in: out)["cedar/plan.json"] != first["cedar/plan.json"])
      #expect(try kept("--time", "100") == ["ash", "beech", "cedar", "two"])
      #expect(try kept("--seed", "2").isEmpty)
      #expect(try kept("--seed", "2", "--effort", "99").isEmpty)
    }
  }

  @Test func `scenarios at once give the same bytes as one after another`() throws {
    try Program.withFolder { folder in
      for schools in 3...7 {
        try makeTrust("trusts/t\(schools)", in: folder, schools: schools)
      }
      let trusts = folder.appending(path: "trusts").path
      let plans = try ["1", "4"].map { jobs in
        let out = folder.appending(path: "plans-\(jobs)")
        #expect(
          try Program.run(["batch", trusts, "--out", out.path, "--jobs", jobs]).status == 0)
        // The time that a scenario took stands in batch.json.
        return try bytes(in: out).filter { !$0.key.hasSuffix("batch.json") }
      }
      #expect(plans[0].count == 15)
      #expect(plans[0] == plans[1])
    }
  }

  @Test func `misuse is told before anything is planned`() throws {
    try Program.withFolder { folder in
      try makeTrust("one/ash", in: folder)
      try makeTrust("two/ash", in: folder)
      let paths = ["one/ash", "two"].map { folder.appending(path: $0).path }
      let out = folder.appending(path: "plans")
      let twice = try Program.run(["batch", "--out", out.path] + paths)
      #expect(twice.status == 64)
      #expect(twice.output.isEmpty)
      #expect(twice.errors.contains("two/ash"))
      #expect(!FileManager.default.fileExists(atPath: out.path))
      #expect(try Program.run(["batch"] + paths).status == 0)
      for misuse in [
        ["--jobs", "0"], ["--shard", "3/2"], ["--shards", "2"], ["--effort", "0"],
        ["--time", "0"], ["--format", "xml"], ["--shard", "1/2", "--shards", "2"],
      ] {
        #expect(try Program.run(["batch"] + misuse + paths).status == 64, "\(misuse)")
      }
      #expect(try Program.run(["batch"]).status == 64)
      try put("", at: "file", in: folder)
      let nowhere = folder.appending(path: "file").path
      #expect(try Program.run(["batch", "--out", nowhere, paths[0]]).status == 73)
    }
  }

  @Test func `an interruption ends what runs, and the next run goes on`() throws {
    try Program.withFolder { folder in
      try makeTrust("ash", in: folder)
      let big = folder.appending(path: "big").path
      let made = ["synthesise", "--schools", "150", "--out", big]
      #expect(try Program.run(made).status == 0)
      try makeTrust("rest", in: folder)
      let out = folder.appending(path: "plans")
      let paths = ["ash", "big", "rest"].map { folder.appending(path: $0).path }
      let (process, output, errors) = try Program.start(
        ["batch", "--jobs", "1", "--out", out.path] + paths)
      var text = ""
      while !text.contains("\nash,"), let data = try output.read(upToCount: 1), !data.isEmpty {
        text += String(decoding: data, as: UTF8.self)
      }
      process.interrupt()
      let words = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
      #expect(words.contains(" left; "), "\(words)")
      #expect(try files(in: out).filter { $0 != "big" } == ["ash"])
      #expect(!FileManager.default.fileExists(atPath: out.path + "/big/batch.json"))
      let next = try Program.run(["batch", "--out", out.path, paths[0], paths[2]])
      #expect(next.status == 0)
      #expect(lines(next).contains { $0.hasPrefix("ash,") && $0.hasSuffix(",kept") })
      #expect(lines(next).contains { $0.hasPrefix("rest,") && $0.hasSuffix(",") })
    }
  }

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// The bytes of every file of every scenario.
  private func bytes(in out: URL) throws -> [String: Data] {
    var bytes: [String: Data] = [:]
    for name in try files(in: out) {
      for file in try files(in: out.appending(path: name)) {
        bytes["\(name)/\(file)"] = try Data(contentsOf: out.appending(path: "\(name)/\(file)"))
      }
    }
    return bytes
  }
}
