import TrefoilModel

/// A division of the schools into groups, and who rests: a plan before anybody is on a team.
struct Outline {
  let groups: [[SchoolID]]
  let resting: [SchoolID]

  /// Every division that the remainder rule allows.
  static func all(of facts: TrustFacts) -> [Outline] {
    let schools = facts.participants.map(\.id)
    guard let shape = facts.scenario.rules[Remainder.self].shape(of: schools.count) else {
      return []
    }
    return Combinations.choices(of: shape.resting, from: schools).flatMap { resting in
      let others = schools.filter { !resting.contains($0) }
      return Combinations.partitions(of: others, sizes: shape.groups).map {
        Outline(groups: $0, resting: resting)
      }
    }
  }
}

/// One way to fill the seats of a review: its champions and who leads its workshop.
struct Seats: Hashable {
  var champions: [PersonID] = []
  var workshopLead: PersonID?

  static let empty = Seats()
}

extension Review {
  /// A review without dates, led by the first member of its team.
  init(host: SchoolID, reviewers: [PersonID], seats: Seats) {
    let team = reviewers + seats.champions
    self.init(
      host: host, reviewers: reviewers, champions: seats.champions,
      lead: team.first ?? PersonID(""),
      workshopLead: seats.workshopLead)
  }
}
