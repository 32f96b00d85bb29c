import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Faults of scenario.yaml")
struct SettingsFaultTests {
  private func faults(_ yaml: String, _ more: [String: String] = [:]) throws -> [String] {
    try FolderUnderTest.faults(more.merging(["scenario.yaml": yaml]) { _, new in new })
      .map { $0.replacing("scenario.yaml:", with: "") }
  }

  @Test func `keys, rules and overrides that do not exist`() throws {
    let found = try faults(
      """
      trst: T
      travel-limit: 60
      horizon: 1000
      rules:
        travel-limt: 60
        hub: {wnt: same}
        rest: true
      overrides:
        - {school: ahs, rule: travel-limit, value: 80, reason: r}
        - {person: nobody, rule: load, value: off, reason: r}
        - {school: ash, rule: traval-limit, value: 80, reason: r}
        - {school: ash, rule: standing, value: off, reason: r}
        - {school: ash, rule: load, value: off, reason: r}
        - {school: ash, rule: travel-limit, reason: "  "}
        - {rule: travel-limit, value: 80, reason: r}
        - {school: ash, person: x, rule: travel-limit, value: 80, reason: r}
        - {school: elm, rule: travel-limit, value: 80, reason: r, until: 2027}
        - {school: elm, rule: travel-limit, value: 90, reason: r}
        - {school: elm, rule: need, value: many, reason: r}
        - ash
      """)
    let wanted = [
      "1:1: there is no such key, found 'trst'; did you mean 'trust'?",
      "2:1: there is no such key, found 'travel-limit'; this is a rule: write it below 'rules:'",
      "3:10: horizon: the number of terms must be a whole number, found '1000'; give a number from 1",
      "5:3: there is no such rule, found 'travel-limt'; did you mean 'travel-limit'?",
      "6:9: hub: there is no such part, found 'wnt'; did you mean 'want'?",
      "7:9: rest: true and false are for one school, found 'true'; write them as overrides",
      "9:14: there is no such school, found 'ahs'; did you mean 'ash'?",
      "10:14: there is no such person, found 'nobody'; write an id from people.csv",
      "11:25: there is no such rule, found 'traval-limit'; did you mean 'travel-limit'?",
      "12:25: this rule cannot be overridden for one school, found 'standing'; it holds for all",
      "13:25: this rule cannot be overridden for one school, found 'load'; override it for one pers",
      "14:5: overrides: the value is missing; write the value that holds here instead",
      "14:47: overrides: the reason is missing; say why in a few words",
      "15:5: overrides: the school is missing; name one school or one person",
      "16:27: overrides: an override is for one school or one person; write two overrides",
      "17:61: overrides: there is no such part, found 'until'",
      "18:5: this rule is overridden for the same one already, in line 17, found 'travel-limit'",
      "19:38: need: a cost is needed, found 'many'; write must, or minutes from 0 to 99999",
      "20:5: overrides: this setting is not understood, found 'ash'",
    ]
    #expect(found.count == wanted.count, "\(found)")
    for (line, beginning) in zip(found, wanted) {
      #expect(line.hasPrefix(beginning))
    }
  }

