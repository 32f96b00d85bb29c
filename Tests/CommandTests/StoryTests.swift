import Foundation
import TestSupport
import Testing
import TrefoilFiles

/// The stories beside the scenarios: change files, and what their READMEs show of them.
@Suite struct StoryTests {
  /// Scenarios whose stories are planned here; the others take the program as built for tests too long.
  private static let planned = ["fifteen-primaries"]

  private static func folders() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Program.scenarios, includingPropertiesForKeys: nil
    ).filter {
      FileManager.default.fileExists(atPath: $0.appending(path: "what-if").path)
    }.sorted { $0.path < $1.path }
  }

  private static func changes(in folder: URL) throws -> [String] {
    let folder = folder.appending(path: "what-if")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0).path }
  }

  /// Those that no plan can meet lie apart: to find the reasons takes the program as built for tests too
  /// long.
  private static func impossible(in folder: URL) throws -> [String] {
    let folder = folder.appending(path: "impossible")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0).path }
  }

  @Test func `every change file can be made, and every README shows them`() throws {
    var count = 0
    for folder in try Self.folders() {
      let changes = try Self.changes(in: folder) + Self.impossible(in: folder)
      let variants = try VariantFiles(scenario: folder.path, changes: changes).read()
      #expect(variants.count == 1 + changes.count)
      let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
      for variant in variants.dropFirst() {
        #expect(readme.contains("  \(variant.title)\n"), "\(folder.lastPathComponent)")
        #expect(
          !variant.scenario.changes.isEmpty
            || "\(ScenarioDump(variant.scenario))" != "\(ScenarioDump(variants[0].scenario))",
          "\(variant.title)")
      }
      count += changes.count
    }
    #expect(count >= 6)
  }

  @Test(arguments: planned)
  func `what the README shows is what happens`(name: String) throws {
    let folder = Program.scenarios.appending(path: name)
    try check("what-if/*.yaml", of: folder, Self.changes(in: folder))
  }

  @Test func `why a story cannot be is what the README shows`() throws {
    let folder = Program.scenarios.appending(path: "fifteen-primaries")
    try check("impossible/three-terms.yaml", of: folder, Self.impossible(in: folder))
  }

  /// Holds what a README shows of some change files against what they come to.
  private func check(_ shownAs: String, of folder: URL, _ changes: [String]) throws {
    let path = "scenarios/\(folder.lastPathComponent)"
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let command = "$ swift run -c release trefoil what-if \(path) \(path)/\(shownAs)\n"
    let shown = try #require(readme.components(separatedBy: command).dropFirst().first)
    let block = try #require(shown.components(separatedBy: "```").first)
    let run = try Program.run(["what-if", folder.path, "--quiet"] + changes)
    // What is left out is marked by dots on a line of their own.
    let parts = block.components(separatedBy: "\n  ...\n")
      .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
    #expect(parts.count > 1)
    for part in parts { #expect(run.output.contains(part), "\(run.output)") }
  }
}
