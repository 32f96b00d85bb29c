import Foundation
import Testing
import TrefoilModel

@testable import TrefoilFiles

/// Real schools, which are not part of the project: these tests are skipped where the files, beside
/// the package, are absent.
@Suite("Importing real registers")
struct RealRegisterTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("../shared/data").path

  private static func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  private static let layout = "gias-layout-2026.csv"
  private static let trusts = "english-trusts-2019.csv"

  @Test(.enabled(if: isThere(layout), "the register, \(layout), is not beside the package"))
  func `the layout of the national register`() throws {
    let bytes = try InputFile.bytes(at: Self.folder + "/" + Self.layout)
    let register = try RegisterReader.read(bytes, file: Self.layout)
    #expect(register.rows == 2948)
    let kept = register.trusts.reduce(0) { $0 + $1.schools.count }
    #expect(kept + register.counts.values.reduce(0, +) == register.rows)
    #expect(kept > 1000)
    let phases = Set(register.trusts.flatMap(\.schools).map(\.phase))
    #expect(phases.isSuperset(of: [.primary, .secondary, .allThrough, .middle]))
  }

  @Test(.enabled(if: isThere(trusts), "the table, \(trusts), is not beside the package"))
  func `the plain table of every trust`() throws {
    let bytes = try InputFile.bytes(at: Self.folder + "/" + Self.trusts)
    let register = try RegisterReader.read(bytes, file: Self.trusts)
    #expect(register.trusts.count == 1421)
    #expect(register.trusts.reduce(0) { $0 + $1.schools.count } == 7254)
    #expect(register.trusts.map(\.schools.count).max() == 63)
    let trust = try register.trust("3112")
    #expect(trust.schools.count == 15)
    let directory = try ScratchDirectory()
    try ScenarioWriter(trust.scenario).write(to: directory.path)
    let again = try ScenarioReader(folder: directory.path).read()
    #expect(SameScenario.differences(trust.scenario, again) == [])
  }
}
