import TrefoilModel

/// Whole plans, put together of what each review can be.
extension RepairOracle {
  /// Tries all plans that take one option of each review.
  struct Search {
    let oracle: RepairOracle
    let options: [[Option]]
    var chosen: [Review] = []
    var busy: [PersonID: Set<CalendarDay>] = [:]
    /// By review, the fewest moves of it and all after it.
    let least: [Int]
    var plans = 0
    var steps = 0
    var best: Int?

    init(oracle: RepairOracle, options: [[Option]]) {
      self.oracle = oracle
      self.options = options
      var least = [0]
      for own in options.reversed() {
        least.append(min(1_000, least[least.count - 1] + (own.first?.moves ?? 1_000)))
      }
      self.least = least.reversed()
    }

    var isOver: Bool { plans > oracle.mostPlans || steps > 20 * oracle.mostPlans }

    mutating func extend(_ index: Int, _ budget: Int) {
      if index == options.count { return assess() }
      for option in options[index] {
        if isOver || option.moves + least[index + 1] > budget { return }
        steps += 1
        guard occupy(option.review) else { continue }
        chosen.append(option.review)
        extend(index + 1, budget - option.moves)
        chosen.removeLast()
        release(option.review)
      }
    }

    /// Everyone with the days this review takes of them.
    private func duties(_ review: Review) -> [(PersonID, [CalendarDay])] {
      let workshop = review.workshopDate.map { [$0] } ?? []
      let head = oracle.facts.principal(of: review.host).map(\.id)
      return review.team.map { ($0, review.dates) }
        + (review.workshopLead.map { [($0, workshop)] } ?? [])
        + (head.map { [($0, review.dates + workshop)] } ?? [])
    }

    private mutating func occupy(_ review: Review) -> Bool {
      if oracle.isFrozen(review.dates.first) { return true }
      let duties = duties(review)
      var seen: [PersonID: Set<CalendarDay>] = [:]
      for (person, days) in duties {
        for day in days {
          if busy[person]?.contains(day) == true { return false }
          if !seen[person, default: []].insert(day).inserted { return false }
        }
      }
      for (person, days) in duties { busy[person, default: []].formUnion(days) }
      return true
    }

    private mutating func release(_ review: Review) {
      if oracle.isFrozen(review.dates.first) { return }
      for (person, days) in duties(review) { busy[person]?.subtract(days) }
    }

    private mutating func assess() {
      plans += 1
      var reviews = chosen.makeIterator()
      let groups = oracle.published.groups.map { group in
        Group(
          schools: group.schools, reviews: group.reviews.compactMap { _ in reviews.next() })
      }
      let plan = TermPlan(
        term: oracle.published.term, groups: groups, resting: oracle.resting)
      let assessment = Assessment(of: plan, facts: oracle.facts)
      if assessment.violations.allSatisfy({ oracle.cannotBeHelped($0, in: plan) }) {
        best = min(best ?? .max, assessment.cost + oracle.chargeForDays(plan))
      }
    }
  }
}
