import TrefoilModel

/// What a batch says of one scenario: a line of its results.
public struct BatchRecord: Sendable, Hashable {
  /// The name of the scenario's folder.
  public var scenario: String
  /// How many schools take part; nil when the files could not be read.
  public var schools: Int?
  public var status: BatchStatus
  /// Person-minutes; nil without a plan.
  public var cost: Int?
  /// No plan costs less than this, in person-minutes; nil when nothing is known.
  public var bound: Int?
  /// Reading, planning and writing, in milliseconds of elapsed time.
  public var milliseconds: Int
  /// A reason, or the first fault; empty where there is nothing to say.
  public var note: String

  public init(
    scenario: String, schools: Int? = nil, status: BatchStatus, cost: Int? = nil,
    bound: Int? = nil, milliseconds: Int, note: String = ""
  ) {
    self.scenario = scenario
    self.schools = schools
    self.status = status
    self.cost = cost
    self.bound = bound
    self.milliseconds = milliseconds
    self.note = note
  }

  /// The share of the cost that may still be saved, as in `plan.json`; nil without both figures.
  var gap: String? {
    let plan = Plan(
      trust: "", status: .feasible, cost: cost, bound: bound, seed: 0, terms: [], notes: [])
    return plan.gap.map { PlanJSON.digits($0) }
  }

  /// Seconds with three decimals.
  var seconds: String {
    let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return "\(whole).\("\(1000 + rest)".dropFirst())"
  }
}
