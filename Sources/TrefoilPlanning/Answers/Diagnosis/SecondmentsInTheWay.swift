import TrefoilModel
import TrefoilSolver

/// Which of the secondments that were decided first leave a term without reviews that could be planned
/// otherwise, and who has to stay for that.
struct SecondmentsInTheWay {
  /// With its secondments; the term cannot be planned with them.
  let scenario: Scenario
  let terms: Int
  /// The place of the term in the plan.
  let term: Int
  let options: PlanningOptions
  let stop: StopSignal

  /// A sentence on which they are and one on who would have to stay; nothing where the term cannot be planned
  /// without any secondment either, or that is not known. About k log2(n) questions for k of n secondments,
  /// and for each of them secondments anew.
  func sentences() async throws -> [String] {
    let all = scenario.secondments
    guard !all.isEmpty, try await answer([]) == .possible else { return [] }
    let search = MinimalConflict<Secondment> { kept in
      try await answer(all.filter(kept.contains)) == .impossible
    }
    let found = try await search.part(of: all)
    let names = found.map(words).joined(separator: " and ")
    let facts = TrustFacts(scenario)
    var stays: [String] = []
    for person in Self.people(of: found) where try await isPossible(without: person) {
      stays.append(facts.name(person))
    }
    let head =
      "With \(names) the reviews of \(scenario.term(at: term).name) cannot be planned; without any "
      + "secondment they can."
    let remedy =
      stays.isEmpty
      ? "No single person was found whose staying would do."
      : "It would do if \(stays.joined(separator: ", or ")) stayed: write 'no' for the consent in "
        + "candidates.csv."
    return [head, remedy]
  }

  private func words(_ secondment: Secondment) -> String {
    let facts = TrustFacts(scenario)
    return "\(facts.name(secondment.person)) at \(facts.name(secondment.to))"
  }

  /// Each once, in order.
  private static func people(of secondments: [Secondment]) -> [PersonID] {
    var seen: Set<PersonID> = []
    return secondments.map(\.person).filter { seen.insert($0).inserted }
  }

  private func answer(_ kept: [Secondment]) async throws -> Feasibility.Answer {
    var scenario = scenario
    scenario.secondments = kept
    return try await Feasibility(scenario, term: term, options: options, stop: stop).answer()
  }

  /// Whether all terms, one by one, can be planned with the secondments that are cheapest when somebody stays.
  private func isPossible(without person: PersonID) async throws -> Bool {
    var scenario = scenario.without(candidate: person)
    scenario.secondments = try SecondmentPlanner(scenario, options: options, seeksRemedies: false)
      .plan(stop: stop).secondments
    for term in 0..<terms {
      let question = Feasibility(scenario, term: term, options: options, stop: stop)
      guard try await question.answer() == .possible else { return false }
    }
    return true
  }
}
