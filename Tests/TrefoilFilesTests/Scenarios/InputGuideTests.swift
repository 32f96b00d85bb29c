import Foundation
import Testing
import TrefoilModel

@testable import TrefoilFiles

/// `docs/input.md` says what the code does: its tables list what there is, its examples are read.
@Suite("docs/input.md")
struct InputGuideTests {
  private let guide: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    guide = try String(contentsOf: root.appendingPathComponent("docs/input.md"), encoding: .utf8)
  }

  /// The row of a rule in the table of rules.
  private static func row(of rule: any Rule.Type) -> String {
    let exceptions = [
      rule.allowsSchoolExceptions ? "a school" : nil,
      rule.allowsPersonExceptions ? "a person" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return "| `\(rule.key)` | `\(standard(of: rule))` | \(exceptions) | \(rule.sentence) |"
  }

  private static func standard<R: Rule>(of rule: R.Type) -> String { R.write(R.standard) }

  @Test func `every rule stands in it as the code has it, in the order of the catalogue`() {
    let rows = RuleCatalogue.all.map(Self.row).joined(separator: "\n")
    #expect(guide.contains(rows), "the table of rules should be\n\(rows)")
  }

  @Test func `every column and key stands in it`() {
    let layouts = [
      SchoolsTable.layout, PeopleTable.layout, HistoryTable.layout, OpeningsTable.layout,
      CandidatesTable.layout, CoachingTable.layout, AdvocatesTable.layout, NetworksTable.layout,
    ]
    for column in layouts.flatMap({ $0.required + $0.optional }) {
      #expect(guide.contains("`\(column)`"), "\(column)")
    }
    #expect(guide.contains("\n" + JourneysTable.layout.required.joined(separator: ",") + "\n"))
    for key in SettingsFile.keys { #expect(guide.contains("| `\(key)` |"), "\(key)") }
    for phase in Phase.allCases { #expect(guide.contains("`\(phase.rawValue)`")) }
    for role in Role.allCases { #expect(guide.contains("`\(role.rawValue)`")) }
  }

  @Test func `its examples are one scenario without a fault`() throws {
    var files: [String: String] = [:]
    for block in guide.components(separatedBy: "\n```") {
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ")
      if words.count == 2, lines.count == 2 { files[String(words[1])] = lines[1] + "\n" }
    }
    #expect(files.count == 10)
    let schools = files.removeValue(forKey: "schools.csv")
    #expect(try FolderUnderTest.faults(schools: schools, files) == [])
    let scenario = try FolderUnderTest(schools: schools, files).read()
    #expect(scenario.history.terms.map(\.termsAgo) == [2, 3])
    #expect(scenario.coaching.map(\.capacity) == [2, 0, 1])
    #expect(scenario.rules[Pin.self].setting.seats.count == 1)
  }
}
