import TrefoilModel

/// The moves that a trial looks at where there are too many for all: every move to some openings, and
/// at all others the secondments that stand.
struct MovesNear: Sendable {
  let openings: Set<OpeningID>
  let standing: [Secondment]

  /// Those of the secondments at other openings.
  var kept: [Secondment] { standing.filter { !openings.contains($0.opening) } }
}

/// Who may fill what, and who fills what now: where a change at one opening may be felt.
struct SecondmentNeighbours: Sendable {
  /// Rings of openings around one are added while there are no more than so many.
  private static let mostOpenings = 25

  private let secondments: [Secondment]
  /// Who may fill an opening, in the order of the candidates.
  private var candidates: [OpeningID: [PersonID]] = [:]
  /// What somebody fills now.
  private var filled: [PersonID: [OpeningID]] = [:]

  /// O(moves).
  init(_ moves: [PricedMove], _ secondments: [Secondment]) {
    self.secondments = secondments
    for priced in moves {
      let (opening, person) = (priced.move.opening.id, priced.move.person.id)
      if candidates[opening]?.last != person { candidates[opening, default: []].append(person) }
    }
    for secondment in secondments {
      filled[secondment.person, default: []].append(secondment.opening)
    }
  }

  /// Moves to the opening and to those that its candidates, or these people, fill now; then to those
  /// that the candidates of these fill, ring by ring.
  func moves(near opening: OpeningID, people: [PersonID]) -> MovesNear {
    var openings: Set = [opening]
    var ring = [opening]
    var people = people
    while !ring.isEmpty {
      people += ring.flatMap { candidates[$0] ?? [] }
      var next: [OpeningID] = []
      for person in people {
        for other in filled[person] ?? [] where !openings.contains(other) && !next.contains(other) {
          next.append(other)
        }
      }
      guard openings.count == 1 || openings.count + next.count <= Self.mostOpenings else { break }
      openings.formUnion(next)
      (ring, people) = (next, [])
    }
    return MovesNear(openings: openings, standing: secondments)
  }

  /// Those who serve elsewhere from this school.
  func people(from school: SchoolID) -> [PersonID] {
    secondments.filter { $0.from == school }.map(\.person)
  }
}
