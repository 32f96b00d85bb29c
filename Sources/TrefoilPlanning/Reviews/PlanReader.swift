import TrefoilModel
import TrefoilSolver

/// Reads the engine's answer back as the plan of a term, without dates and figures.
struct PlanReader {
  let model: ReviewModel

  func termPlan(_ solution: PartitionSolution) -> TermPlan {
    TermPlan(
      term: model.facts.scenario.term.name, groups: solution.groups.map(group),
      resting: solution.resting.map { model.items[$0].id })
  }

  private func group(_ group: StaffedGroup) -> Group {
    let leads = LeadChoice(model: model).leads(of: group)
    return Group(
      schools: group.members.map { model.items[$0].id },
      reviews: zip(group.tasks, leads).map { task, lead in
        Review(
          host: model.items[task.host].id, reviewers: task.visitors.map { principal(of: $0) },
          champions: task.staff.map { model.staff[$0].id }, lead: principal(of: lead),
          workshopLead: task.lead.map { model.staff[$0].id })
      })
  }

  /// Everyone on the team of a task, and its workshop lead.
  func team(of task: StaffedTask) -> [PersonID] {
    task.visitors.map { principal(of: $0) } + task.staff.map { model.staff[$0].id }
      + (task.lead.map { [model.staff[$0].id] } ?? [])
  }

  private func principal(of item: Int) -> PersonID {
    model.people[model.problem.itemPerson[item]].id
  }
}
