import Foundation

/// Writes files so that a run that is killed, or a machine that loses power, leaves of each file
/// the old content or the new and never a half.
///
/// All files are first written under temporary names (`.trefoil-1-0.part`) in the same directory and
/// forced to the disk; only then do they get their names, one after another. A run that fails
/// before that changes nothing; one that is killed in the short time of the renaming may leave
/// some files new and others old, each of them whole.
public struct AtomicWriter: Sendable {
  /// A file to be written.
  public struct File: Sendable {
    /// The name within the directory, without a path.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    /// A file of UTF-8 text.
    public init(name: String, text: String) {
      self.init(name: name, bytes: Array(text.utf8))
    }
  }

  private let directory: String

  /// A writer into a directory, which need not exist yet.
  public init(directory: String) {
    self.directory = directory.isEmpty ? "." : directory
  }

  /// Tries whether the directory can be written to, making it and its parents if they are missing.
  ///
  /// Meant to be called before any long work. Leaves nothing but the directory, also removes
  /// temporary files that earlier runs left when they were killed, and takes back what it made if
  /// it fails.
  ///
  /// - Throws: `CannotWrite` if the path is a file or lies below one, if permission is missing, if
  ///   the file system is read-only or full.
  public func checkWritable() throws(CannotWrite) {
    let made = try makeDirectories()
    do throws(CannotWrite) {
      let probe = try TemporaryFile(in: directory)
      try probe.write([0])
    } catch {
      remove(made)
      throw error
    }
    TemporaryFile.clearDebris(in: directory)
  }

  /// Writes the files, replacing those that have the same names.
  ///
  /// A symbolic link of such a name is replaced, and not followed. Two files of one name are
  /// written in turn, so that the last one stays.
  ///
  /// - Throws: `CannotWrite` as `checkWritable` does, and if a directory has the name of a file.
  public func write(_ files: [File]) throws(CannotWrite) {
    try checkWritable()
    for file in files {
      try checkName(file.name)
    }
    var pending: [TemporaryFile] = []
    for file in files {
      let temporary = try TemporaryFile(in: directory)
      try temporary.write(file.bytes)
      pending.append(temporary)
    }
    for (file, temporary) in zip(files, pending) {
      try temporary.move(to: directory + "/" + file.name)
    }
    syncDirectory()
  }

  private func checkName(_ name: String) throws(CannotWrite) {
    let path = directory + "/" + name
    guard !name.isEmpty, name != ".", name != "..", !name.contains("/"), !name.contains("\0") else {
      throw CannotWrite(path: path, reason: "this is no name of a file", remedy: "choose another")
    }
    // Whatever would make the renaming fail is found out before any file gets its name.
    var status = stat()
    if lstat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw CannotWrite(path: path, errorNumber: EISDIR) }
    } else if errno != ENOENT {
      throw CannotWrite(path: path, errorNumber: errno)
    }
  }

  /// Makes the directory and its missing parents; answers those it made, outermost first.
  private func makeDirectories() throws(CannotWrite) -> [String] {
    var made: [String] = []
    var path = directory.hasPrefix("/") ? "" : "."
    for component in directory.split(separator: "/") {
      path += "/" + component
      let errorNumber = mkdir(path, 0o777) == 0 ? 0 : errno
      if errorNumber == 0 {
        made.append(path)
      } else if !isDirectory(path) {
        remove(made)
        throw CannotWrite(path: directory, errorNumber: errorNumber)
      }
    }
    return made
  }

  /// Removes directories that `makeDirectories` made, as far as they are empty.
  private func remove(_ made: [String]) {
    for path in made.reversed() {
      rmdir(path)
    }
  }

  private func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// Forces the new names to the disk; a file system that cannot do so has them all the same.
  private func syncDirectory() {
    let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
