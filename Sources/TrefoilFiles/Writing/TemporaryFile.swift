import Foundation

/// A file being written under a passing name next to where it will stand.
///
/// Its writer holds a lock on it, which the operating system drops when the writer ends in
/// whatever way. So a file of this kind that is not locked is debris of a run that was killed. The
/// file is removed when this object goes, unless it was moved to its place before.
final class TemporaryFile {
  private let path: String
  private let descriptor: Int32
  private var isInPlace = false

  private static let prefix = ".trefoil-"
  private static let suffix = ".part"

  /// Makes an empty temporary file in a directory.
  init(in directory: String) throws(CannotWrite) {
    // Names are tried in turn; the limit only keeps a strange file system from holding us forever.
    for attempt in 0..<10_000 {
      let name = Self.prefix + "\(getpid())-\(attempt)" + Self.suffix
      let path = directory + "/" + name
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        // A file system without locks refuses this; then debris is never cleared there either.
        let isHeld = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
        // Before it was locked another run may have taken it for debris.
        guard !isHeld, Self.hasName(descriptor) else {
          close(descriptor)
          continue
        }
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      if errno != EEXIST && errno != EINTR {
        throw CannotWrite(path: directory, errorNumber: errno)
      }
    }
    throw CannotWrite(path: directory, errorNumber: EEXIST)
  }

  /// Closes the file, and removes it unless it got its final name.
  deinit {
    if !isInPlace { unlink(path) }
    close(descriptor)
  }

  /// Writes everything and waits until it is on the disk.
  func write(_ bytes: [UInt8]) throws(CannotWrite) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32? in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return fsync(descriptor) == 0 ? nil : errno
    }
    if let failure { throw CannotWrite(path: path, errorNumber: failure) }
  }

  /// Gives the file its final name, in place of any file that has it.
  func move(to destination: String) throws(CannotWrite) {
    guard rename(path, destination) == 0 else {
      throw CannotWrite(path: destination, errorNumber: errno)
    }
    isInPlace = true
  }

  /// Removes from a directory the temporary files of runs that were killed.
  static func clearDebris(in directory: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names.sorted() where isTemporary(name) {
      let path = directory + "/" + name
      let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      // One that another run has just removed may have left its name to a new file.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, hasName(descriptor) { unlink(path) }
      close(descriptor)
    }
  }

  /// Whether an open file is still in some directory.
  private static func hasName(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Whether a name is one that `init` makes: the prefix, two numbers, the suffix.
  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let numbers = name.dropFirst(prefix.count).dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { Int($0) != nil }
  }
}
