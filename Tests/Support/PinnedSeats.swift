import TrefoilModel

/// What changes when a pinned seat is filled; each seat on its own, and so they add up.
struct PinnedSeats {
  private struct Seat: Hashable {
    let host: SchoolID
    let person: PersonID
    let isLead: Bool
  }

  private var changes: [Seat: Int] = [:]

  init(facts: TrustFacts) {
    let rule = facts.scenario.rules[Pin.self]
    func toll(_ reviews: [Review]) -> Int {
      let group = Group(schools: [], reviews: reviews)
      let plan = TermPlan(term: "", groups: [group])
      return BruteForce.toll(
        Assessment(of: plan, facts: facts).findings.filter { $0.rule == Pin.key })
    }
    guard !rule.setting.seats.isEmpty else { return }
    let unfilled = toll([])
    for host in Set(rule.setting.seats.map(\.host)) {
      for person in Set(rule.setting.seats.map(\.person)) {
        for isLead in [false, true] {
          let seats = Seats(
            champions: isLead ? [] : [person], workshopLead: isLead ? person : nil)
          let filled = toll([Review(host: host, reviewers: [], seats: seats)])
          changes[Seat(host: host, person: person, isLead: isLead)] = filled - unfilled
        }
      }
    }
  }

  /// What the toll of the plan changes by when this host's review has these seats filled.
  func change(at host: SchoolID, by seats: Seats) -> Int {
    if changes.isEmpty { return 0 }
    let lead = seats.workshopLead.map { [Seat(host: host, person: $0, isLead: true)] } ?? []
    let team = seats.champions.map { Seat(host: host, person: $0, isLead: false) }
    return (team + lead).reduce(0) { $0 + (changes[$1] ?? 0) }
  }
}
