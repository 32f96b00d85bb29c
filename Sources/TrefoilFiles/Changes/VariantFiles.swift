import Foundation
import TrefoilModel

/// Reads a scenario and change files: the trust as it is, and what each file makes of it.
public struct VariantFiles: Sendable {
  /// A scenario with what it is called.
  public struct Variant: Sendable {
    public let title: String
    public let scenario: Scenario
    /// A name for the folder of its plan, unlike those of the others.
    public let folder: String
  }

  /// What the scenario without changes is called.
  public static let base = (title: "as it is", folder: "base")

  private let scenario: String
  private let changes: [String]

  /// - Parameters:
  ///   - scenario: the scenario folder.
  ///   - changes: the paths of change files, each for a variant of its own.
  public init(scenario: String, changes: [String]) {
    self.scenario = scenario
    self.changes = changes
  }

  /// The scenario as it is, then one for each change file, in their order.
  ///
  /// - Throws: `NoSuchFile` for the first that is not there; `Faults` of all change files, or of the
  ///   scenario alone where it has some.
  public func read() throws -> [Variant] {
    let base = try ScenarioReader(folder: scenario).read()
    var variants = [
      Variant(title: Self.base.title, scenario: base, folder: Self.base.folder)
    ]
    var faults: [Fault] = []
    for path in changes {
      do {
        let (set, changed) = try ChangeFile(of: base).read(at: path)
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        variants.append(
          Variant(
            title: set.title, scenario: changed,
            folder: Self.folder(name, besides: variants.map(\.folder))))
      } catch let error as Faults {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw Faults(faults) }
    return variants
  }

  /// The name, or the first of `name-2`, `name-3` ... that is not taken; capitals make no other folder
  /// on every system.
  private static func folder(_ name: String, besides taken: [String]) -> String {
    let folded = Set(taken.map { $0.lowercased() })
    if !folded.contains(name.lowercased()) { return name }
    var number = 2
    while folded.contains("\(name)-\(number)".lowercased()) { number += 1 }
    return "\(name)-\(number)"
  }
}
