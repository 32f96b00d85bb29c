import Foundation
import Testing

/// What is said of openings once a plan is published.
@Suite struct PublishCommandTests {
  /// A trust with one opening and two who may go, planned and published.
  private func words(opening: String, candidates: [String]) throws -> String {
    var words = ""
    try Program.withFolder { folder in
      let schools = ["ash", "beech", "cedar"].enumerated().map {
        "\($1),\($1),primary,53.\($0),-1,yes"
      }
      let files = [
        "schools.csv": ["id,name,phase,latitude,longitude,participates"] + schools
          + ["dale,Dale,primary,53.01,-1,no"],
        "scenario.yaml": ["trust: T", "term: Autumn 2026", "rules: {linked-by-secondment: off}"],
        "people.csv": [
          "id,name,school,role", "ann,Ann,dale,deputy", "bob,Bob,dale,deputy",
          "cat,Cat,dale,deputy",
        ],
        "openings.csv": ["id,school,role,days,terms", opening],
        "candidates.csv": ["person,days,until,consent,head-consent"] + candidates,
      ]
      for (name, lines) in files {
        try (lines.joined(separator: "\n") + "\n")
          .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let out = folder.appending(path: "out").path
      #expect(try Program.run(["plan", folder.path, "--quiet", "--out", out]).status == 0)
      let run = try Program.run(["publish", out + "/plan.json", "--into", folder.path])
      #expect(run.status == 0, "\(run.errors)")
      words = run.output
    }
    return words
  }

  @Test func `an opening that is over is not called filled if it was not`() throws {
    let whole = try words(opening: "o,beech,deputy,2,1", candidates: ["ann,2,,yes,yes"])
    #expect(whole.contains("take out of openings.csv what is filled: o. "))
    let part = try words(opening: "o,beech,deputy,5,1", candidates: ["ann,2,,yes,yes"])
    #expect(
      part.contains(
        "take out of openings.csv what is over: o (filled in part: open was 3 days a week in "
          + "Autumn 2026). "))
    #expect(!part.contains("what is filled"))
  }

  @Test func `an opening that got nobody is named, with what becomes of it`() throws {
    let nobody = ["ann,2,,no,yes"]
    let over = try words(opening: "o,beech,deputy,2,1", candidates: nobody)
    #expect(
      over.contains(
        "Nobody came to o, and it ended with Autumn 2026: take its row out of openings.csv, or write a "
          + "later first-term if it is still wanted.\n"))
    let left = try words(opening: "o,beech,deputy,2,3", candidates: nobody)
    #expect(
      left.contains(
        "Nobody came to o in Autumn 2026: if it is still wanted, write Spring 2027 as its first-term "
          + "and 2 as its terms.\n"))
  }

  @Test func `what is open gets a row for each run of terms with as many days`() throws {
    let two = try words(
      opening: "o,beech,deputy,5,4",
      candidates: ["ann,2,,yes,yes", "bob,2,Spring 2027,yes,yes"])
    #expect(
      two.contains(
        "give what is open 2 rows, each with an id of its own: 1 day a week in Spring 2027; 3 days a "
          + "week in Summer 2027 and Autumn 2027.\n"))
    let one = try words(opening: "o,beech,deputy,5,4", candidates: ["ann,2,,yes,yes"])
    #expect(
      one.contains(
        "give what is open a row with an id of its own: 3 days a week from Spring 2027 to Autumn "
          + "2027.\n"))
  }
}
