/// Everything wrong in a person's files, reported at once.
public struct Faults: Error, Sendable, CustomStringConvertible {
  /// The faults in the order of their positions; at one position, in the order of their text.
  public let faults: [Fault]

  /// Collects faults in any order. O(n log n).
  public init(_ faults: [Fault]) {
    self.faults = faults.sorted { left, right in
      left.position == right.position
        ? (left.problem, left.found ?? "", left.remedy)
          < (right.problem, right.found ?? "", right.remedy)
        : left.position < right.position
    }
  }

  /// One line a fault.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
