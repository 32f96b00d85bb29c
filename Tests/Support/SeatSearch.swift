import TrefoilModel

/// Fills the seats of a draft at least cost, with what people add up over several reviews: load,
/// capacity and days out.
///
/// Reviews are settled one after the other, each with every option; a branch ends where even the
/// cheapest options of the reviews left would not beat the best found, or where the same people
/// were spent before at no greater cost.
struct SeatSearch {
  private struct Spent: Hashable {
    let review: Int
    let duties: [Int]
  }

  private let draft: Draft
  private let stages: [PricedTrust.Stage]
  private let ledger: DutyLedger
  /// What the reviews from each one on cost at least.
  private let leastFrom: [Int]
  private var reached: [Spent: Int] = [:]
  private var chosen: [Seats] = []
  private var best: (toll: Int, seats: [Seats])?
  private var limit = 0

  init(draft: Draft, ledger: DutyLedger) {
    self.draft = draft
    stages = draft.visits.flatMap(\.stages)
    self.ledger = ledger
    leastFrom = draft.options.reversed().reduce([0]) { sums, options in
      [sums[0] + (options.first?.toll ?? BruteForce.must)] + sums
    }
  }

  /// The least toll below a limit and seats that have it, or nil when there are none.
  mutating func best(below limit: Int) -> (toll: Int, seats: [Seats])? {
    self.limit = limit
    var tally = ledger.emptyTally
    for stage in stages {
      for reviewer in stage.reviewers {
        guard ledger.add(reviewer, .reviewer, at: stage.host, to: &tally) != nil else { return nil }
      }
    }
    settle(review: 0, tally: tally, toll: draft.emptyToll)
    return best
  }

  private mutating func settle(review: Int, tally: [Int], toll: Int) {
    guard review < draft.options.count else {
      limit = toll
      best = (toll, chosen)
      return
    }
    let spent = Spent(review: review, duties: tally)
    if let before = reached[spent], before <= toll { return }
    reached[spent] = toll
    let host = stages[review].host
    for option in draft.options[review] {
      if toll + option.toll + leastFrom[review + 1] >= limit { return }
      var next = tally
      guard let load = ledger.add(option.seats, at: host, to: &next) else { continue }
      let sum = toll + option.toll + load
      guard sum + leastFrom[review + 1] < limit else { continue }
      chosen.append(option.seats)
      settle(review: review + 1, tally: next, toll: sum)
      chosen.removeLast()
    }
  }
}
