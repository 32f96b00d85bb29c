import TrefoilModel
import TrefoilSolver

/// The question that ``SecondmentPlanner`` answers, with every row listed, for other solvers to be asked.
public struct SecondmentProgram: Sendable {
  public let trust: String
  public let problem: SelectionProblem
  private let names: [Int: String]

  public init(_ scenario: Scenario) {
    let compiler = SecondmentCompiler(SecondmentFacts(TrustFacts(scenario)))
    trust = scenario.trust
    problem = compiler.problem
    names = compiler.exchangeOfColumn.mapValues { exchange in
      exchange.isCycle ? "cycle" : exchange.moves.count > 1 ? "chain" : "move"
    }
  }

  /// A name without spaces, told apart by the number of the column.
  public func name(ofColumn column: Int) -> String {
    "\(names[column] ?? "count")\(column + 1)"
  }
}
