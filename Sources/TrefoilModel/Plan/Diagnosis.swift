/// Whether a trust can be planned at all, and what stands in the way.
public struct Diagnosis: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case possible, impossible, unknown
  }

  public var trust: String
  public var status: Status
  /// Independent reasons why there is no plan: no requirement for one school or person is in two.
  public var reasons: [Reason]
  /// Whether all reasons were found: without what they name there is a plan.
  public var isComplete: Bool
  /// Where there is a plan, why no plan leaves no seat of a champion empty; none where one does, or where
  /// every seat must be filled.
  public var emptySeats: [Reason]
  /// What is only just possible: one absence from failure.
  public var warnings: [String]
  public var notes: [String]

  public init(
    trust: String, status: Status, reasons: [Reason] = [], isComplete: Bool = true,
    emptySeats: [Reason] = [], warnings: [String] = [], notes: [String] = []
  ) {
    self.trust = trust
    self.status = status
    self.reasons = reasons
    self.isComplete = isComplete
    self.emptySeats = emptySeats
    self.warnings = warnings
    self.notes = notes
  }
}
