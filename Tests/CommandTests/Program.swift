import Foundation

/// The built program, run as a person runs it.
enum Program {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program stands beside the bundle of tests.
  private static let url = URL(filePath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "trefoil")
  static let scenarios = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scenarios")

  /// - Parameter environment: variables set besides those of the tests.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let (process, output, errors) = try start(arguments, environment: environment)
    let text = try output.readToEnd() ?? Data()
    let words = try errors.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: words, as: UTF8.self))
  }

  /// Starts the program, with what it will write to its output and its errors.
  static func start(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (process: Process, output: FileHandle, errors: FileHandle) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("SLURM_") && $0.key != "JOB_COMPLETION_INDEX" }
      .merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output.fileHandleForReading, errors.fileHandleForReading)
  }

  /// An empty folder for the time of the work.
  static func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "trefoil-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }
}
