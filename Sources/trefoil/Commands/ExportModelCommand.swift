import ArgumentParser
import Foundation
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

struct ExportModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-model",
    abstract: "Writes the very model that is solved, for any other solver to check.",
    discussion: """
      EXAMPLES
        trefoil export-model scenarios/one-town --out model.mps
        highs model.mps
        trefoil export-model scenarios/three-counties --secondments --out secondments.mps
        trefoil export-model scenarios/three-counties --coaching --out coaching.mps

      The file is free-format MPS: every group, team and workshop lead that may be is a column of \
      whole numbers, with its cost in person-minutes. Its optimum is the cost that 'trefoil plan' \
      proves. Where there are openings, secondments are planned first, as 'trefoil plan' does, and the \
      model is of the reviews (or the coaching) with these secondments. Not in the model are days: clashes of dates between reviews are looked at by a later \
      stage, so that a plan can cost more where its cheapest teams cannot be dated, and says so. \
      A model of more than \(ExplicitModel.mostColumns) columns is not written, nor \
      one of secondments of which there are too many to look at them all (exit code 1). See \
      docs/checking.md.
      """)

  @Argument(help: "The scenario folder; schools.csv in it is enough.")
  var scenario: String

  @Option(help: ArgumentHelp("Write the model to this file.", valueName: "file"))
  var out: String

  @Flag(help: "The model of the secondments, in place of that of the reviews.")
  var secondments = false

  @Flag(help: "The model of the coaching, in place of that of the reviews.")
  var coaching = false

  func validate() throws {
    if secondments && coaching {
      throw ValidationError("--secondments and --coaching are two models; name one")
    }
  }

  func run() async throws {
    try await reportingFailures {
      var scenario = try ScenarioReader(folder: scenario).read()
      let file = URL(filePath: out)
      let writer = AtomicWriter(directory: file.deletingLastPathComponent().path)
      try writer.checkWritable()
      let bytes: [UInt8]
      let columns: Int
      let rows: Int
      if secondments {
        let program = try SecondmentProgram(scenario)
        bytes = text(
          of: program.problem, named: program.name, "The secondments of \(program.trust)")
        (columns, rows) = (program.problem.columnCount, program.problem.rows.count)
      } else if coaching {
        // Who is sent where decides who may coach whom.
        try planSecondments(of: &scenario)
        let program = try CoachingProgram(scenario)
        bytes = text(of: program.problem, named: program.name, "The coaching of \(program.trust)")
        (columns, rows) = (program.problem.columnCount, program.problem.rows.count)
      } else {
        // And who is away, who acts, and which schools may not meet.
        try planSecondments(of: &scenario)
        let program = try await ReviewProgram(scenario.scenario(ofTerm: 0, after: []))
        bytes = text(of: program)
        (columns, rows) = (program.model.columns.count, program.model.rows.count)
      }
      try writer.write([.init(name: file.lastPathComponent, bytes: bytes)])
      Terminal.show("\(out): \(columns) columns, \(rows) rows\n")
    }
  }

  /// Secondments are decided before all else, here by the same search as in a plan.
  private func planSecondments(of scenario: inout Scenario) throws {
    if scenario.openings.isEmpty { return }
    let outcome = try SecondmentPlanner(scenario).plan()
    scenario.secondments = outcome.secondments
    let count = outcome.secondments.count
    Terminal.error(
      "Secondments are planned first: the model is of a trust with \(count) of them. With "
        + "--secondments you get the model of these.")
  }

  private func text(
    of problem: SelectionProblem, named name: (Int) -> String, _ title: String
  ) -> [UInt8] {
    var writer = MPSWriter(comments: ["\(title), in person-minutes."])
    for (index, row) in problem.rows.enumerated() {
      writer.addRow("row\(index + 1)", row.sense.inFiles, rightHandSide: row.rightHandSide)
    }
    for column in 0..<problem.columnCount {
      writer.addColumn(
        name(column), cost: problem.costs[column],
        upper: problem.uppers[column],
        entries: problem.entries(of: column).map { ($0.row, $0.coefficient) })
    }
    return writer.bytes(constant: problem.constant)
  }

  private func text(of program: ReviewProgram) -> [UInt8] {
    let model = program.model
    var writer = MPSWriter(comments: program.notes)
    for row in model.rows {
      let name = program.name(of: row.demand)
      writer.addRow(
        MPSWriter.name(name.kind, name.ids), row.sense.inFiles, rightHandSide: row.rightHandSide)
    }
    for column in model.columns {
      let name = program.name(of: column.choice)
      writer.addColumn(
        MPSWriter.name(name.kind, name.ids), cost: column.cost, upper: column.upper,
        entries: model.entries[column.entries].map { ($0.row, $0.coefficient) })
    }
    return writer.bytes(constant: model.constant)
  }
}

extension RowSense {
  fileprivate var inFiles: MPSWriter.Sense {
    switch self {
    case .equal: .equal
    case .atMost: .atMost
    case .atLeast: .atLeast
    }
  }
}
