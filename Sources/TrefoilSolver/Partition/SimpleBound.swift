/// A quick bound that needs no groups: every host is visited by its cheapest visitors.
///
/// Weak, but O(items x (items + staff)) and true for any number of items.
struct SimpleBound {
  private let problem: StaffedPartition

  init(_ problem: StaffedPartition) {
    self.problem = problem
  }

  /// No solution costs less.
  var bound: Int {
    let count = problem.itemCount
    let visits = (problem.sizes.min() ?? 3) == 2 ? 1 : 2
    var hosts: [Int] = []
    for host in 0..<count {
      let visitors = (0..<count).filter { $0 != host }
        .map { problem.visitCost[$0 * count + host] }.sorted().prefix(visits)
      hosts.append(visitors.reduce(0, +))
    }
    var total = problem.constant + leastMembership
    if problem.restCount > 0 {
      // The dearest hosts may be the ones that rest.
      total += hosts.sorted().dropLast(problem.restCount).reduce(0, +)
    } else {
      total += hosts.reduce(0, +)
    }
    for host in 0..<count { total += min(0, leastStaff(host)) }
    // A host without visitors makes the sum meaningless; the search itself then proves it.
    return hosts.contains { $0 >= StaffedPartition.forbidden }
      ? problem.constant + leastMembership : total
  }

  /// What members cost at least: only what is below nothing counts.
  private var leastMembership: Int {
    var total = 0
    let count = problem.itemCount
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) {
        total += min(0, problem.pairCost[one * count + other])
      }
    }
    for term in problem.exactTerms { total += min(0, term.charge) }
    return total
  }

  private func leastStaff(_ host: Int) -> Int {
    var total = 0
    for staff in 0..<problem.staffCount {
      total += min(0, problem.seatCost[staff * problem.itemCount + host])
      total += min(0, problem.leadCost[staff * problem.itemCount + host])
    }
    return total
  }
}
