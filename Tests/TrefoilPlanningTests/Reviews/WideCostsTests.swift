import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What is kept in tables by kind or by pair equals what the rules say when asked.
struct WideCostsTests {
  private func facts(_ count: Int, seed: UInt64) -> TrustFacts {
    let trust = SyntheticTrust.make(schools: count, seed: seed)
    return TrustFacts(
      Scenario(
        trust: trust.trust, term: Term(name: trust.term.name), schools: trust.schools, people: [],
        history: trust.history))
  }

  @Test(arguments: [UInt64](1...3))
  func `visitors bring what each requirement says of them`(seed: UInt64) throws {
    let facts = facts(60, seed: seed)
    let costs = try WideCosts(facts)
    let rules = facts.scenario.rules.rules.compactMap { $0 as? any CoverRule }
    let withoutTable = CoverClasses(
      costs.schools, principals: costs.principals,
      requirements: costs.schools.map { school in
        rules.flatMap { $0.requirements(of: school, facts: facts) }
      }, facts: facts, mostAnswers: 0)
    var brought = 0
    for (host, school) in costs.schools.enumerated() {
      let requirements = rules.flatMap { $0.requirements(of: school, facts: facts) }
      for (visitor, from) in costs.schools.enumerated() {
        let bits = costs.covers(host, by: visitor)
        brought += bits.nonzeroBitCount
        #expect(withoutTable.covers(host, by: visitor) == bits, "seed \(seed)")
        for (bit, requirement) in requirements.enumerated() {
          let isCovered = requirement.isCovered(costs.principals[visitor], from)
          #expect(bits >> UInt64(bit) & 1 == (isCovered ? 1 : 0), "seed \(seed)")
        }
      }
    }
    #expect(brought > 0)
  }

  @Test(arguments: [UInt64](1...3))
  func `company costs what the rules about pairs charge`(seed: UInt64) {
    let facts = facts(60, seed: seed)
    let schools = facts.participants
    let rules = facts.scenario.rules.rules.compactMap { $0 as? any PairRule }
    let company = Company(schools, rules: rules, facts: facts)
    var charged = 0
    for (one, first) in schools.enumerated() {
      for (other, second) in schools.enumerated() where other != one {
        let charges = rules.flatMap { $0.charges(between: first, and: second, of: facts) }
        #expect(company.cost(one, other) == ReviewModel.cost(charges), "seed \(seed)")
        charged += charges.count
      }
    }
    #expect(charged > 0)
  }
}
