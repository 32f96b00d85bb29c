import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What is left out where there is too much to look at, and that it is said.
@Suite struct SecondmentLimitTests {
  /// Schools that all need cover but the first, each with a deputy and an opening.
  private func town(_ count: Int, terms: Int = 1) -> SecondmentFacts {
    let ids = (0..<count).map { SchoolID("s\($0)") }
    let scenario = Scenario(
      trust: "T",
      schools: ids.enumerated().map { index, id in
        School(
          id: id, name: "\(id)", phase: .primary,
          place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000),
          release: Release(needsCover: index > 0))
      },
      people: ids.map {
        Person(id: PersonID("p-\($0)"), name: "\($0)", schools: [$0], roles: [.deputy])
      },
      openings: ids.map {
        Opening(id: OpeningID("o-\($0)"), school: $0, role: .deputy, days: 2, terms: terms)
      }, candidates: ids.map { Candidate(person: PersonID("p-\($0)"), days: 2) })
    return SecondmentFacts(TrustFacts(scenario))
  }

  @Test func `where chains are too many all single moves are there, then the shorter ones`() {
    let facts = town(5)
    let moves = PossibleMoves(facts).moves.map(\.move)
    let setting = NeedsCover.Setting(longestCycle: 3, longestChain: 4)
    let all = MoveChains(moves, setting: setting)
    #expect(!all.isCut && all.wholeLength == nil)
    let single = all.exchanges.filter { $0.moves.count == 1 }.count
    let short = all.exchanges.filter { $0.moves.count <= 2 }.count
    for most in [single, single + 3, short, short + 3, all.exchanges.count - 1] {
      let cut = MoveChains(moves, setting: setting, mostExchanges: most)
      #expect(cut.isCut && cut.exchanges.count == most)
      let lengths = cut.exchanges.map(\.moves.count)
      #expect(lengths == lengths.sorted())
      #expect(lengths.filter { $0 == 1 }.count == single)
      if most >= short { #expect(lengths.filter { $0 <= 2 }.count == short) }
      let whole = all.exchanges.filter { $0.moves.count <= cut.wholeLength ?? 9 }.count
      #expect((1...most).contains(whole))
    }
    let whole = MoveChains(moves, setting: setting, mostExchanges: all.exchanges.count)
    #expect(!whole.isCut)
    #expect(whole.exchanges.map(\.moves) == all.exchanges.map(\.moves))
  }

  @Test func `where moves are too many each person keeps the longest at each opening`() {
    let facts = town(3, terms: 6)
    let all = PossibleMoves(facts)
    #expect(all.share == nil && all.moves.count == 6 * 21 * 2)
    let some = PossibleMoves(facts, mostMoves: 30)
    #expect(some.share == 5 && some.moves.count == 30)
    let kept = some.moves.map(\.move).filter { $0.person.id == PersonID("p-s0") }
    #expect(Set(kept.map(\.opening.id)).count == 2)
    #expect(kept.allSatisfy { $0.terms >= 4 })
    #expect(kept.contains { $0.terms == 6 && $0.days == 2 })
    let choices = SecondmentChoices(facts, mostMoves: 30, mostExchanges: 12)
    #expect(choices.leftOut.count == 2)
    #expect(choices.leftOut[0].contains("of each person at each opening 5 were"))
    #expect(choices.leftOut[1].contains("all that stand alone were, and some of 2"))
    #expect(SecondmentChoices(facts).leftOut == [])
  }

  @Test func `a stop ends the list of moves, and nothing is proven`() throws {
    let stop = StopSignal()
    stop.send()
    let facts = town(3)
    #expect(PossibleMoves(facts, stop: stop).isStopped)
    let outcome = try SecondmentPlanner(facts.trust.scenario).plan(stop: stop)
    #expect(outcome.bound == nil)
    #expect(outcome.notes.contains { $0.hasPrefix("The search was stopped before all") })
  }

  @Test func `a model that would not be whole is refused, and says why`() throws {
    let facts = town(5, terms: 4)
    let trust = facts.trust.scenario.trust
    let whole = try SecondmentProgram(facts.trust.scenario)
    #expect(whole.problem.columnCount > 0)
    let cut = SecondmentCompiler(facts, SecondmentChoices(facts, mostMoves: 50))
    let refusal = try #require(throws: ModelRefusal.self) {
      try SecondmentProgram(of: trust, cut)
    }
    #expect(refusal.description.hasPrefix("There is no model, as it would not be whole:\n"))
    #expect(refusal.description.contains("There are too many secondments to look at them all"))
    let chains = SecondmentCompiler(facts, SecondmentChoices(facts, mostExchanges: 50))
    #expect(throws: ModelRefusal.self) { try SecondmentProgram(of: trust, chains) }
    #expect(throws: Never.self) { try ModelRefusal.check(columns: ExplicitModel.mostColumns) }
    #expect(throws: ModelRefusal.self) {
      try ModelRefusal.check(columns: ExplicitModel.mostColumns + 1)
    }
  }
}
