import TrefoilModel

/// What became of one scenario of a batch.
public enum BatchStatus: String, Sendable, CaseIterable {
  case optimal
  case feasible
  case infeasible
  case unknown
  /// The files have faults.
  case badInput = "bad-input"
  /// There is no such folder, or no `schools.csv` in it.
  case noSuchFile = "no-such-file"
  /// The plan was made and could not be written.
  case cannotWrite = "cannot-write"
  /// Trefoil refuses its own plan.
  case fault

  /// The status of a plan.
  public init(_ status: PlanStatus) {
    self =
      switch status {
      case .optimal: .optimal
      case .feasible: .feasible
      case .infeasible: .infeasible
      case .unknown: .unknown
      }
  }
}
