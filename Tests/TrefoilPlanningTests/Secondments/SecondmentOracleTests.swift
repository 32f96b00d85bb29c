import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Secondments held against trying everything.
@Suite struct SecondmentOracleTests {
  /// The planner's answer, which is proven and costs what trying everything comes to.
  private static func proven(
    _ scenario: Scenario, _ seed: UInt64
  ) throws -> SecondmentPlanner.Outcome {
    let outcome = try SecondmentPlanner(scenario).plan()
    #expect(outcome.cost == SecondmentBruteForce.leastCost(of: scenario), "seed \(seed)")
    #expect(outcome.bound == outcome.cost, "seed \(seed)")
    return outcome
  }

  @Test(arguments: 0..<4) func `random small trusts equal brute force`(part: UInt64) throws {
    for seed in (50 * part)..<(50 * part + 50) {
      _ = try Self.proven(RandomSecondments.scenario(seed: seed), seed)
    }
  }

  @Test func `rounds of three equal brute force, and some are the best`() throws {
    var cycles = 0
    for seed in UInt64(0)..<60 {
      let outcome = try Self.proven(RandomRings.scenario(seed: seed), seed)
      if Self.hasCycleOfThree(outcome.secondments) { cycles += 1 }
    }
    #expect(cycles > 5)
  }

  @Test func `chains that come to one person twice equal brute force, and some are the best`()
    throws
  {
    var relays = 0
    for seed in UInt64(0)..<60 {
      let outcome = try Self.proven(RandomRelays.scenario(seed: seed), seed)
      let moves = outcome.secondments
      let isRelay = moves.contains { last in
        let middle = moves.first { $0.person == last.coveredBy && $0.to == last.from }
        return middle?.coveredBy == last.person && middle?.from != last.to
      }
      if isRelay { relays += 1 }
    }
    #expect(relays > 5)
  }

  @Test func `covers, shared days and open days all turn up`() throws {
    var seen: Set<String> = []
    for seed in UInt64(0)..<300 {
      let scenario = RandomSecondments.scenario(seed: seed)
      let outcome = try SecondmentPlanner(scenario).plan()
      let moves = outcome.secondments
      if !scenario.underWay.isEmpty { seen.insert("under way") }
      if scenario.people.contains(where: { $0.seconded != nil }) { seen.insert("seconded") }
      if moves.contains(where: { $0.coveredBy != nil }) { seen.insert("cover") }
      if Set(moves.map(\.opening)).count < moves.count { seen.insert("shared opening") }
      if Set(moves.map(\.person)).count < moves.count { seen.insert("shared person") }
      if !outcome.unfilled.isEmpty { seen.insert("open") }
      for unfilled in outcome.unfilled { #expect(!unfilled.reasons.isEmpty, "seed \(seed)") }
    }
    #expect(
      seen == [
        "cover", "shared opening", "shared person", "open", "under way",
        "seconded",
      ])
  }

  /// Whether three people cover one another in a round, each by going to the next one's home.
  private static func hasCycleOfThree(_ moves: [Secondment]) -> Bool {
    func cover(of move: Secondment) -> Secondment? {
      moves.first { $0.person == move.coveredBy && $0.to == move.from }
    }
    return moves.contains { first in
      guard let second = cover(of: first), let third = cover(of: second) else { return false }
      return Set([first.person, second.person, third.person]).count == 3
        && cover(of: third)?.person == first.person
    }
  }
}
