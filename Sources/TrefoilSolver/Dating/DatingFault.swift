/// Why numbers do not make a `DatingProblem`.
public enum DatingFault: Error, Hashable, Sendable {
  /// The day numbers, the weeks or the site caps are not as many as there are days or sites.
  case countsDiffer(table: String)
  /// The number of this day is not greater than that of the day before.
  case daysNotIncreasing(day: Int)
  /// A number is negative, too small or past what the solver can add up safely.
  case numberOutOfRange(what: String)
  /// A job, or its follow-up, names an agent that is not there.
  case unknownAgent(job: Int, agent: Int)
  /// A job, or its follow-up, names a site that is not there.
  case unknownSite(job: Int, site: Int)
  /// A job, or its follow-up, has a length, window, count or cost out of range.
  case jobOutOfRange(job: Int, what: String)
}
