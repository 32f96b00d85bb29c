import TrefoilModel
import TrefoilSolver

/// Plain reasons why no plan keeps every rule: schools that nobody may visit, parts of the trust of
/// which no groups can be made, reviews that nobody may join or lead, more duties than people have
/// capacity for.
///
/// Each reason is enough by itself, but there may be none of these kinds: rules can also fail
/// together.
struct GroupObstacles {
  private let model: ReviewModel

  init(_ model: ReviewModel) {
    self.model = model
  }

  var sentences: [String] {
    // A school without visitors is a part of its own: that is said of the school alone.
    let visits = visits
    return visits + (visits.isEmpty ? GroupParts(model).sentences : []) + staffing + capacity
  }

  /// What is said when none of these reasons holds.
  static let unknown =
    "No single school, review or capacity was found to be the reason; several rules may not hold "
    + "together. Relax the ones marked must, one at a time."

  /// Schools that too few others may review.
  var visits: [String] {
    let problem = model.problem
    let count = problem.itemCount
    let needed = (problem.sizes.min() ?? 3) == 2 ? 1 : 2
    return model.items.indices.compactMap { host in
      guard mustHost(host) else { return nil }
      let able = (0..<count).filter { other in
        other != host
          && problem.visitCost[other * count + host] < StaffedPartition.forbidden
          && problem.pairCost[other * count + host] < StaffedPartition.forbidden
      }
      guard able.count < needed else { return nil }
      let names = able.isEmpty ? "none" : able.map { model.items[$0].name }.joined(separator: ", ")
      return
        "\(model.items[host].name) needs \(needed == 1 ? "one other school" : "2 other schools") "
        + "that may review it; the rules "
        + "leave \(able.count) (\(names))."
    }
  }

  /// Whether the school cannot sit the term out.
  private func mustHost(_ host: Int) -> Bool {
    model.problem.restCount == 0 || model.problem.restCost[host] >= StaffedPartition.forbidden
  }

  /// Reviews that too few may join or nobody may lead.
  var staffing: [String] {
    let problem = model.problem
    let count = problem.itemCount
    return model.items.indices.filter(mustHost).flatMap { host -> [String] in
      func able(_ costs: [Int]) -> Int {
        (0..<problem.staffCount).filter {
          costs[$0 * count + host] < StaffedPartition.forbidden
            && problem.dutyLimit[problem.staffPerson[$0]] > 0
        }.count
      }
      var sentences: [String] = []
      let name = model.items[host].name
      let needed = problem.seats[host] + (isAlwaysInPair && problem.seats[host] > 0 ? 1 : 0)
      if problem.emptySeatCost[host] >= StaffedPartition.forbidden,
        able(problem.seatCost) < needed
      {
        sentences.append(
          "\(name) needs \(needed == 1 ? "a champion" : "\(needed) champions") on its team; "
            + "the rules leave "
            + "\(able(problem.seatCost)).")
      }
      if problem.wantsLead[host], problem.noLeadCost[host] >= StaffedPartition.forbidden,
        able(problem.leadCost) == 0
      {
        sentences.append("No champion may lead the workshop at \(name).")
      }
      return sentences
    }
  }

  private var isAlwaysInPair: Bool { model.problem.sizes == [2] }

  /// Seats beyond the usual ones that pairs must fill: one for each host in a pair, less what the
  /// hosts that may leave theirs empty can take on.
  private var extraSeats: Int {
    let problem = model.problem
    let strict = (0..<problem.itemCount).filter {
      problem.seats[$0] > 0 && problem.emptySeatCost[$0] >= StaffedPartition.forbidden
    }
    let inPairs = 2 * (problem.groupCounts[2] ?? 0)
    return max(0, inPairs - (problem.itemCount - strict.count))
  }

  /// More duties than people have capacity for.
  var capacity: [String] {
    let problem = model.problem
    let hosts = problem.itemCount - problem.restCount
    var needed = extraSeats
    for host in 0..<problem.itemCount {
      if problem.emptySeatCost[host] >= StaffedPartition.forbidden { needed += problem.seats[host] }
      if problem.wantsLead[host] && problem.noLeadCost[host] >= StaffedPartition.forbidden {
        needed += 1
      }
    }
    guard problem.restCount == 0, needed > 0 else { return [] }
    var room = 0
    for staff in 0..<problem.staffCount {
      let limit = problem.dutyLimit[problem.staffPerson[staff]]
      // A host has each person once, on its team or as its lead.
      room += min(limit, hosts)
    }
    return room < needed
      ? [
        "The reviews need \(needed) duties of champions in all; their capacity allows \(room). "
          + "Raise capacities, train more champions, or let seats stay empty at a cost."
      ] : []
  }
}
