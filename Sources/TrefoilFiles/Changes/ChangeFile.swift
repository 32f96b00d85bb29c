import Foundation
import TrefoilModel

/// Reads a change file: what would differ from a scenario, and why.
///
/// What it may say is described in `docs/input.md`.
public struct ChangeFile: Sendable {
  static let keys = ["title", "story", "changes"]

  private let scenario: Scenario

  /// A reader of changes to a scenario, whose terms and days the changes are read by.
  public init(of scenario: Scenario) {
    self.scenario = scenario
  }

  /// The changes that a file holds, and the scenario as they leave it.
  ///
  /// - Throws: `NoSuchFile` if there is no such file; `Faults` with every fault, those that show only
  ///   against the scenario among them.
  public func read(at path: String) throws -> (changes: ChangeSet, scenario: Scenario) {
    try read(InputFile.bytes(at: path, limit: YAMLReader.mostBytes), file: path)
  }

  /// The same of the bytes of a file.
  ///
  /// - Parameter file: the name by which faults call it.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws -> (changes: ChangeSet, scenario: Scenario) {
    let document = YAMLReader(bytes, file: file, content: "a title and a list of changes")
    var faults = document.faults
    guard let root = document.root else { throw Faults(faults) }
    let set = changes(in: root, file: file, faults: &faults)
    do {
      let changed = try scenario.applying(set)
      if faults.isEmpty { return (set, changed) }
    } catch let error as Faults {
      faults += error.faults
    }
    throw Faults(faults)
  }

  private func changes(
    in root: SettingNode, file: String, faults: inout [Fault]
  ) -> ChangeSet {
    var reader = SettingReader(rule: "changes")
    let fields = reader.fields(root, allowed: Self.keys) ?? [:]
    faults += reader.faults
    let title = text(fields["title"], what: "title", faults: &faults)
    let story = text(fields["story"], what: "story", faults: &faults)
    var entries = ChangeEntries(for: scenario)
    if let node = fields["changes"] {
      entries.read(node)
    } else if case .map = root.content {
      faults.append(
        Fault(
          at: root.position, problem: "the changes are missing",
          remedy: "write 'changes:' and below it '- remove-school: ash' and the like"))
    }
    faults += entries.faults
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    return ChangeSet(title: title ?? name, story: story, changes: entries.changes)
  }

  /// A text on one line; nil where there is none.
  private func text(
    _ node: SettingNode?, what: String, faults: inout [Fault]
  ) -> String? {
    guard let node, !node.isEmpty else { return nil }
    guard let scalar = node.scalar else {
      faults.append(
        node.fault("the \(what) must be a text", remedy: "write it, or take the key out"))
      return nil
    }
    return scalar.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
