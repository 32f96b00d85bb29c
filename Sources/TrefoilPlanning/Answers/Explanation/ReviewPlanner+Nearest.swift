import TrefoilModel
import TrefoilSolver

/// Among plans of least cost the one that is nearest to a plan that people have.
extension ReviewPlanner {
  /// A plan of the same cost as this one, proven cheapest, in which the fewest duties are new to whoever
  /// has them; and whether that is proven of all plans of this cost. The plan itself where none is found.
  func nearest(
    to given: TermPlan, _ plan: Plan, stop: StopSignal, datesStop: StopSignal?
  ) async throws -> (plan: Plan, isProven: Bool) {
    let shape = facts.scenario.rules[Remainder.self].shape(of: facts.participants.count)
    guard plan.status == .optimal, let cost = plan.cost, let shape, place.isOpen,
      facts.participants.count < Self.leastWide,
      var model = try await ReviewCompiler.compile(facts, shape: shape, stop: stop)
    else { return (plan, false) }
    // More than there can be new duties: two visits, the seats, one more in a pair, and a lead.
    let weight = 1 + model.problem.seats.reduce(0) { $0 + $1 + 4 }
    guard let scaled = model.problem.scaled(by: weight) else { return (plan, false) }
    model.problem = scaled
    model.chargeNewDuties(against: given)
    let search = TermSearch(
      model: model, calendar: TermCalendar(facts), stop: stop, datesStop: datesStop ?? stop,
      progress: { _ in }, patience: DatingPatience.forPlans(options.effort))
    let answer = try await answer(search)
    guard let solution = answer.outcome.solution, !answer.isUndated else { return (plan, false) }
    var term = PlanReader(model: answer.model).termPlan(solution)
    if let dates = answer.dates { term.set(dates) }
    guard Assessment(of: term, facts: facts).cost == cost else { return (plan, false) }
    var nearest = plan
    nearest.terms = try assess(&term, cost: cost, bound: cost, isOptimal: true, notes: []).terms
    return (nearest, answer.outcome.isOptimal)
  }
}

extension ReviewModel {
  /// A unit more for every duty that somebody does not have in a plan.
  fileprivate mutating func chargeNewDuties(against plan: TermPlan) {
    var known: Set<[String]> = []
    for review in plan.groups.flatMap(\.reviews) {
      func add(_ people: [PersonID], _ duty: Duty) {
        for person in people {
          known.insert([person.rawValue, duty.rawValue, review.host.rawValue])
        }
      }
      add(review.reviewers, .reviewer)
      add(review.champions, .champion)
      add(review.workshopLead.map { [$0] } ?? [], .workshopLead)
    }
    func add(_ costs: inout [Int], _ people: [Person], _ duty: Duty) {
      for (row, person) in people.enumerated() {
        for (host, school) in items.enumerated() {
          let index = row * items.count + host
          if costs[index] < StaffedPartition.forbidden,
            !known.contains([person.id.rawValue, duty.rawValue, school.id.rawValue])
          {
            costs[index] += 1
          }
        }
      }
    }
    add(&problem.visitCost, problem.itemPerson.map { people[$0] }, .reviewer)
    add(&problem.seatCost, staff, .champion)
    add(&problem.leadCost, staff, .workshopLead)
  }
}
