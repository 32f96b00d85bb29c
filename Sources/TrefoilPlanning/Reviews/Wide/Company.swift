import TrefoilModel
import TrefoilSolver

/// What rules charge two schools for being in one group, whoever visits.
///
/// Rules that name all the pairs they may charge are asked once for each; the others at each
/// question.
struct Company: Sendable {
  private let facts: TrustFacts
  private let schools: [School]
  private let openRules: [any PairRule]
  /// By school, the few others with a charge and what it is, in no particular order.
  private var charged: [[(other: Int, cost: Int)]]

  /// O(schools + pairs named).
  init(_ schools: [School], rules: [any PairRule], facts: TrustFacts) {
    self.facts = facts
    self.schools = schools
    charged = Array(repeating: [], count: schools.count)
    let index = Dictionary(schools.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var open: [any PairRule] = []
    for rule in rules {
      guard let pairs = rule.pairsConcerned(in: facts) else {
        open.append(rule)
        continue
      }
      for (first, second) in pairs {
        guard let one = index[first], let other = index[second] else { continue }
        let cost = ReviewModel.cost(
          rule.charges(between: schools[min(one, other)], and: schools[max(one, other)], of: facts))
        if cost == 0 { continue }
        charged[one].append((other, cost))
        charged[other].append((one, cost))
      }
    }
    openRules = open
  }

  /// What being in one group costs the two, at most ``StaffedPartition/forbidden``.
  func cost(_ one: Int, _ other: Int) -> Int {
    var total = 0
    for entry in charged[one] where entry.other == other { total += entry.cost }
    for rule in openRules {
      total += ReviewModel.cost(rule.charges(between: schools[one], and: schools[other], of: facts))
    }
    return min(total, StaffedPartition.forbidden)
  }
}
