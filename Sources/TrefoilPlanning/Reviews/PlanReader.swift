import TrefoilModel
import TrefoilSolver

/// Reads the engine's answer back as the plan of a term, without dates and figures.
struct PlanReader {
  private let facts: TrustFacts
  private let items: [School]
  private let staff: [Person]
  /// By item.
  private let principals: [Person]

  init(model: ReviewModel) {
    self.init(
      facts: model.facts, items: model.items, staff: model.staff,
      principals: model.problem.itemPerson.map { model.people[$0] })
  }

  init(facts: TrustFacts, items: [School], staff: [Person], principals: [Person]) {
    self.facts = facts
    self.items = items
    self.staff = staff
    self.principals = principals
  }

  func termPlan(_ solution: PartitionSolution) -> TermPlan {
    termPlan(groups: solution.groups, resting: solution.resting)
  }

  func termPlan(groups: [StaffedGroup], resting: [Int]) -> TermPlan {
    TermPlan(
      term: facts.scenario.term.name, groups: groups.map(group),
      resting: resting.map { items[$0].id })
  }

  private func group(_ group: StaffedGroup) -> Group {
    let leads = LeadChoice(knows: knows).leads(of: group)
    return Group(
      schools: group.members.map { items[$0].id },
      reviews: zip(group.tasks, leads).map { task, lead in
        Review(
          host: items[task.host].id, reviewers: task.visitors.map { principal(of: $0) },
          champions: task.staff.map { staff[$0].id }, lead: principal(of: lead),
          workshopLead: task.lead.map { staff[$0].id })
      })
  }

  /// Everyone on the team of a task, and its workshop lead.
  func team(of task: StaffedTask) -> [PersonID] {
    task.visitors.map { principal(of: $0) } + task.staff.map { staff[$0].id }
      + (task.lead.map { [staff[$0].id] } ?? [])
  }

  private func principal(of item: Int) -> PersonID {
    principals[item].id
  }

  private func knows(_ visitor: Int, _ host: Int) -> Bool {
    !facts.phasesKnown(by: principals[visitor]).isDisjoint(with: items[host].phase.taught)
  }
}
