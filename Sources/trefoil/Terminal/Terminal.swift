import Foundation

/// Standard output and standard error.
enum Terminal {
  static func out(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func out(_ bytes: [UInt8]) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// A line on standard error.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  /// Text on standard error as it is.
  static func errorText(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  static var showsErrorsToPerson: Bool { isatty(STDERR_FILENO) == 1 }
}
