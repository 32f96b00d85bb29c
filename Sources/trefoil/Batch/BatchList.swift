import ArgumentParser
import Foundation
import TrefoilFiles

/// The scenarios of a batch, in the order in which they are named.
struct BatchList {
  struct Entry: Sendable {
    /// The name of the folder: what the scenario is called in its line and under `--out`.
    let name: String
    let folder: String
  }

  let entries: [Entry]

  /// Takes each argument for a scenario folder; one without `schools.csv` stands for all its
  /// subfolders that have one, in the order of their names.
  ///
  /// A folder that is not there stays in the list: its own line will say so.
  init(arguments: [String]) {
    entries = arguments.flatMap(Self.folders).map { folder in
      Entry(name: ScenarioReader(folder: folder).folderName, folder: folder)
    }
  }

  /// Refuses two scenarios that would be written to one folder.
  func checkNames() throws {
    var folders: [String: String] = [:]
    for entry in entries {
      if let other = folders.updateValue(entry.folder, forKey: entry.name) {
        throw ValidationError(
          "'\(other)' and '\(entry.folder)' would both be written to '\(entry.name)' under --out; "
            + "plan them in two batches")
      }
    }
  }

  private static func folders(of argument: String) -> [String] {
    if hasSchools(argument) { return [argument] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: argument)) ?? []
    let base = argument.hasSuffix("/") ? argument : argument + "/"
    let inside = names.filter { !$0.hasPrefix(".") }.sorted().map { base + $0 }.filter(hasSchools)
    return inside.isEmpty ? [argument] : inside
  }

  private static func hasSchools(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/schools.csv")
  }
}
