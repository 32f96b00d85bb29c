import TrefoilModel
import TrefoilSolver

/// Two schools that release somebody only when somebody comes, at one of which one person may serve two
/// openings: the best is often a chain that comes to that person twice, which few other random trusts
/// have.
public enum RandomRelays {
  public static func scenario(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 12)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ids = ["free", "home", "abbey", "chapel"].map { SchoolID($0) }
    let (free, home, abbey, chapel) = (ids[0], ids[1], ids[2], ids[3])
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other {
        minutes[TravelTable.Journey(from: one, to: other)] = number(5...40)
      }
    }
    func person(_ name: String, at school: SchoolID, notAt conflicts: [SchoolID]) -> Person {
      Person(
        id: PersonID(name), name: name, schools: [school], roles: [.deputy], conflicts: conflicts)
    }
    func opening(_ name: String, at school: SchoolID, _ days: Int) -> Opening {
      Opening(id: OpeningID(name), school: school, role: .deputy, days: days)
    }
    let people = [
      person("xena", at: free, notAt: [abbey, chapel]),
      person("percy", at: home, notAt: [free]),
      person("queenie", at: abbey, notAt: chance(0.8) ? [free, chapel] : [free]),
    ]
    return Scenario(
      trust: "Relay \(seed)",
      schools: ids.map { id in
        School(
          id: id, name: id.rawValue, phase: .primary,
          release: Release(needsCover: id == home || (id == abbey && chance(0.9))))
      }, people: people, travel: TravelTable(minutes: minutes),
      rules: RuleBook()
        .with(NeedsCover(NeedsCover.Setting(longestCycle: 3, longestChain: number(3...4))))
        .with(Unfilled(Unfilled.Setting(high: 4_000, normal: number(500...3_000), low: 500))),
      openings: [
        opening("home-more", at: home, number(2...3)),
        opening("home-less", at: home, number(1...2)),
        opening("abbey", at: abbey, number(2...3)), opening("chapel", at: chapel, number(1...2)),
      ],
      candidates: [
        Candidate(person: people[0].id, days: number(2...3)),
        Candidate(person: people[1].id, days: number(3...5)),
        Candidate(person: people[2].id, days: number(1...2)),
      ])
  }
}
