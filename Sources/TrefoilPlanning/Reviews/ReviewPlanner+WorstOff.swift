import TrefoilModel
import TrefoilSolver

/// The rule `worst-off` in the reviews of a term.
extension ReviewPlanner {
  var sparesWorstOff: Bool {
    facts.scenario.rules[WorstOffRule.self].setting && !place.isOneOfSeveral
  }

  /// Of the plans that cost as much as this one, if it is proven cheapest, one in which whoever travels
  /// longest travels least; else the plan itself. Either way it says who that is.
  func sparing(_ plan: Plan, _ answer: Answer, _ search: TermSearch) async throws -> Plan {
    guard let cost = plan.cost else { return plan }
    var descent = WorstOffDescent<Plan>(cost: cost, worst: worst(plan))
    if plan.status == .optimal {
      let burdens = burdens(search.model)
      while let limit = descent.limit, !search.stop.isSent {
        var narrow = search
        narrow.model.problem.burdens = burdens
        narrow.model.problem.burdens?.limit = Array(
          repeating: limit, count: search.model.people.count)
        descent.take(try await step(narrow, notes: answer.notes))
      }
    }
    var best = descent.better ?? plan
    (best.status, best.bound) = (plan.status, plan.bound)
    best.terms[0].worstOff = descent.worstOff
    let stopped = "The search was stopped before it ended."
    if search.stop.isSent, !best.notes.contains(stopped) { best.notes.insert(stopped, at: 0) }
    best.notes +=
      WorstOffNotes(
        descent.worstOff, isCheapest: plan.status == .optimal, of: "reviews"
      ).sentences
    return best
  }

  private func step(
    _ search: TermSearch, notes: [String]
  ) async throws -> WorstOffDescent<Plan>.Answer {
    var next = try await answer(search)
    let bound = next.outcome.bound
    guard next.outcome.solution != nil, !next.isUndated else { return .init(bound: bound) }
    // What was ruled out on the way to this plan is of no interest where the first was not.
    next.notes = notes
    let plan = try finish(next, stop: search.stop)
    return .init(found: plan.cost.map { (plan, $0, worst(plan)) }, bound: bound)
  }

  private func worst(_ plan: Plan) -> WorstOff? {
    plan.terms.first.flatMap { TravelByPerson(of: $0, facts: facts).worstOff }
  }

  /// The minutes of every duty as the rule `travel` has them; nobody has a limit yet.
  /// O(schools x (schools + champions)).
  private func burdens(_ model: ReviewModel) -> StaffedPartition.Burdens {
    var burdens = StaffedPartition.Burdens(model.problem)
    let travel = facts.scenario.rules[Travel.self]
    func minutes(_ person: Person, _ from: School?, _ host: School, _ duty: Duty) -> Int {
      guard let from, from.id != host.id else { return 0 }
      let visit = Visit(person: person, from: from, host: host, duty: duty)
      return ReviewModel.cost(travel.charges(for: visit, of: facts))
    }
    let count = model.items.count
    for (visitor, school) in model.items.enumerated() {
      let person = model.people[model.problem.itemPerson[visitor]]
      for (host, other) in model.items.enumerated() {
        burdens.visit[visitor * count + host] = minutes(person, school, other, .reviewer)
      }
    }
    for (staff, person) in model.staff.enumerated() {
      let from = person.schools.first.flatMap(facts.school)
      for (host, other) in model.items.enumerated() {
        burdens.seat[staff * count + host] = minutes(person, from, other, .champion)
        burdens.lead[staff * count + host] = minutes(person, from, other, .workshopLead)
      }
    }
    return burdens
  }
}
