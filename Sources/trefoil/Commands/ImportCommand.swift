import ArgumentParser
import TrefoilFiles

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes scenarios from the national register of schools.",
    discussion: """
      Reads the establishment file of Get Information about Schools, or a plain table with the \
      columns urn, name, phase, easting, northing, trust_id, trust_name.

      EXAMPLES
        trefoil import edubasealldata.csv --trust 3112 --out focus
        trefoil import edubasealldata.csv --trust "Foxglove Learning Trust" --out foxglove
        trefoil import edubasealldata.csv --every-trust --out trusts
      """)

  @Argument(help: "The register, a CSV file.")
  var register: String

  @Option(
    help: ArgumentHelp("The trust's number, or its name or how it begins.", valueName: "trust"))
  var trust: String?

  @Flag(help: "Every multi-academy trust, each in a folder of its own.")
  var everyTrust = false

  @Option(help: ArgumentHelp("Write the scenario, or the folders of all, here.", valueName: "dir"))
  var out: String

  func validate() throws {
    if everyTrust == (trust != nil) {
      throw ValidationError("say either --trust or --every-trust")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let register = try RegisterReader.read(InputFile.bytes(at: register), file: register)
      if let summary = register.summary { Terminal.error(summary) }
      if let trust {
        try write(register.trust(trust), of: register, to: out)
      } else {
        try AtomicWriter(directory: out).checkWritable()
        for trust in register.trusts {
          try ScenarioWriter(trust.scenario).write(to: "\(out)/\(trust.folderName)")
        }
        Terminal.show("\(register.trusts.count) trusts written to \(out)\n")
      }
    }
  }

  private func write(_ trust: Register.Trust, of register: Register, to folder: String) throws {
    for school in register.leftOut where school.trust == trust.id {
      Terminal.error("left out: \(school.name) (\(school.number)), \(school.reason.rawValue)")
    }
    try ScenarioWriter(trust.scenario).write(to: folder)
    Terminal.show("\(trust.name): \(trust.schools.count) schools written to \(folder)\n")
  }
}
