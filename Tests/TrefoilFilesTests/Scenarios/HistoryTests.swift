import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Reading history")
struct HistoryTests {
  /// Reads a history that has one group in each of the terms, in this order.
  private func ages(of terms: [String], planned: String? = nil) throws -> [String: Int] {
    let rows = terms.map { "\($0),1,ash\n\($0),1,beech\n" }.joined()
    var files = ["history.csv": "term,group,school\n" + rows]
    if let planned { files["scenario.yaml"] = "term: {name: \(planned)}" }
    let history = try FolderUnderTest(files).read().history
    return Dictionary(uniqueKeysWithValues: history.terms.map { ($0.name, $0.termsAgo) })
  }

  @Test func `terms of school years count from the planned one`() throws {
    #expect(
      try ages(of: ["Spring 2026", "autumn 2025", "2025 SUMMER"], planned: "Autumn 2026")
        == ["Spring 2026": 2, "autumn 2025": 3, "2025 SUMMER": 4])
    #expect(
      try ages(
        of: ["Summer term 2026", "Autumn 2025-26", "Spring 2025/26"], planned: "Autumn 2026")
        == ["Summer term 2026": 1, "Spring 2025/26": 2, "Autumn 2025-26": 3])
  }

  @Test func `without a planned term that says its season the latest is one term ago`() throws {
    #expect(
      try ages(of: ["Autumn 2024", "Summer 2025"]) == ["Summer 2025": 1, "Autumn 2024": 3])
  }

  @Test func `numbers count by value`() throws {
    #expect(try ages(of: ["3", "7", "5"]) == ["7": 1, "5": 3, "3": 5])
    #expect(try ages(of: ["3", "7"], planned: "9") == ["7": 2, "3": 6])
  }

  @Test func `other names count in the order of the file`() throws {
    #expect(
      try ages(of: ["pilot", "Round one", "Autumn 2025"])
        == ["pilot": 3, "Round one": 2, "Autumn 2025": 1])
  }

  @Test func `a column may say how long ago`() throws {
    let history = try FolderUnderTest([
      "history.csv": "term,group,school,terms ago\nx,1,ash,4\nx,1,beech,4\ny,1,elm,2\n"
    ]).read().history
    #expect(history.terms.map(\.termsAgo) == [2, 4])
  }

  @Test func `groups, schools that rested, and one term under two names`() throws {
    let history = try FolderUnderTest([
      "history.csv": """
      term,group,school
      Autumn 2025,B,ash
      Autumn 2025,A,elm
      2025 autumn,B,beech
      Autumn 2025,,fir
      Autumn 2025,Rest,dale
      """
    ]).read().history
    #expect(
      history.terms == [
        History.PastTerm(
          name: "Autumn 2025", termsAgo: 1,
          groups: [[SchoolID("ash"), SchoolID("beech")], [SchoolID("elm")]],
          rested: [SchoolID("fir"), SchoolID("dale")])
      ])
  }

  @Test func `faults`() throws {
    let found = try FolderUnderTest.faults([
      "scenario.yaml": "term: {name: Spring 2026}",
      "history.csv": """
      term,group,school
      Autumn 2025,1,ash
      Autumn 2025,2,ash
      Autumn 2025,1,beach
      Spring 2026,1,elm
      Summer 2026,1,elm
      ,1,elm
      Autumn 2025,1,
      """,
    ])
    #expect(
      found == [
        "history.csv:3:15: the school stands in this term already, in line 2, found 'ash'; keep one "
          + "of the two rows",
        "history.csv:4:15: there is no such school, found 'beach'; did you mean 'beech'? write an "
          + "id from schools.csv",
        "history.csv:5:1: this term is not before the one that is planned, Spring 2026, found "
          + "'Spring 2026'; take its rows out, or correct the name of the term in scenario.yaml",
        "history.csv:6:1: this term is not before the one that is planned, Spring 2026, found "
          + "'Summer 2026'; take its rows out, or correct the name of the term in scenario.yaml",
        "history.csv:7:1: the term is empty; write the term, or remove the row",
        "history.csv:8:15: the school is empty; write the school, or remove the row",
      ])
  }

  @Test func `a misspelt season`() throws {
    #expect(
      try FolderUnderTest.faults([
        "history.csv": "term,group,school\nAutunm 2025,1,ash\nSpring 2026,1,ash\n"
      ]) == [
        "history.csv:2:1: there is no season of this name, found 'Autunm 2025'; did you mean "
          + "'autumn'?"
      ])
  }

  @Test func `ages that contradict or are no ages`() throws {
    #expect(
      try FolderUnderTest.faults([
        "history.csv": "term,group,school,terms-ago\nx,1,ash,1\nx,1,elm,2\ny,1,elm,0\nz,1,elm,\n"
      ]) == [
        "history.csv:3:9: another row of this term says 1, found '2'; write the same number in each",
        "history.csv:4:9: terms-ago is out of range, found '0'; give a number from 1 to 300",
        "history.csv:5:9: the terms-ago is empty; write the terms-ago, or remove the row",
      ])
  }
}
