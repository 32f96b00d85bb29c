import TrefoilModel
import TrefoilSolver

/// What is one absence from failure in a term that can be planned: a school that rests, a champion who
/// is gone, a travel limit a little shorter.
struct OnlyJustPossible {
  /// How much shorter, in minutes.
  private static let minutes = 5

  let scenario: Scenario
  let facts: TrustFacts
  let term: Int
  let options: PlanningOptions
  let stop: StopSignal

  private struct Change: Sendable {
    let scenario: Scenario
    let sentence: String
  }

  /// A sentence for each change after which it is proven that there is no plan, in the order of the
  /// files. As many questions as schools and champions, on as many threads as allowed.
  func warnings() async -> [String] {
    let changes = schools + champions + limit
    var single = options
    single.threads = 1
    let isFatal = await Parallel.map(changes, threads: options.threads) {
      [single, term, stop] change in
      let question = Feasibility(change.scenario, term: term, options: single, stop: stop)
      return (try? await question.answer()) == .impossible
    }
    return zip(changes, isFatal).filter(\.1).map(\.0.sentence)
  }

  private var schools: [Change] {
    facts.participants.map { school in
      var relaxation = Relaxation()
      relaxation.resting = [school.id]
      let out = RelaxedScenario(scenario, term: term, facts: facts, relaxation).scenarios
      return Change(
        scenario: out.first ?? scenario,
        sentence: "If \(school.name) dropped out there would be no plan.")
    }
  }

  private var champions: [Change] {
    guard facts.champions.count > 1 else { return [] }
    return facts.champions.map { champion in
      let people = scenario.people.map { person in
        person.id == champion.id
          ? person.with(roles: person.roles.filter { $0 != .champion }, alsoSecondedTo: [])
          : person
      }
      return Change(
        scenario: scenario.with(people: people),
        sentence: "Without \(champion.name) as a champion there would be no plan.")
    }
  }

  private var limit: [Change] {
    let rule = scenario.rules[TravelLimit.self]
    guard let limit = rule.setting.limit, rule.setting.charge == .must, limit >= Self.minutes else {
      return []
    }
    let shorter = limit - Self.minutes
    let setting = TravelLimit.Setting(limit: shorter, charge: .must)
    return [
      Change(
        scenario: scenario.with(
          rules: scenario.rules.with(TravelLimit(rule.governed.replacing(base: setting)))),
        sentence:
          "With a travel limit of \(shorter) minutes in place of \(limit) there would be no plan.")
    ]
  }
}
