/// One thing wrong in a file that a person wrote: where it is, what is wrong, what was found
/// there and what to do about it.
public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where the fault is.
  public let position: SourcePosition
  /// What is wrong, as a clause without a full stop: "there is no phase of this name".
  public let problem: String
  /// The text found there, shortened and escaped as `Excerpt.of` does; nil where nothing was
  /// found or showing it would not help.
  public let found: String?
  /// What to do, as a clause without a full stop: "did you mean 'primary'?".
  public let remedy: String

  /// Describes a fault.
  ///
  /// - Parameters:
  ///   - found: text as it is in the file; it is shortened to 60 characters and made visible.
  ///     Text from files inside `problem` and `remedy` should be passed through `Excerpt.of`.
  public init(at position: SourcePosition, problem: String, found: String? = nil, remedy: String) {
    self.position = position
    self.problem = problem
    self.found = found.map(Excerpt.of)
    self.remedy = remedy
  }

  /// The fault on one line: `file:line:column: problem, found 'x'; remedy`.
  public var description: String {
    let what = found.map { ", found '\($0)'" } ?? ""
    return Excerpt.escaped("\(position): \(problem)\(what); \(remedy)")
  }
}
