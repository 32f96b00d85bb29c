import TrefoilModel
import TrefoilSolver

/// The very model that ``SecondmentPlanner`` solves, for other solvers to be asked the same question.
public struct SecondmentProgram: Sendable {
  public let trust: String
  public let problem: SelectionProblem
  private let names: [Int: String]

  /// - Parameter relaxed: whether limits of who is away are left out, as the planner does first.
  public init(_ scenario: Scenario, relaxed: Bool = false) {
    let compiler = SecondmentCompiler(
      SecondmentFacts(TrustFacts(scenario)), limits: relaxed ? [] : nil)
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
