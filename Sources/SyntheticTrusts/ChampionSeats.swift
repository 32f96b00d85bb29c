import struct TrefoilSolver.SeededGenerator

/// At which schools there are champions, and how many duties each can take.
///
/// Every review needs a champion on its team, and for its workshop another from a school that is
/// not on the team. From six schools on, champions at five schools always leave one for it. In a
/// group of four the lead can only come from the one school that does not visit, which is another
/// for every host; so up to five schools each has its own.
enum ChampionSeats {
  /// Capacities by school, one for each champion there: in all at least half as many again as
  /// there are duties. O(n).
  static func seats(schools: Int, using random: inout SeededGenerator) -> [[Int]] {
    let chosen = max(min(schools, 5), (schools * 3 + 4) / 5)
    var seats: [[Int]] = Array(repeating: [], count: schools)
    for school in random.shuffled(Array(0..<schools)).prefix(chosen) {
      let champions = schools > 5 && random.chance(0.15) ? 2 : 1
      seats[school] = (0..<champions).map { _ in random.whole(in: 3...6) }
    }
    let duties = 2 * schools
    var missing = (3 * duties + 1) / 2 - seats.joined().reduce(0, +)
    while missing > 0 {
      for school in seats.indices where !seats[school].isEmpty && missing > 0 {
        seats[school][0] += 1
        missing -= 1
      }
    }
    return seats
  }
}
