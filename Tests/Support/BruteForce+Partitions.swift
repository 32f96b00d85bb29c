import TrefoilModel

extension BruteForce {
  /// A division of the schools into groups, with the least cost of a plan that has it.
  public struct Partition: Sendable {
    public let groups: Set<Set<SchoolID>>
    public let cost: Int

    /// Schools in groups that another division has not.
    public func difference(from other: Set<Set<SchoolID>>) -> Int {
      groups.subtracting(other).reduce(0) { $0 + $1.count }
    }
  }

  /// Every division of which some plan keeps every must, staffed at least cost.
  public static func partitions(of scenario: Scenario) throws -> [Partition] {
    guard scenario.term.dates == nil else { throw Failure.hasDates }
    let facts = TrustFacts(scenario)
    let ledger = DutyLedger(facts)
    var least: [Set<Set<SchoolID>>: Int] = [:]
    for draft in PricedTrust(facts: facts, outlines: Outline.all(of: facts)).drafts() {
      let groups = Set(draft.outline.groups.map { Set($0) })
      var search = SeatSearch(draft: draft, ledger: ledger)
      let limit = min(least[groups] ?? must / 2, must / 2)
      if let found = search.best(below: limit) { least[groups] = found.toll }
    }
    return least.map { Partition(groups: $0.key, cost: $0.value) }.sorted { $0.cost < $1.cost }
  }
}
