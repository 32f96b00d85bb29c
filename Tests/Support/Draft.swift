import TrefoilModel

/// A plan with groups and visits settled and priced, and the seats of each review still open.
struct Draft {
  /// One way to fill the seats of a review, and what that changes.
  struct Option {
    let seats: Seats
    let toll: Int
  }

  /// A group with its visits; the toll is that of all other seats empty.
  struct Visits {
    let stages: [PricedTrust.Stage]
    let toll: Int
  }

  let outline: Outline
  let visits: [Visits]
  /// Which draft it is, to break ties.
  let order: Int
  /// The options of each review, in the order of the groups, the cheapest first.
  let options: [[Option]]
  /// The toll with every seat empty.
  let emptyToll: Int
  /// No way to fill the seats has a lower toll.
  let leastToll: Int

  init(outline: Outline, visits: [Visits], toll: Int, order: Int, options: [[Option]]) {
    self.outline = outline
    self.visits = visits
    self.order = order
    self.options = options
    emptyToll = toll + visits.reduce(0) { $0 + $1.toll }
    leastToll = emptyToll + options.reduce(0) { $0 + ($1.first?.toll ?? 0) }
  }

  /// The complete plan with these seats, one for each review in the order of the groups.
  func plan(seats: [Seats], facts: TrustFacts) -> TermPlan {
    var next = 0
    let groups = visits.map { visits in
      let reviews = visits.stages.map { stage in
        defer { next += 1 }
        return stage.review(seats: seats[next])
      }
      return Group(schools: visits.stages[0].schools, reviews: reviews)
    }
    return TermPlan(
      term: facts.scenario.term.name, groups: groups, resting: outline.resting)
  }
}
