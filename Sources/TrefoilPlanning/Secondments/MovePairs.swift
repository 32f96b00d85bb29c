import TrefoilModel

/// Which of the moves are of one person at one opening, by number, in the order of the moves.
struct MovePairs: Sendable {
  private struct Pair: Hashable {
    let person: PersonID
    let opening: OpeningID
  }

  private(set) var ofMove: [Int] = []
  private(set) var count = 0

  /// O(moves).
  init(_ moves: [Move]) {
    var places: [Pair: Int] = [:]
    for move in moves {
      let pair = Pair(person: move.person.id, opening: move.opening.id)
      let place = places[pair] ?? places.count
      places[pair] = place
      ofMove.append(place)
    }
    count = places.count
  }
}
