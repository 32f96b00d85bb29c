import Foundation
import Testing

@testable import TrefoilFiles

@Suite("Writing files whole or not at all")
struct AtomicWriterTests {
  private func files(_ texts: KeyValuePairs<String, String>) -> [AtomicWriter.File] {
    texts.map { AtomicWriter.File(name: $0.key, text: $0.value) }
  }

  @Test func `files are written and replaced, and nothing else is left`() throws {
    let scratch = try ScratchDirectory()
    let long = String(repeating: "a long file\n", count: 100_000)
    try scratch.put(long, at: "plan.json")
    try scratch.put("mine", at: "notes.txt")
    let writer = AtomicWriter(directory: scratch.path)
    try writer.write(files(["plan.json": "new", "reviews.csv": long, "empty": ""]))
    #expect(scratch.names == ["empty", "notes.txt", "plan.json", "reviews.csv"])
    #expect(scratch.text(at: "plan.json") == "new")
    #expect(scratch.text(at: "reviews.csv") == long)
    #expect(scratch.text(at: "empty")?.isEmpty == true)
    #expect(scratch.text(at: "notes.txt") == "mine")
  }

  @Test func `missing directories are made, and the trial leaves them empty`() throws {
    let scratch = try ScratchDirectory()
    let directory = scratch.path + "/a/b//c/"
    try AtomicWriter(directory: directory).checkWritable()
    #expect(scratch.names == ["a"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    try AtomicWriter(directory: directory).write(files(["x": "y"]))
    #expect(scratch.text(at: "a/b/c/x") == "y")
  }

  @Test(arguments: ["file", "file/below", "file/far/below"])
  func `a file in the place of the directory is an error`(name: String) throws {
    let scratch = try ScratchDirectory()
    try scratch.put("mine", at: "file")
    let writer = AtomicWriter(directory: scratch.path + "/" + name)
    let error = #expect(throws: CannotWrite.self) { try writer.checkWritable() }
    #expect(error?.reason == "it is a file, or lies below one")
    #expect(error?.description.contains("/" + name) == true)
    #expect(throws: CannotWrite.self) { try writer.write(files(["x": "y"])) }
    #expect(scratch.names == ["file"])
    #expect(scratch.text(at: "file") == "mine")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `missing permission is an error`() throws {
    let scratch = try ScratchDirectory()
    chmod(scratch.path, 0o500)
    for directory in [scratch.path, scratch.path + "/new/deep"] {
      let error = #expect(throws: CannotWrite.self) {
        try AtomicWriter(directory: directory).checkWritable()
      }
      #expect(error?.reason == "there is no permission to write here")
    }
    #expect(scratch.names.isEmpty)
  }

  @Test func `directories made for a trial that fails are taken back`() throws {
    let scratch = try ScratchDirectory()
    let tooLong = String(repeating: "n", count: 300)
    let error = #expect(throws: CannotWrite.self) {
      try AtomicWriter(directory: scratch.path + "/a/b/" + tooLong).checkWritable()
    }
    #expect(error?.reason == "the name is too long")
    #expect(scratch.names.isEmpty)
  }

  @Test func `a failure leaves every old file as it was, and no debris`() throws {
    let scratch = try ScratchDirectory()
    try scratch.put("old", at: "plan.json")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/reviews.csv", withIntermediateDirectories: false)
    let writer = AtomicWriter(directory: scratch.path)
    #expect(throws: CannotWrite.self) {
      try writer.write(files(["plan.json": "new", "reviews.csv": "new"]))
    }
    #expect(throws: CannotWrite.self) {
      try writer.write(files(["plan.json": "new", String(repeating: "n", count: 300): "new"]))
    }
    #expect(scratch.names == ["plan.json", "reviews.csv"])
    #expect(scratch.text(at: "plan.json") == "old")
  }

  @Test func `a link of the same name is replaced, and what it leads to is not touched`() throws {
    let scratch = try ScratchDirectory()
    try scratch.put("mine", at: "target")
    for (link, target) in [("to-file", "target"), ("to-directory", "."), ("to-nothing", "none")] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path + "/" + link, withDestinationPath: target)
      try AtomicWriter(directory: scratch.path).write([.init(name: link, text: "new")])
      #expect(scratch.text(at: link) == "new")
    }
    #expect(scratch.text(at: "target") == "mine")
    #expect(scratch.names == ["target", "to-directory", "to-file", "to-nothing"])
  }

  @Test(arguments: ["", ".", "..", "a/b", "../a", "a\0b"])
  func `only plain names are taken`(name: String) throws {
    let scratch = try ScratchDirectory()
    #expect(throws: CannotWrite.self) {
      try AtomicWriter(directory: scratch.path + "/in").write([.init(name: name, text: "x")])
    }
    #expect(scratch.names == ["in"])
  }

  @Test func `debris of killed runs is cleared, other files and running writers are not`() throws {
    let scratch = try ScratchDirectory()
    for name in [".trefoil-77-0.part", ".trefoil-part", ".trefoil-x-0.part", "trefoil-1-0.part"] {
      try scratch.put("half", at: name)
    }
    let running = try TemporaryFile(in: scratch.path)
    try AtomicWriter(directory: scratch.path).checkWritable()
    let runningName = ".trefoil-\(getpid())-0.part"
    let others = [".trefoil-part", ".trefoil-x-0.part", "trefoil-1-0.part"]
    #expect(scratch.names == ([runningName] + others).sorted())
    try running.move(to: scratch.path + "/done")
    #expect(scratch.names == (others + ["done"]).sorted())
  }

  @Test func `a run that is killed leaves the old file, and the next run clears up`() async throws {
    let scratch = try ScratchDirectory()
    try scratch.put("old", at: "plan.json")
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let half = try TemporaryFile(in: path)
      try half.write(Array("ne".utf8))
      kill(getpid(), SIGKILL)
      try half.move(to: path + "/plan.json")
    }
    #expect(scratch.text(at: "plan.json") == "old")
    #expect(scratch.names.count == 2)
    try AtomicWriter(directory: path).write(files(["plan.json": "new"]))
    #expect(scratch.names == ["plan.json"])
    #expect(scratch.text(at: "plan.json") == "new")
  }

  @Test func `writers of one directory at the same time do not disturb each other`() async throws {
    let scratch = try ScratchDirectory()
    let path = scratch.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let text = String(repeating: "\(number)", count: 5000)
          for _ in 0..<5 {
            try AtomicWriter(directory: path).write([.init(name: "plan.json", text: text)])
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(scratch.names == ["plan.json"])
    let text = try #require(scratch.text(at: "plan.json"))
    #expect(text.count == 5000)
    #expect(Set(text).count == 1)
  }
}
