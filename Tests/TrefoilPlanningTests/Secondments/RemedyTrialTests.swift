import Testing
import TrefoilModel

@testable import TrefoilPlanning

/// What is said of changes that were tried, and of those that were not.
@Suite struct RemedyTrialTests {
  private static let opening = Opening(
    id: OpeningID("o"), school: SchoolID("ash"), role: .deputy, days: 2)
  private static let remedy = SecondmentRemedy(
    sentence: "less", change: .opening(opening.with(days: 1)), size: 1)
  private static let filled = Secondment(
    person: PersonID("p"), opening: opening.id, from: SchoolID("beech"), to: SchoolID("ash"),
    days: 1, firstTerm: "Autumn 2026", terms: 1)

  private func trials(
    bound: Int? = 10, hindrance: RemedyTrials.Hindrance = .unproven,
    _ search: @escaping () -> RemedyTrials.Found?
  ) -> RemedyTrials {
    RemedyTrials(
      Scenario(trust: "T", schools: []), [], bound: bound, hindrance: hindrance, moves: []
    ) { _, _ in search() }
  }

  private func helps(_ trials: inout RemedyTrials) -> Bool {
    trials.helps(Self.remedy, Self.opening)
  }

  @Test func `a change that a stop came before was not tried`() {
    var trials = trials { nil }
    for _ in 0..<50 { if helps(&trials) { Issue.record("it does not help") } }
    #expect(trials.tried == 0)
    #expect(
      trials.note == "What would fill openings was not tried, since the search was stopped.")
  }

  @Test func `a trial that was cut short counts where it helped alone`() {
    var found = [
      RemedyTrials.Found(secondments: [Self.filled], cost: 5, isCut: true),
      RemedyTrials.Found(secondments: [], cost: 20, isCut: true),
    ]
    var trials = trials { found.removeFirst() }
    let isHelp = helps(&trials)
    #expect(isHelp)
    #expect(trials.note == nil)
    let isNone = !helps(&trials)
    #expect(isNone)
    #expect(trials.tried == 1)
    #expect(
      trials.note
        == "What would fill openings was tried only in part (1 of the changes), since the search was "
        + "stopped.")
  }

  @Test func `without a bound the note says why there is none`() {
    for (hindrance, words) in [
      (RemedyTrials.Hindrance.stopped, "since the search was stopped"),
      (.leftOut, "since not all secondments could be looked at"),
      (.unproven, "since the search for secondments did not end"),
    ] {
      var trials = trials(bound: nil, hindrance: hindrance) { nil }
      let isNone = !helps(&trials)
      #expect(isNone)
      #expect(trials.note?.contains(words) == true, "\(trials.note ?? "")")
    }
  }

  @Test func `after the most trials the rest are counted`() {
    var trials = trials { RemedyTrials.Found(secondments: [], cost: 20, isCut: false) }
    for _ in 0..<42 { if helps(&trials) { Issue.record("it does not help") } }
    #expect(
      trials.note == "2 changes that might fill openings were not tried, after 40 that were.")
  }
}
