import TrefoilModel
import TrefoilSolver

/// The very model that ``CoachingPlanner`` solves, for other solvers to be asked the same question.
public struct CoachingProgram: Sendable {
  public let trust: String
  public let problem: SelectionProblem
  private let compiler: CoachingCompiler

  /// - Throws: ``PlanningError`` where more people ask and offer than can be looked at; ``ModelRefusal``
  ///   where there would be too many columns.
  public init(_ scenario: Scenario) throws {
    let facts = CoachingFacts(TrustFacts(scenario.scenario(ofTerm: 0, after: [])))
    compiler = try CoachingCompiler(
      facts, CoachingPreferences(facts), stability: scenario.rules[CoachingStable.self].setting)
    try ModelRefusal.check(columns: compiler.problem.columnCount)
    trust = scenario.trust
    problem = compiler.problem
  }

  /// A name without spaces, told apart by the number of the column.
  public func name(ofColumn column: Int) -> String { compiler.name(ofColumn: column) }
}
