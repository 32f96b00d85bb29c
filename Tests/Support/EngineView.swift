import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A plan seen with the engine's eyes: its numbers, and what they say it costs.
public struct EngineView {
  private let model: ReviewModel

  /// Nil when the numbers of schools cannot be grouped, or nothing can be planned whatever is done.
  public init?(_ facts: TrustFacts) async {
    let remainder = facts.scenario.rules[Remainder.self]
    guard let shape = remainder.shape(of: facts.participants.count) else { return nil }
    guard let model = try? await ReviewCompiler.compile(facts, shape: shape) else { return nil }
    guard model.obstacles.isEmpty else { return nil }
    self.model = model
  }

  /// What the engine's numbers say of a complete plan: its cost, or nil when something in it is
  /// forbidden.
  public func cost(of plan: TermPlan) -> Int? {
    let groups = plan.groups.map { group in
      StaffedGroup(
        members: group.schools.compactMap { model.itemIndex[$0] },
        tasks: group.reviews.map { task($0, in: group) })
    }
    let resting = plan.resting.compactMap { model.itemIndex[$0] }
    let cost = PartitionCost(model.problem).cost(groups: groups, resting: resting)
    return cost < StaffedPartition.forbidden / 2 ? cost : nil
  }

  private func task(_ review: Review, in group: Group) -> StaffedTask {
    let visitors = review.reviewers.compactMap { person in
      group.schools.first { model.facts.principal(of: $0)?.id == person }
        .flatMap { model.itemIndex[$0] }
    }
    return StaffedTask(
      host: model.itemIndex[review.host] ?? 0, visitors: visitors,
      staff: review.champions.compactMap { model.staffIndex[$0] },
      lead: review.workshopLead.flatMap { model.staffIndex[$0] })
  }
}
