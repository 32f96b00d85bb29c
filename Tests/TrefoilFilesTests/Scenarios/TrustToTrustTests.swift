import Foundation
import Testing
import TrefoilModel
import TrefoilPlanning

@testable import TrefoilFiles

/// Reviews between trusts are the review programme with other rules: in threes or in pairs, far from
/// home and with whom nobody has met.
@Suite struct TrustToTrustTests {
  private let scenario: Scenario

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "scenarios/trust-to-trust").path
    scenario = try ScenarioReader(folder: folder).read()
  }

  private func sizes(
    _ remainder: Remainder.Setting, away: [SchoolID] = []
  ) async throws -> [Int] {
    let term = Term(name: scenario.term.name, dates: scenario.term.dates, away: away)
    let changed = Scenario(
      trust: scenario.trust, term: term, schools: scenario.schools, people: scenario.people,
      history: scenario.history, travel: scenario.travel,
      rules: scenario.rules.with(Remainder(remainder)))
    let facts = TrustFacts(changed)
    let plan = try await TrustPlanner(changed).plan()
    #expect(plan.status == .optimal)
    #expect(Verification(of: plan, facts: facts).violations.isEmpty)
    let groups = try #require(plan.terms.first?.groups)
    for group in groups {
      for one in group.schools {
        for other in group.schools where one < other {
          #expect(facts.meetings(one, other).isEmpty)
          let schools = try (#require(facts.school(one)), #require(facts.school(other)))
          #expect(facts.minutes(from: schools.0, to: schools.1) >= 65)
        }
      }
    }
    return groups.map(\.schools.count).sorted()
  }

  @Test func `nine trusts meet in threes`() async throws {
    #expect(try await sizes(.quads) == [3, 3, 3])
  }

  @Test func `eight trusts meet in threes and a pair, or in pairs alone`() async throws {
    let away = [SchoolID("fosse")]
    #expect(try await sizes(.pairs, away: away) == [2, 3, 3])
    #expect(try await sizes(.allPairs, away: away) == [2, 2, 2, 2])
  }

  @Test func `nine trusts make three pairs and a three`() async throws {
    #expect(try await sizes(.allPairs) == [2, 2, 2, 3])
  }
}
