import TrefoilModel
import TrefoilSolver

/// A trust in which ties hold by the rules: who may not meet is apart, and who may not call has a conflict
/// of interest.
public enum TiedTrust {
  /// Two or three terms of four to eight schools, of which most pairs may meet; with the rounds they are.
  public static func tiny(seed: UInt64) -> (scenario: Scenario, rounds: RoundsProblem) {
    var random = SeededGenerator(seed: seed, stream: 0x72)
    let count = 4 + random.below(5)
    let (meets, calls) = (random.below(3), random.below(3))
    var ties = RoundsTies(
      mayMeet: Array(repeating: true, count: count * count),
      mayCall: (0..<(count * count)).map { _ in random.below(12) >= calls })
    for one in 0..<count {
      for other in 0..<one where random.below(12) < meets {
        ties.mayMeet[one * count + other] = false
        ties.mayMeet[other * count + one] = false
      }
    }
    let settings = Remainder.Setting.allCases.filter { Remainder($0).shape(of: count) != nil }
    let setting = settings[random.below(settings.count)]
    let shape = Remainder(setting).shape(of: count) ?? .init(groups: [:], resting: 0)
    var rounds = RoundsProblem(
      itemCount: count, rounds: 2 + random.below(2), groupCounts: shape.groups,
      restCount: shape.resting)
    rounds.tables[0].ties = ties
    return (scenario(of: rounds, setting), rounds)
  }

  /// Of rounds that are alike; no two schools may meet twice.
  public static func scenario(of rounds: RoundsProblem, _ remainder: Remainder.Setting) -> Scenario
  {
    let count = rounds.itemCount
    let ids = (0..<count).map { SchoolID("s\($0)") }
    let ties = rounds.tables[0].ties ?? RoundsTies(mayMeet: [], mayCall: [])
    let people = (0..<count).map { one in
      Person(
        id: PersonID("p\(one)"), name: "Person \(one)", schools: [ids[one]], roles: [.principal],
        conflicts: (0..<count).filter { $0 != one && !ties.mayCall[one * count + $0] }
          .map { ids[$0] })
    }
    let apart = (0..<count).flatMap { one in
      (0..<one).filter { !ties.mayMeet[one * count + $0] }.map { other in
        Wish([ids[other].rawValue, ids[one].rawValue])
      }
    }
    // Who rested may rest again: counting is about meetings.
    let rest = Rest.Setting(again: [], mode: .mayRest)
    return Scenario(
      trust: "T",
      schools: ids.enumerated().map { index, id in
        School(
          id: id, name: "School \(index)", phase: .primary,
          place: .grid(easting: 440_000 + 300 * Double(index), northing: 445_000))
      }, people: people,
      rules: RuleBook().with(Repeat(Array(repeating: .must, count: rounds.rounds.count)))
        .with(Remainder(remainder)).with(Apart(apart)).with(Rest(rest)))
  }
}
