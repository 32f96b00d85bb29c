import TrefoilModel
import TrefoilSolver

/// The question that ``SecondmentPlanner`` answers, with every row listed, for other solvers to be asked.
public struct SecondmentProgram: Sendable {
  public let trust: String
  public let problem: SelectionProblem
  private let exchanges: ExchangeColumns

  /// - Throws: ``ModelRefusal`` where not everything that may be chosen would be in it, since its
  ///   optimum would then be another question's, and where there would be too many columns.
  public init(_ scenario: Scenario) throws(ModelRefusal) {
    try self.init(
      of: scenario.trust, SecondmentCompiler(SecondmentFacts(TrustFacts(scenario))))
  }

  init(of trust: String, _ compiler: SecondmentCompiler) throws(ModelRefusal) {
    guard compiler.leftOut.isEmpty else {
      throw ModelRefusal(
        sentences: ["There is no model, as it would not be whole:"] + compiler.leftOut)
    }
    try ModelRefusal.check(columns: compiler.problem.columnCount)
    self.trust = trust
    problem = compiler.problem
    exchanges = compiler.exchanges
  }

  /// A name without spaces, told apart by the number of the column.
  public func name(ofColumn column: Int) -> String {
    let kind =
      exchanges[column].map { exchange in
        exchange.isCycle ? "cycle" : exchange.moves.count > 1 ? "chain" : "move"
      } ?? "count"
    return "\(kind)\(column + 1)"
  }
}
