extension StaffedPartition {
  /// What each duty weighs on the person who has it, and how much anyone bears.
  ///
  /// A figure beside the cost, such as the length of a journey: a solution in which somebody bears more
  /// than the limit may not be, whatever it costs.
  public struct Burdens: Sendable {
    /// [visitor * itemCount + host], at least 0.
    public var visit: [Int]
    /// [staff * itemCount + host], at least 0: a seat in the task.
    public var seat: [Int]
    /// [staff * itemCount + host], at least 0: leading the task.
    public var lead: [Int]
    /// The most that all duties of a person weigh; `Int.max` for no limit. By person.
    public var limit: [Int]

    /// Nothing weighs anything.
    public init(_ problem: StaffedPartition) {
      visit = Array(repeating: 0, count: problem.itemCount * problem.itemCount)
      seat = Array(repeating: 0, count: problem.staffCount * problem.itemCount)
      lead = seat
      limit = Array(repeating: .max, count: problem.personCount)
    }

    /// The most that one duty weighs or anyone with a limit bears, 1 at least.
    var heaviest: Int {
      let limited = limit.lazy.filter { $0 < .max }.map { abs($0) }.max() ?? 0
      return max(1, limited, visit.max() ?? 0, seat.max() ?? 0, lead.max() ?? 0)
    }
  }

  /// Forbids every duty that alone is more than its person bears. O(items x (items + staff)).
  mutating func forbidTooHeavy() {
    guard let burdens else { return }
    let count = itemCount
    for visitor in 0..<count {
      let limit = burdens.limit[itemPerson[visitor]]
      for index in (visitor * count)..<(visitor * count + count) where burdens.visit[index] > limit
      {
        visitCost[index] = Self.forbidden
      }
    }
    for staff in 0..<staffCount {
      let limit = burdens.limit[staffPerson[staff]]
      for index in (staff * count)..<(staff * count + count) {
        if burdens.seat[index] > limit { seatCost[index] = Self.forbidden }
        if burdens.lead[index] > limit { leadCost[index] = Self.forbidden }
      }
    }
  }

  /// Whether a group of three asks more of one of its visitors than they bear: there everybody visits
  /// both others.
  func isTooHeavy(_ one: Int, _ two: Int, _ three: Int) -> Bool {
    guard let burdens else { return false }
    func bears(_ visitor: Int, _ first: Int, _ second: Int) -> Bool {
      let row = visitor * itemCount
      return burdens.visit[row + first] + burdens.visit[row + second]
        <= burdens.limit[itemPerson[visitor]]
    }
    return !(bears(one, two, three) && bears(two, one, three) && bears(three, one, two))
  }
}
