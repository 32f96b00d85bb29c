import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What a search for secondments begins with, and what a stop leaves.
@Suite struct SecondmentStartTests {
  private static var stopped: StopSignal {
    let stop = StopSignal()
    stop.send()
    return stop
  }

  private static func scenarios(_ seed: UInt64) -> [Scenario] {
    [
      RandomSecondments.scenario(seed: seed), RandomRings.scenario(seed: seed),
      RandomRelays.scenario(seed: seed),
    ]
  }

  @Test func `it keeps every must, costs no more than that nobody goes, and is priced right`() {
    var better = 0
    for seed in UInt64(0)..<200 {
      for scenario in Self.scenarios(seed) {
        let facts = SecondmentFacts(TrustFacts(scenario))
        for most in [nil, 150] {
          let choices = SecondmentChoices(facts, most: most)
          for listed in [nil, []] as [Set<ReleasePlace>?] {
            let compiler = SecondmentCompiler(facts, choices, listed: listed)
            let start = SecondmentStart(compiler, facts).values
            let note = "\(scenario.trust) \(most ?? 0) \(listed == nil)"
            #expect(compiler.problem.allows(start), "\(note)")
            let secondments = compiler.secondments(start, of: facts)
            let assessment = SecondmentAssessment(of: secondments, facts: facts)
            #expect(assessment.violations.isEmpty, "\(note)")
            #expect(assessment.cost == compiler.problem.cost(of: start), "\(note)")
            let nothing = compiler.problem.cost(of: compiler.nothing)
            #expect(assessment.cost <= nothing, "\(note)")
            if assessment.cost < nothing { better += 1 }
          }
        }
      }
    }
    #expect(better > 800)
  }

  @Test func `a stop among the columns leaves the best of each person at each opening`() {
    for seed in UInt64(0)..<50 {
      for scenario in Self.scenarios(seed) {
        let facts = SecondmentFacts(TrustFacts(scenario))
        let choices = SecondmentChoices(facts)
        let whole = SecondmentCompiler(facts, choices, listed: [])
        let cut = SecondmentCompiler(facts, choices, listed: [], stop: Self.stopped)
        #expect(cut.exchanges.exchanges.count <= whole.exchanges.exchanges.count)
        #expect(cut.isStopped == !whole.exchanges.exchanges.isEmpty)
        #expect(cut.leftOut.isEmpty == !cut.isStopped)
        let pairs = { (compiler: SecondmentCompiler) in
          Set(
            compiler.exchanges.exchanges.flatMap(\.moves).map {
              [compiler.moves[$0].move.person.rawID, compiler.moves[$0].move.opening.id.rawValue]
            })
        }
        #expect(pairs(cut) == pairs(whole), "\(scenario.trust)")
        let start = SecondmentStart(cut, facts).values
        #expect(cut.problem.allows(start))
        let assessment = SecondmentAssessment(
          of: cut.secondments(start, of: facts), facts: facts)
        #expect(assessment.violations.isEmpty)
      }
    }
  }

  @Test func `a search that is stopped at once hands over what it began with`() {
    let facts = SecondmentFacts(TrustFacts(RandomRings.scenario(seed: 3)))
    let compiler = SecondmentCompiler(facts)
    let start = SecondmentStart(compiler, facts).values
    let solver = SelectionSolver(compiler.problem)
    let outcome = solver.solve(from: start, stop: Self.stopped)
    #expect(outcome.values == start && outcome.bound == nil)
    #expect(outcome.cost == compiler.problem.cost(of: start))
    #expect(solver.topicsThatMatter(stop: Self.stopped) == [])
  }

  @Test func `chains are listed until a stop, and every move that stands alone after it`() {
    let facts = SecondmentFacts(TrustFacts(RandomRings.scenario(seed: 5)))
    let moves = PossibleMoves(facts).moves.map(\.move)
    let setting = facts.trust.scenario.rules[NeedsCover.self].setting
    let whole = MoveChains(moves, setting: setting)
    let cut = MoveChains(moves, setting: setting, stop: Self.stopped)
    #expect(!whole.isStopped && cut.isStopped)
    let alone = whole.exchanges.filter { $0.moves.count == 1 }.map(\.moves)
    #expect(cut.exchanges.map(\.moves) == alone)
  }
}

extension Person {
  fileprivate var rawID: String { id.rawValue }
}
