import Foundation
import TrefoilModel

/// Standard output and standard error.
enum Terminal {
  /// Writes to standard output; where that cannot be, says so and ends with the code for it.
  static func out(_ text: String) {
    out(Array(text.utf8))
  }

  static func out(_ bytes: [UInt8]) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      self.error("cannot write to standard output")
      exit(ExitStatus.cannotWrite.rawValue)
    }
  }

  /// Writes what people read to standard output: nothing invisible in it acts on a terminal.
  static func show(_ text: String) {
    out(Excerpt.escapedLines(text))
  }

  /// Lines on standard error, of which nothing invisible acts on a terminal.
  static func error(_ lines: String) {
    errorText("\(Excerpt.escapedLines(lines))\n")
  }

  /// Text on standard error as it is.
  static func errorText(_ text: String) {
    // With nowhere to complain to there is nothing left to do.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static var showsErrorsToPerson: Bool { isatty(STDERR_FILENO) == 1 }
}