  @Test func `a rule set twice`() throws {
    #expect(
      try faults("pins: [[ash, elm, fir]]\nrules:\n  pin: [[beech, cedar, dale]]\n") == [
        "3:3: the rule 'pin' is set already, in line 1, found 'pin'; keep one of the two"
      ])
    #expect(try faults("rules:\n  pins: []\n").first?.contains("did you mean 'pin'?") == true)
  }

  @Test func `schools and champions in rules that nobody knows`() throws {
    let found = try faults(
      "together: [[ash, oak]]\nforbid: [{review: elm, champion: kim}]\nrules:\n  pin: [[ash]]\n")
    #expect(
      found.map { $0.split(separator: ";")[0] } == [
        "1:12: together: there is no such school, found 'oak'",
        "2:10: forbid: there is no such champion, found 'kim'",
        "4:9: pin: one alone is not a group, found 'ash'",
      ])
  }

  @Test func `two rules that contradict outright`() throws {
    let found = try faults(
      """
      together: [[ash, beech]]
      apart: [[beech, ash]]
      pins:
        - [cedar, dale, elm]
        - [elm, fir, ash]
      """)
    #expect(
      found.map { $0.split(separator: ";")[0] }
        == [
          "1:12: together: a pin, at line 5, has ash in a group without beech",
          "1:12: together: ash and beech may not be in one group, by the rule 'apart', found 'ash, "
            + "beech'",
          "5:5: pin: elm is pinned to another group already, at line 4, found 'elm, fir, ash'",
        ].map { $0.hasPrefix("1:12: together: a pin") ? $0 + ", found 'ash, beech'" : $0 })
  }

  @Test(arguments: [
    ("term: {starts: 2026-09-02}", ["1:7: term: 'starts' without 'ends'"]),
    ("term: {reviews: 2026-09-02}", ["1:7: term: a term without its first and last day"]),
    (
      "term: {starts: 2026-12-18, ends: 2026-09-02}", ["1:34: term: the term ends before it starts"]
    ),
    (
      "term: {starts: 2026-01-01, ends: 2027-01-02}", ["1:34: term: the term is longer than a year"]
    ),
    (
      "term: {starts: 02/09/2026, ends: 2026-02-30}",
      ["1:16: term: this is no", "1:34: term: this"]
    ),
    (
      "term: {starts: 2026-09-02, ends: 2026-12-18, reviews: 2026-09-01..2026-10-01}",
      ["1:55: term: the review window is not inside the term"]
    ),
    (
      "term: {starts: 2026-09-02, ends: 2026-12-18, closed: [never, 2027-01-01]}",
      ["1:55: term: this is no day and no run of days", "1:62: a date outside the term"]
    ),
    ("term: {nmae: x}", ["1:8: term: there is no such part, found 'nmae'; did you mean 'name'?"]),
    ("term: [a]", ["1:7: term: this setting is not understood"]),
    ("trust: [a]", ["1:8: the trust's name must be a text"]),
    ("rules: [a]", ["1:8: the rules must be a map"]),
    ("overrides: {a: b}", ["1:12: the overrides must be a list"]),
    ("- a\n- b\n", ["1:1: the file must be a map"]),
  ])
  func `terms and shapes`(yaml: String, wanted: [String]) throws {
    let found = try faults(yaml)
    #expect(found.count == wanted.count, "\(found)")
    for (line, beginning) in zip(found, wanted) { #expect(line.hasPrefix(beginning)) }
  }

  @Test(arguments: [
    ("trust: a\ntrust: b\n", "1:1: the same key stands twice in one map, found 'trust'"),
    ("rules: {a: 1, \"a\": 2}", "1:9: the same key stands twice"),
    ("trust: [a, b\nrules: x\n", "2:"),
    ("trust: \"a\n", "2:1: this is not YAML: while scanning a quoted scalar, begun in line 1:"),
    ("a: b: c\n", "1:5: this is not YAML"),
    ("trust: x\n\t- y\n", "2:1: this is not YAML"), ("trust: *nobody\n", "1:8: this is not YAML"),
    ("trust: a\n---\ntrust: b\n", "2:1: this is not YAML"),
    ("trust: \u{7}x", "1:8: this is not YAML"),
    ("x", "1:1: the file must be a map"), ("[", "1:2: this is not YAML"),
    ("? [a]\n: b\n", "1:3: a key"),
    ("é: [a, \u{2028}}", "2:1: this is not YAML"), ("{", ""), ("*a", ""),
    ("a: !!binary x", ""), ("%YAML 9.9\n---\na: b", ""), ("a: &a [*a]", ""), ("\"\\ud800\"", ""),
  ])
  func `text that is no YAML, or not ours`(yaml: String, beginning: String) throws {
    let found = try faults(yaml)
    #expect(!found.isEmpty)
    #expect(found.first?.hasPrefix(beginning) == true, "\(found)")
  }

  @Test func `aliases of aliases do not take for ever`() throws {
    var lines = ["trust: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...30 {
      let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("k\(level): &a\(level) [\(names)]")
    }
    let bomb = lines.joined(separator: "\n")
    let reading = YAMLReader(Array(bomb.utf8), file: "s", mostValues: 5000)
    #expect(reading.root == nil)
    #expect(
      reading.faults.map(\.problem) == ["the aliases in the file stand for more than 5000 values"])
    for key in [
      "*a30 : b", "[*a30]: b", "? *a30\n: b", "{[*a30]: b}: c", "x: {*a30: b}", "?\n - *a30",
    ] {
      let found = try faults(bomb + "\n" + key + "\n")
      #expect(
        found.count == 1 && found[0].contains("a key must be a plain text"), "\(key): \(found)")
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func `deep nesting is refused`(opening: String) throws {
    for depth in [900, 20_000] {
      let found = try faults("rules: \n  " + String(repeating: opening, count: depth))
      #expect(!found.isEmpty)
    }
  }

  @Test func `a file larger than settings can be`() throws {
    let yaml = "trust: " + String(repeating: "x", count: YAMLReader.mostBytes)
    #expect(try faults(yaml).first?.hasPrefix("1:1: the file is too large") == true)
  }
}
