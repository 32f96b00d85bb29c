import ArgumentParser
import Foundation

/// How many threads a command may use; it never changes an answer.
struct ThreadOptions: ParsableArguments {
  @Option(help: "Threads to use; it never changes the answer. Default: all processors.")
  var threads: Int?

  /// As asked, or as many as there are processors.
  var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
  }
}
