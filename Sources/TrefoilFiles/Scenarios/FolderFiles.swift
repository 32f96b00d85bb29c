import TrefoilModel

/// The files of one folder, read whole, with the faults of those that cannot be read.
struct FolderFiles {
  let folder: String
  private(set) var faults: [Fault] = []
  /// Of every file that was read, in the order of reading.
  private(set) var checksum = Checksum()

  init(folder: String) {
    self.folder = folder
  }

  func path(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private mutating func read(_ name: String, limit: Int = InputFile.mostBytes) throws -> [UInt8] {
    let bytes = try InputFile.bytes(at: path(name), limit: limit)
    checksum.add(name: name, bytes: bytes)
    return bytes
  }

  /// A file that must be there; nil, with a fault, if it cannot be read.
  mutating func required(_ name: String) throws -> [UInt8]? {
    do {
      return try read(name)
    } catch let error as Faults {
      faults += error.faults
      return nil
    } catch let error as NoSuchFile {
      throw NoSuchFile(
        path: error.path, remedy: "a scenario needs it; see docs/input.md for its columns")
    }
  }

  /// A file that need not be there; nil also, with a fault, if it cannot be read.
  mutating func optional(_ name: String, limit: Int = InputFile.mostBytes) -> [UInt8]? {
    do {
      return try read(name, limit: limit)
    } catch let error as Faults {
      faults += error.faults
    } catch {
      // It is not there, and need not be.
    }
    return nil
  }

  /// A file that a setting names; nil, with a fault, if it is not there or cannot be read.
  mutating func named(_ name: String, by node: SettingNode) -> [UInt8]? {
    do {
      return try read(name)
    } catch let error as Faults {
      faults += error.faults
    } catch {
      faults.append(
        node.fault(
          "there is no such file in the scenario folder",
          remedy: "put it there, or take the line out"))
    }
    return nil
  }
}
