import Foundation
import TrefoilModel

/// Reads whole files that a person names.
public enum InputFile {
  /// The largest file that is read, in bytes: a gigabyte.
  public static let mostBytes = 1 << 30

  /// The bytes of a file, or of whatever else can be read to its end, such as a pipe.
  ///
  /// - Parameter limit: the most bytes to read; a file that has more is a fault.
  /// - Throws: `NoSuchFile` if there is nothing of this name; `Faults` if it is a folder, cannot be
  ///   read or is too large.
  public static func bytes(at path: String, limit: Int = mostBytes) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, path: path) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw failure(EISDIR, path: path)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(0, Int(status.st_size)), limit) + 1)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = piece.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw failure(errno, path: path)
      }
    }
    throw fault(
      path, "the file is too large", remedy: "cut it down to \(limit) bytes")
  }

  /// Whether there is a folder of this name.
  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func failure(_ errorNumber: Int32, path: String) -> any Error {
    switch errorNumber {
    case ENOENT, ENOTDIR: NoSuchFile(path: path, remedy: "check the name")
    case EISDIR: fault(path, "this is a folder, not a file", remedy: "name a file")
    case EACCES, EPERM:
      fault(path, "there is no permission to read the file", remedy: "change its permissions")
    default:
      fault(
        path, "the file cannot be read: \(String(cString: strerror(errorNumber)))",
        remedy: "try it again, or a copy of it")
    }
  }

  private static func fault(_ path: String, _ problem: String, remedy: String) -> Faults {
    Faults([Fault(at: SourcePosition(file: path), problem: problem, remedy: remedy)])
  }
}
