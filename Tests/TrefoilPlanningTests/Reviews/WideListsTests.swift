import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

struct WideListsTests {
  @Test(arguments: [UInt64](1...4))
  func `whoever is not listed costs no less than the floors`(seed: UInt64) throws {
    let trust = SyntheticTrust.make(schools: 80, seed: seed)
    let facts = TrustFacts(
      Scenario(
        trust: trust.trust, term: Term(name: trust.term.name), schools: trust.schools, people: [],
        history: trust.history))
    let costs = try WideCosts(facts)
    let lists = WideLists(
      costs, grid: SchoolGrid(costs.schools), least: (2, 3), tenths: 11, most: 6)
    var unlisted = 0
    for school in costs.schools.indices {
      for reach in 0...3 {
        let list = lists.list(school, reach: reach)
        #expect(list.others == list.others.sorted() && !list.others.contains(school))
        #expect(list.coverBeyond.count == costs.requirementCosts[school].count)
        for other in costs.schools.indices where other != school {
          if list.others.contains(other) { continue }
          unlisted += 1
          let name: Comment = "seed \(seed), \(school) and \(other), reach \(reach)"
          let link = costs.link(school, other)
          #expect(list.beyond <= link, name)
          #expect(list.evenBeyond <= costs.evenLink(school, other), name)
          let bits = costs.covers(school, by: other)
          for (bit, floor) in list.coverBeyond.enumerated() where bits >> UInt64(bit) & 1 == 1 {
            #expect(floor <= link, name)
          }
        }
      }
    }
    #expect(unlisted > 80 * 40)
  }
}
