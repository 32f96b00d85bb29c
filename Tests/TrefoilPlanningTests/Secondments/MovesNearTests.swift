import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Trials that look at some of the moves only.
@Suite struct MovesNearTests {
  @Test
  func `with nothing changed the moves near any opening hold the cheapest plan, and none below`()
    throws
  {
    for seed in UInt64(0)..<120 {
      let scenario =
        seed % 3 == 0
        ? RandomRelays.scenario(seed: seed) : RandomSecondments.scenario(seed: seed)
      let plan = try SecondmentPlanner(scenario).plan()
      let facts = SecondmentFacts(TrustFacts(scenario))
      let all = PossibleMoves(facts).moves
      let neighbours = SecondmentNeighbours(all, plan.secondments)
      for opening in facts.openings {
        let near = neighbours.moves(near: opening.id, people: [])
        #expect(near.openings.contains(opening.id))
        let compiler = SecondmentCompiler(facts, SecondmentChoices(facts, near: near))
        #expect(compiler.moves.count <= all.count, "seed \(seed)")
        let found = SelectionSolver(compiler.problem).solve(from: compiler.nothing)
        #expect(found.cost == plan.cost, "seed \(seed), \(opening.id)")
      }
    }
  }

  @Test func `rings end before they take in too many openings`() {
    // A row of openings: whoever fills one may fill the next.
    let ids = (0..<80).map { SchoolID("s\($0)") }
    let scenario = Scenario(
      trust: "T",
      schools: ids.enumerated().map { index, id in
        School(
          id: id, name: "\(id)", phase: .primary,
          place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000))
      },
      people: ids.map {
        Person(id: PersonID("p-\($0)"), name: "\($0)", schools: [$0], roles: [.deputy])
      },
      openings: ids.map {
        Opening(id: OpeningID("o-\($0)"), school: $0, role: .deputy, days: 1)
      }, candidates: ids.map { Candidate(person: PersonID("p-\($0)"), days: 1) })
    let facts = SecondmentFacts(TrustFacts(scenario))
    func index(_ id: String) -> Int { ids.firstIndex { "\($0)" == id } ?? -1 }
    let moves = PossibleMoves(facts).moves.filter {
      let (from, to) = (index("\($0.move.home.id)"), index("\($0.move.school.id)"))
      return to == from + 1 || to == from + 2
    }
    let standing = moves.map(\.move).filter {
      index("\($0.school.id)") == index("\($0.home.id)") + 1
    }
    .map {
      Secondment(
        person: $0.person.id, opening: $0.opening.id, from: $0.home.id, to: $0.school.id, days: 1,
        firstTerm: facts.termName(0), terms: 1)
    }
    let neighbours = SecondmentNeighbours(moves, standing)
    let near = neighbours.moves(near: OpeningID("o-s40"), people: [])
    #expect((2...25).contains(near.openings.count), "\(near.openings.count)")
    #expect(near.kept.count == standing.count - near.openings.count)
    #expect(neighbours.people(from: ids[3]) == [PersonID("p-s3")])
  }
}
