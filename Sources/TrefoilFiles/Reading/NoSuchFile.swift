import TrefoilModel

/// A file or folder that is not there: for a command the exit code 66.
public struct NoSuchFile: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  /// What is wrong, as a clause: "there is no such file".
  public let reason: String
  /// What to do, as a clause.
  public let remedy: String

  public init(path: String, reason: String = "there is no such file", remedy: String) {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  /// The error on one line.
  public var description: String {
    Excerpt.escaped("'\(path)': \(reason); \(remedy)")
  }
}
