import TrefoilSolver

/// The stops of one search: for what is planned before the reviews, for teams, and for their days.
public struct PlanningStops: Sendable {
  public let first: StopSignal
  public let teams: StopSignal
  public let dates: StopSignal

  public init(
    first: StopSignal = StopSignal(), teams: StopSignal = StopSignal(),
    dates: StopSignal = StopSignal()
  ) {
    self.first = first
    self.teams = teams
    self.dates = dates
  }
}
