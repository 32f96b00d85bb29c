import TrefoilModel

/// Looks for the sets of requirements that cannot hold together, one after the other, until what they
/// name is all that is in the way.
struct ConflictSearch {
  /// Requirements that cannot hold together even if nothing else was asked for.
  struct Conflict {
    let requirements: [Requirement]
    /// Whether it is proven that with any one dropped the others can hold.
    let isMinimal: Bool

    /// What is freed to deal with it: what is asked for one school, person or entry alone, if anything
    /// is. What is asked of the whole term may be to blame for other conflicts too, which would hide
    /// behind it.
    var freed: [Requirement] {
      let own = requirements.filter { !$0.isShared }
      return own.isEmpty ? requirements : own
    }
  }

  struct Found {
    var status: Feasibility.Answer
    var conflicts: [Conflict] = []
    /// Whether it is proven that nothing else is in the way.
    var isComplete = true
  }

  let list: RequirementList
  let memo: FeasibilityMemo

  /// - Parameters:
  ///   - share: how many times the usual number of questions may be asked.
  ///   - asked: what is held throughout, and no part of any conflict.
  init(_ question: Feasibility, share: Double = 1, asked: Set<Requirement> = []) {
    list = RequirementList(question.scenario, facts: question.facts, asked: asked)
    let most = FeasibilityMemo.mostQuestions(
      question.effort, schools: question.facts.participants.count)
    memo = FeasibilityMemo(question, mostQuestions: Int(Double(most) * share))
  }

  /// Conflicts that share no requirement for one school, person or entry: what is found is freed before
  /// the next is looked for.
  ///
  /// - Parameter most: so many are looked for at most.
  func conflicts(most: Int = .max) async throws -> Found {
    var found = Found(status: try await memo.answer(Relaxation()))
    guard found.status == .impossible else { return found }
    let reach = try await SchoolReach(memo.question)
    let families = reach.sorted(list.families)
    var freed = Relaxation()
    while true {
      if !found.conflicts.isEmpty, memo.isHalfOver {
        found.isComplete = false
        return found
      }
      var next = try await conflict(of: reach.lonely, beside: freed)
      if next == nil { next = try await conflict(in: families, beside: freed) }
      guard let conflict = next else {
        found.isComplete = false
        return found
      }
      found.conflicts.append(conflict)
      // Where nothing that was written is to blame, nothing can be freed.
      if conflict.requirements.isEmpty { return found }
      if found.conflicts.count >= most {
        found.isComplete = false
        return found
      }
      freed.free(conflict.freed)
      switch try await memo.answer(freed) {
      case .possible: return found
      case .impossible: continue
      case .unknown:
        found.isComplete = false
        return found
      }
    }
  }

  /// The usual one, asked about at once: a school that has nobody near enough, or one where two are needed.
  private func conflict(
    of lonely: [SchoolID], beside freed: Relaxation
  ) async throws -> Conflict? {
    for school in lonely {
      for limit in limits(of: school) where !freed.freed.contains(limit) {
        let both = [limit, .remainder].filter {
          list.all.contains($0) && !freed.dropped.contains($0)
        }
        guard both.first == limit else { continue }
        var relaxation = kept(both, beside: Relaxation())
        relaxation.isUndated = true
        if try await memo.answer(relaxation) == .impossible { return try await reduced(both) }
      }
    }
    return nil
  }

  private func limits(of school: SchoolID) -> [Requirement] {
    [.override(TravelLimit.key, .school(school)), .rule(TravelLimit.key, .school(school))]
  }

  /// One conflict among all that is not freed, of what stands early in the families where there are several;
  /// nil where none can be shown.
  private func conflict(
    in families: [[Requirement]], beside freed: Relaxation
  ) async throws -> Conflict? {
    var freed = freed
    guard try await memo.answer(freed) == .impossible else { return nil }
    // Where there are no teams there are no days for them, and teams are asked about sooner.
    freed.isUndated = true
    freed.isUndated = try await memo.answer(freed) == .impossible
    if try await memo.answer(kept([], beside: freed)) == .impossible {
      return Conflict(requirements: [], isMinimal: true)
    }
    let families = try await part(of: families, beside: freed)
    // With the sizes of groups as they are a school may be to blame that in a pair would not; whether they
    // are needed is asked last.
    let isSized = list.all.contains(.remainder) && !families.contains([.remainder])
    let all = (isSized ? [.remainder] : []) + families.flatMap(\.self)
    var found = try await part(of: all.map { [$0] }, beside: freed)
    var alone = Relaxation()
    alone.isUndated = freed.isUndated
    if freed != alone { found = try await part(of: found, beside: alone) }
    return try await reduced(found.flatMap(\.self))
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

  /// Without those that, with all of the effort, prove not to be needed: questions that stayed open on
  /// the way here leave some of them in.
  private func reduced(_ requirements: [Requirement]) async throws -> Conflict {
    var needed = requirements
    var isMinimal = true
    for requirement in requirements {
      let others = needed.filter { $0 != requirement }
      switch try await memo.answer(kept(others, beside: Relaxation()), isThorough: true) {
      case .possible: break
      case .impossible: needed = others
      case .unknown: isMinimal = false
      }
    }
    // The sizes of groups are looked at first and named last: the other requirements are what people wrote.
    let sizes = needed.filter { $0 == .remainder }
    return Conflict(
      requirements: needed.filter { $0 != .remainder } + sizes, isMinimal: isMinimal)
  }
}
