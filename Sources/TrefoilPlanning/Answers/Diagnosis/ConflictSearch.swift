import TrefoilModel

/// Looks for the sets of requirements that cannot hold together, one after the other, until what they
/// name is all that is in the way.
struct ConflictSearch {
  /// Requirements that cannot hold together even if nothing else was asked for.
  struct Conflict {
    let requirements: [Requirement]
    /// Whether it is proven that with any one dropped the others can hold.
    let isMinimal: Bool
  }

  struct Found {
    var status: Feasibility.Answer
    var conflicts: [Conflict] = []
    /// Whether it is proven that nothing else is in the way.
    var isComplete = true
  }

  let list: RequirementList
  let memo: FeasibilityMemo

  init(_ question: Feasibility, mostQuestions: Int) {
    list = RequirementList(question.scenario, facts: question.facts)
    memo = FeasibilityMemo(question, mostQuestions: mostQuestions)
  }

  /// Disjoint conflicts: what is found is freed before the next is looked for.
  func conflicts() async throws -> Found {
    var found = Found(status: try await memo.answer(Relaxation()))
    guard found.status == .impossible else { return found }
    var freed = Relaxation()
    while true {
      guard let conflict = try await conflict(beside: freed) else {
        found.isComplete = false
        return found
      }
      found.conflicts.append(conflict)
      // Where nothing that was written is to blame, nothing can be freed.
      if conflict.requirements.isEmpty { return found }
      freed.free(conflict.requirements)
      switch try await memo.answer(freed) {
      case .possible: return found
      case .impossible: continue
      case .unknown:
        found.isComplete = false
        return found
      }
    }
  }

  /// One conflict among all that is not freed; nil where none can be shown.
  func conflict(beside freed: Relaxation) async throws -> Conflict? {
    var freed = freed
    guard try await memo.answer(freed) == .impossible else { return nil }
    // Where there are no teams there are no days for them, and teams are asked about sooner.
    freed.isUndated = true
    freed.isUndated = try await memo.answer(freed) == .impossible
    if try await memo.answer(kept([], beside: freed)) == .impossible {
      return Conflict(requirements: [], isMinimal: true)
    }
    let families = try await part(of: list.families, beside: freed)
    var found = try await part(of: families.flatMap(\.self).map { [$0] }, beside: freed)
    var alone = Relaxation()
    alone.isUndated = freed.isUndated
    if freed != alone { found = try await part(of: found, beside: alone) }
    if memo.isOver { return nil }
    let requirements = found.flatMap(\.self)
    return Conflict(
      requirements: requirements, isMinimal: try await isMinimal(requirements))
  }

  private func part(
    of list: [[Requirement]], beside freed: Relaxation
  ) async throws -> [[Requirement]] {
    let search = MinimalConflict<[Requirement]> { kept in
      try await memo.answer(self.kept(kept.flatMap(\.self), beside: freed)) == .impossible
    }
    return try await search.part(of: list)
  }

  /// All requirements dropped but for these.
  func kept(_ kept: [Requirement], beside freed: Relaxation) -> Relaxation {
    var relaxation = freed
    relaxation.dropped.formUnion(list.all)
    relaxation.dropped.subtract(Set(kept).subtracting(freed.dropped))
    return relaxation
  }

  private func isMinimal(_ requirements: [Requirement]) async throws -> Bool {
    for requirement in requirements {
      let others = requirements.filter { $0 != requirement }
      if try await memo.answer(kept(others, beside: Relaxation())) != .possible { return false }
    }
    return true
  }
}
