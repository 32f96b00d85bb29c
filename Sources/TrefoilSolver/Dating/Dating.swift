/// Days for every job and follow-up, with what they cost.
public struct Dating: Hashable, Sendable {
  /// The index of the first day of each job.
  public let starts: [Int]
  /// The index of the day of each job's follow-up, nil for a job without one.
  public let followUps: [Int?]
  /// What these days cost together, the uneven spread over the weeks included.
  public let cost: Int
  /// A proven lower bound on the cost of any dating of the same problem.
  public let bound: Int

  /// Whether no dating costs less, proven.
  public var isLeast: Bool { cost == bound }
}
