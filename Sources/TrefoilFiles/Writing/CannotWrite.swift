import Foundation
import TrefoilModel

/// A directory or a file that cannot be written: for a command the exit code 73.
public struct CannotWrite: Error, Sendable, Hashable, CustomStringConvertible {
  /// The directory or file.
  public let path: String
  /// Why not, as a clause: "there is no permission to write here".
  public let reason: String
  /// What to do, as a clause.
  public let remedy: String

  public init(path: String, reason: String, remedy: String) {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  /// Puts the error number of a failed call to the operating system into words.
  init(path: String, errorNumber: Int32) {
    let anotherDirectory = "name another directory"
    let (reason, remedy) =
      switch errorNumber {
      case EACCES, EPERM:
        ("there is no permission to write here", "change its permissions or \(anotherDirectory)")
      case EROFS: ("the file system is read-only", anotherDirectory)
      case ENOTDIR, EEXIST: ("it is a file, or lies below one", anotherDirectory)
      case EISDIR: ("a directory of this name is in the way", "remove it or \(anotherDirectory)")
      case ENOSPC, EDQUOT: ("there is no room left", "make room or \(anotherDirectory)")
      case ENAMETOOLONG: ("the name is too long", "choose a shorter one")
      case ELOOP: ("its links lead in a circle", anotherDirectory)
      case let other: (String(cString: strerror(other)), anotherDirectory)
      }
    self.init(path: path, reason: reason, remedy: remedy)
  }

  /// The error on one line.
  public var description: String {
    Excerpt.escaped("cannot write to '\(path)': \(reason); \(remedy)")
  }
}
