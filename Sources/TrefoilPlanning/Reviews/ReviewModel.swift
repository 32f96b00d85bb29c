import TrefoilModel
import TrefoilSolver

/// The reviews of one term compiled to numbers, with the way back to names.
package struct ReviewModel: Sendable {
  package let facts: TrustFacts
  /// Sites of the numbers: every school of the scenario, in the order of the file.
  package let sites: [School]
  /// Items: the schools that take part, in the order of the file.
  package let items: [School]
  /// Persons: named people, then supplied principals.
  package let people: [Person]
  /// Staff: champions.
  package let staff: [Person]
  package var problem: StaffedPartition
  /// Why no plan can be made whatever is chosen; empty in the usual case.
  package var obstacles: [String] = []

  package let siteIndex: [SchoolID: Int]
  package let itemIndex: [SchoolID: Int]
  package let personIndex: [PersonID: Int]
  package let staffIndex: [PersonID: Int]

  /// A model with nobody and nothing charged yet.
  init(facts: TrustFacts, shape: Remainder.Shape) {
    self.facts = facts
    sites = facts.scenario.schools
    items = facts.participants
    people = facts.people
    staff = facts.champions
    siteIndex = Dictionary(sites.enumerated().map { ($1.id, $0) }) { first, _ in first }
    itemIndex = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    personIndex = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
    staffIndex = Dictionary(staff.enumerated().map { ($1.id, $0) }) { first, _ in first }
    problem = StaffedPartition(
      itemCount: items.count, groupCounts: shape.groups, restCount: shape.resting)
  }

  /// Charges as one number: their sum, or forbidden when one of them is a must.
  static func cost(_ charges: [Charge]) -> Int {
    var total = 0
    for charge in charges {
      switch charge {
      case .must: return StaffedPartition.forbidden
      case .minutes(let minutes): total += minutes
      }
    }
    return total
  }

  static func cost(_ charge: Charge?) -> Int {
    cost(charge.map { [$0] } ?? [])
  }
}
