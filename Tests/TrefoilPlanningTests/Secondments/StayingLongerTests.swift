import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilPlanning

/// Why somebody who is at an opening is not there in one of its terms.
@Suite struct StayingLongerTests {
  @Test func `where nothing is in the way, the stay may be longer, on random trusts`() throws {
    var (free, hindered) = (0, 0)
    for seed in UInt64(0)..<600 {
      let facts = SecondmentFacts(TrustFacts(RandomSecondments.scenario(seed: seed)))
      let compiler = SecondmentCompiler(facts, listed: [])
      let start = compiler.secondments(SecondmentStart(compiler, facts).values, of: facts)
      for secondments in [start] + shortened(start, facts) {
        for (longer, isFree) in try stays(secondments, facts) {
          let broken = SecondmentAssessment(of: longer, facts: facts).violations
          #expect(broken.isEmpty == isFree, "seed \(seed): \(broken.map(\.sentence))")
          if isFree { free += 1 } else { hindered += 1 }
        }
      }
    }
    #expect(free > 10 && hindered > 5, "\(free) \(hindered)")
  }

  /// The plans in which one of the stays is a term shorter, as far as they keep every must.
  private func shortened(_ plan: [Secondment], _ facts: SecondmentFacts) -> [[Secondment]] {
    plan.indices.filter { plan[$0].terms > 1 }.map { place in
      var shorter = plan
      shorter[place].terms -= 1
      return shorter
    }.filter { SecondmentAssessment(of: $0, facts: facts).violations.isEmpty }
  }

  /// The plans in which a stay is a term longer, and whether anything is said to be in the way.
  private func stays(
    _ plan: [Secondment], _ facts: SecondmentFacts
  ) throws -> [(longer: [Secondment], isFree: Bool)] {
    let planned = plan.enumerated().compactMap { place, secondment in
      facts.move(secondment).map {
        PlannedMove(move: $0, place: place, coveredBy: secondment.coveredBy)
      }
    }
    let obstacles = SecondmentObstacles(facts, planned)
    return planned.compactMap { one in
      let stay = one.move
      if stay.terms == stay.opening.terms { return nil }
      let isLate = stay.span.upperBound < stay.opening.span.upperBound
      let term = isLate ? stay.span.upperBound : stay.firstTerm - 1
      let there = planned.map(\.move).filter {
        $0.opening.id == stay.opening.id && $0.span.contains(term)
      }
      if there.reduce(stay.days, { $0 + $1.days }) > stay.opening.days { return nil }
      var longer = plan
      longer[one.place].terms += 1
      if !isLate { longer[one.place].firstTerm = facts.termName(term) }
      let isFree =
        obstacles.fixed(of: stay.candidate, in: term) == nil
        && obstacles.obstacles(ofStaying: stay, alsoIn: term..<(term + 1)).isEmpty
      return (longer, isFree)
    }
  }
}
