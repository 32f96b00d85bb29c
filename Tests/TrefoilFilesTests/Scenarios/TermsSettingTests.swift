import Testing
import TrefoilModel

@testable import TrefoilFiles

/// The keys `horizon` and `later` of scenario.yaml.
@Suite struct TermsSettingTests {
  private func read(_ yaml: String) throws -> Scenario {
    try FolderUnderTest(["scenario.yaml": yaml]).read()
  }

  private func faults(_ yaml: String) throws -> [String] {
    try FolderUnderTest.faults(["scenario.yaml": yaml])
      .map { $0.replacing("scenario.yaml:", with: "") }
  }

  @Test func `terms are named in sequence and counted`() throws {
    let scenario = try read(
      """
      term: {name: Autumn 2026, starts: 2026-09-02, ends: 2026-12-18, away: [ash]}
      horizon: 5
      later:
        - {starts: 2027-01-05, ends: 2027-03-25, closed: [2027-02-15..2027-02-19]}
        - {name: Summer 2027, away: [elm]}
      """)
    #expect(scenario.horizon == 5)
    #expect(scenario.term.away == [SchoolID("ash")])
    let names = (0..<5).map { scenario.term(at: $0).name }
    #expect(names == ["Autumn 2026", "Spring 2027", "Summer 2027", "Autumn 2027", "Spring 2028"])
    #expect(scenario.later.map { $0.dates == nil } == [false, true])
    #expect(scenario.later[1].away == [SchoolID("elm")])
  }

  @Test func `later terms alone make a horizon`() throws {
    #expect(try read("term: Term 1\nlater: [{}, {}]").horizon == 3)
    #expect(try read("term: Term 1").horizon == 1)
  }

  @Test(arguments: ["0", "-3", "1000", "many", "2.5", "[3]", "''"])
  func `a horizon that is no number of terms`(value: String) throws {
    let found = try faults("horizon: \(value)")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("1:10: horizon: the number of terms must be a whole number"))
    #expect(found[0].hasSuffix("give a number from 1 to 100"))
  }

  @Test func `later terms that cannot be`() throws {
    let found = try faults(
      """
      term: {name: Autumn 2026, starts: 2026-09-02, ends: 2026-12-18}
      horizon: 2
      later:
        - {name: Spring 2027, away: [ahs, elm, elm]}
        - {name: Spring 2027}
        - {name: Summer 2026, away: ash}
        - {name: Autumn 2027, starts: 2026-12-01, ends: 2026-12-20}
        - spring
        - {nam: X}
      """)
    let wanted = [
      "2:10: horizon: with 'term' and 'later' there are 7 terms",
      "4:32: there is no such school, found 'ahs'; did you mean 'ash'?",
      "4:42: away: the same school stands twice",
      "5:5: later: two terms have one name",
      "6:5: later: this term is not after",
      "6:31: away: a list of schools is needed",
      "9:6: later: there is no such part, found 'nam'; did you mean 'name'?",
    ]
    #expect(found.count == wanted.count, "\(found)")
    for (line, beginning) in zip(found, wanted) {
      #expect(line.hasPrefix(beginning), "\(line) for \(beginning)")
    }
  }

  @Test func `days belong to some term`() throws {
    let found = try faults(
      """
      term: {name: Autumn 2026, starts: 2026-09-02, ends: 2026-12-18}
      later: [{starts: 2026-12-01, ends: 2027-03-25}]
      """)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("2:9: later: the term starts before the one before it has ended"))
  }

  @Test func `a list of terms is needed`() throws {
    #expect(try faults("later: Spring 2027")[0].hasPrefix("1:8: later terms must be a list"))
  }
}
