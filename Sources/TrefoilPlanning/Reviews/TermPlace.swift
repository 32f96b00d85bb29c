import TrefoilModel
import TrefoilSolver

/// What a plan of several terms asks of one of them: pairs that meet in other terms, or the groups
/// themselves.
///
/// It narrows what the term may be and never changes what it costs, so a bound that is found under it
/// is none for the term itself.
struct TermPlace: Sendable {
  /// Two schools that are not to meet in this term.
  struct Pair: Hashable, Sendable {
    let one: SchoolID
    let other: SchoolID

    /// The two in ascending order.
    init(_ one: SchoolID, _ other: SchoolID) {
      (self.one, self.other) = (min(one, other), max(one, other))
    }
  }

  var apart: Set<Pair> = []
  /// The groups of the term; nil leaves them open.
  var groups: [[SchoolID]]?
  /// Whether there are other terms. What one term costs then depends on the others, so that among plans of
  /// one cost nothing can be told term by term.
  var isOneOfSeveral = false

  /// Whether nothing is asked.
  var isOpen: Bool { apart.isEmpty && groups == nil }

  /// Writes the wishes into a model. O(schools^2).
  func restrict(_ model: inout ReviewModel) {
    let count = model.items.count
    if !apart.isEmpty {
      for (index, one) in model.items.enumerated() {
        for (next, other) in model.items.enumerated()
        where next != index && apart.contains(Pair(one.id, other.id)) {
          model.problem.pairCost[index * count + next] = StaffedPartition.forbidden
        }
      }
    }
    guard let groups else { return }
    let sets = groups.map { $0.compactMap { model.itemIndex[$0] }.sorted() }
    // A pin of the same group is there already.
    model.problem.closedSets += sets.filter { !model.problem.closedSets.contains($0) }
  }
}

extension TermPlan {
  /// Every two schools of a group.
  var pairs: [TermPlace.Pair] {
    groups.flatMap { group in
      group.schools.indices.flatMap { index in
        group.schools[(index + 1)...].map { TermPlace.Pair(group.schools[index], $0) }
      }
    }
  }
}
