import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("The published plan of a scenario")
struct PublishedPlanTests {
  /// One term: two triads of the six schools unless others are given, each with these reviews.
  private static func plan(
    _ groups: [[String]] = [["ash", "beech", "cedar"], ["dale", "elm", "fir"]],
    term: String = "This term", reviews: String = "[]"
  ) -> String {
    let lists = groups.map { schools in
      "{\"schools\": [\(schools.map { "\"\($0)\"" }.joined(separator: ", "))], \"reviews\": \(reviews)}"
    }
    return "{\"term\": \"\(term)\", \"groups\": [\(lists.joined(separator: ",\n"))]}"
  }

  private static func document(_ terms: String...) -> String {
    "{\"trefoil\": 1, \"trust\": \"T\", \"terms\": [\n\(terms.joined(separator: ",\n"))]}"
  }

  private static let settings = "published: plan.json\nrules: {change: 60}\n"

  private func faults(
    _ plan: String?, yaml: String = Self.settings, _ more: [String: String] = [:]
  ) throws -> [String] {
    var files = more
    files["scenario.yaml"] = yaml
    if let plan { files["plan.json"] = plan }
    return try FolderUnderTest.faults(files)
  }

  private func term(_ document: String, yaml: String = Self.settings) throws -> TermPlan? {
    try FolderUnderTest(["plan.json": document, "scenario.yaml": yaml]).read().published
  }

  @Test func `a plan is read as it was published`() throws {
    let published = try term(Self.document(Self.plan()))
    #expect(
      published?.groups.map { $0.schools.map(\.rawValue) } == [
        ["ash", "beech", "cedar"], ["dale", "elm", "fir"],
      ])
    #expect(try FolderUnderTest().read().published == nil)
    #expect(try FolderUnderTest(["scenario.yaml": "published:\n"]).read().published == nil)
  }

  @Test func `it may lie in a folder within the scenario's`() throws {
    let folder = try FolderUnderTest(["scenario.yaml": "published: old/plan.json\n"])
    try folder.directory.makeFolder("old")
    try folder.directory.put(Self.document(Self.plan()), at: "old/plan.json")
    #expect(try folder.read().published?.groups.count == 2)
  }

  @Test func `of several terms the planned one counts, a single one in any case`() throws {
    let other = Self.plan([["ash", "beech", "dale"]], term: "Spring 2027")
    let named = Self.plan([["ash", "elm", "fir"]], term: "Autumn 2026")
    let yaml = Self.settings + "term: Autumn 2026\n"
    #expect(try term(Self.document(other, named), yaml: yaml)?.term == "Autumn 2026")
    #expect(try term(Self.document(other), yaml: yaml)?.term == "Spring 2027")
    #expect(
      try faults(Self.document(other, other), yaml: yaml) == [
        "plan.json:1:39: of the 2 terms of the published plan 0 have the name of the planned one, "
          + "Autumn 2026; name a plan that has the planned term once"
      ])
    #expect(try faults(Self.document(named, named), yaml: yaml).first?.contains("2 have") == true)
    #expect(
      try faults(Self.document()) == [
        "plan.json:1:39: the published plan has no term; name a plan that has the planned term once"
      ])
  }

  @Test func `schools and people that nobody knows, once each, with every other fault`() throws {
    let reviews =
      "[{\"host\": \"oak\", \"reviewers\": [\"ash-principal\", \"kim\"], \"champions\": [\"kim\", "
      + "\"lee\"], \"workshopLead\": \"max\"}, {\"host\": \"ash\", \"reviewers\": [\"kim\"]}, "
      + "{\"host\": \"ash\", \"reviewers\": [\"beech-principal\"]}]"
    let found = try faults(
      Self.document(Self.plan([["ash", "oak", "ash"]], reviews: reviews)),
      yaml: Self.settings + "trst: T\n")
    #expect(
      found.map { $0.split(separator: ";")[0] } == [
        "plan.json:2:54: there is no such school, found 'oak'",
        "plan.json:2:61: this school stands in the published plan already, found 'ash'",
        "plan.json:2:128: there is no such person, found 'kim'",
        "plan.json:2:157: there is no such person, found 'lee'",
        "plan.json:2:181: there is no such person, found 'max'",
        "plan.json:2:237: this school hosts a review already, found 'ash'",
        "scenario.yaml:3:1: there is no such key, found 'trst'",
      ])
    #expect(
      found[0].hasSuffix(
        "keep the row of a school that has left in schools.csv, with 'participates' no"))
    #expect(
      found[2].hasSuffix("keep the row of a person who has left in people.csv, with 'capacity' 0"))
  }

  @Test func `where schools or people cannot be read nobody else is blamed`() throws {
    let reviews = "[{\"host\": \"ash\", \"reviewers\": [\"kim\"]}]"
    let plan = Self.document(Self.plan([["ash", "beech", "cedar"]], reviews: reviews))
    let files = ["scenario.yaml": Self.settings, "plan.json": plan]
    let schools = try FolderUnderTest.faults(schools: "", files)
    #expect(schools.count == 1 && schools[0].hasPrefix("schools.csv:"), "\(schools)")
    let people = try faults(plan, ["people.csv": ""])
    #expect(people.count == 1 && people[0].hasPrefix("people.csv:"), "\(people)")
  }

  @Test(arguments: [
    (
      "/plan.json", "1:12: the published plan has to lie in the scenario folder, found '/plan.json'"
    ),
    ("../plan.json", "1:12: the published plan has to lie in the scenario folder"),
    ("a/../../plan.json", "1:12: the published plan has to lie in the scenario folder"),
    ("[plan.json]", "1:12: the published plan is named by its file, found 'a list'"),
    ("{file: plan.json}", "1:12: the published plan is named by its file"),
    ("\"plan.json\\0\"", "1:12: the published plan is named by its file"),
    ("\" \"", "1:12: the published plan is named by its file"),
    ("old.json", "1:12: there is no such file in the scenario folder, found 'old.json'"),
    ("schools.csv/plan.json", "1:12: there is no such file in the scenario folder"),
  ])
  func `names that lead nowhere`(name: String, wanted: String) throws {
    let found = try faults(nil, yaml: "published: \(name)\nrules: {change: 60}\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("scenario.yaml:" + wanted) == true, "\(found)")
  }

  @Test(arguments: [
    ("", "plan.json:1:1: the file is empty"), ("{", "plan.json:1:2: this is not JSON"),
    ("[]", "plan.json:1:1: an object is needed"),
    ("{\"trefoil\": 1, \"trust\": \"T\"}", "plan.json:1:1: the key 'terms' is missing"),
    ("{\"trefoil\": 2, \"trust\": \"T\", \"terms\": []}", "plan.json:1:13: trefoil: the format"),
    ("id,name\n", "plan.json:1:1: this is not JSON"),
    ("\u{0}", "plan.json:1:1: "),
  ])
  func `files that are no plan`(text: String, wanted: String) throws {
    let found = try faults(text)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix(wanted) == true, "\(found)")
  }

  @Test func `a folder is no plan`() throws {
    let found = try faults(nil, yaml: "published: .\n")
    #expect(found.count == 1 && found[0].contains("this is a folder, not a file"), "\(found)")
  }

  @Test func `the rule without a plan is a fault, the plan without the rule is none`() throws {
    let remedy = "name it beside the rules, 'published: plan.json', or take the rule out"
    let problem = "the rule 'change' is set, and no published plan is named"
    #expect(
      try faults(nil, yaml: "rules:\n  change: 60\n") == [
        "scenario.yaml:2:3: \(problem); \(remedy)"
      ])
    #expect(
      try faults(
        nil, yaml: "overrides:\n  - {school: ash, rule: change, value: must, reason: r}\n")
        == ["scenario.yaml:2:3: \(problem); \(remedy)"])
    #expect(try faults(nil, yaml: "rules: {change: off}\n") == [])
    #expect(try faults(Self.document(Self.plan()), yaml: "published: plan.json\n") == [])
  }

  @Test(arguments: [
    ("60", "{school: 60, person: 60}"), ("must", "{school: must, person: must}"),
    ("{must: true}", "{school: must, person: must}"), ("{cost: 5}", "{school: 5, person: 5}"),
    ("{school: must}", "{school: must, person: off}"), ("{person: 7}", "{school: off, person: 7}"),
    ("{school: 9, person: {must: true}}", "{school: 9, person: must}"),
    ("{cost: 5, school: off}", "{school: off, person: 5}"), ("off", "off"),
  ])
  func `settings of the rule`(text: String, wanted: String) throws {
    let yaml = "published: plan.json\nrules:\n  change: \(text)\n"
    let folder = try FolderUnderTest([
      "plan.json": Self.document(Self.plan()), "scenario.yaml": yaml,
    ])
    #expect(Change.write(try folder.read().rules[Change.self].setting) == wanted)
  }

  @Test(arguments: ["[1]", "many", "-1", "{schol: 5}", "{school: [5]}", "100000"])
  func `settings that are none`(text: String) throws {
    let yaml = "published: plan.json\nrules:\n  change: \(text)\n"
    let found = try faults(Self.document(Self.plan()), yaml: yaml)
    #expect(found.count == 1 && found[0].contains(": change: "), "\(found)")
  }

  @Test func `an exception keeps what it does not say`() throws {
    let yaml =
      Self.settings
      + "overrides:\n  - {school: ash, rule: change, value: {school: must}, reason: r}\n"
    let folder = try FolderUnderTest([
      "plan.json": Self.document(Self.plan()), "scenario.yaml": yaml,
    ])
    let exceptions = try folder.read().rules[Change.self].governed.exceptions
    #expect(exceptions.map(\.setting) == [.init(school: .must, person: .minutes(60))])
  }
}
