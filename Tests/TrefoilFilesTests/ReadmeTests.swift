import Foundation
import TestSupport
import Testing
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the library example plans one town as the README says`() async throws {
    let folder = Self.root.appending(path: "scenarios/one-town").path
    let scenario = try ScenarioReader(folder: folder).read()
    let plan = try await ReviewPlanner(scenario).plan()
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("// \(plan.status) \(plan.cost ?? 0)"))
  }
}
