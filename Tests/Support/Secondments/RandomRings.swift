import TrefoilModel
import TrefoilSolver

/// Three schools that release somebody only when somebody comes, each with a deputy to give and an
/// opening: often nobody can go but all three in a round, which few other random trusts have.
public enum RandomRings {
  public static func scenario(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 10)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ids = (0..<3).map { SchoolID("s\($0)") }
    let schools = ids.map {
      School(
        id: $0, name: "School \($0)", phase: .primary, release: Release(needsCover: chance(0.9)))
    }
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other {
        minutes[TravelTable.Journey(from: one, to: other)] = number(5...60)
      }
    }
    // A conflict with one neighbour leaves the round alone in which each goes to the other.
    let people = ids.indices.map {
      Person(
        id: PersonID("p\($0)"), name: "Person \($0)", schools: [ids[$0]], roles: [.deputy],
        conflicts: chance(0.6) ? [ids[($0 + 2) % 3]] : [])
    }
    return Scenario(
      trust: "Ring \(seed)", schools: schools, people: people,
      travel: TravelTable(minutes: minutes),
      rules: RuleBook()
        .with(NeedsCover(NeedsCover.Setting(longestCycle: number(2...3), longestChain: 3)))
        .with(Unfilled(Unfilled.Setting(high: 4_000, normal: number(500...3_000), low: 500))),
      openings: ids.indices.map {
        Opening(
          id: OpeningID("o\($0)"), school: ids[$0], role: .deputy, days: number(1...2))
      },
      candidates: people.map { Candidate(person: $0.id, days: number(1...2)) })
  }
}
