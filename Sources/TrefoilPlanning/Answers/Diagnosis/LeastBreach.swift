import TrefoilModel

/// The least that has to be broken so that a term can be planned: first what, by the method of implicit
/// hitting sets, then by how little.
struct LeastBreach {
  struct Breach {
    var relaxation = Relaxation()
    var requirements: [Requirement] = []
    /// Whether it is proven that giving up nothing lighter will do.
    var isLeast = true
  }

  let question: Feasibility
  let list: RequirementList
  let memo: FeasibilityMemo
  /// Named first among what weighs the same: what the reasons name.
  let preferred: Set<Requirement>

  /// More than there are requirements, so that what is preferred decides between equals alone.
  private static let scale = 1 << 24

  /// Nil where nothing that could be broken will do, or not as far as is known.
  func breach() async throws -> Breach? {
    let chooser = HittingSet<Requirement> { [preferred] in
      Self.scale * Priority.weight($0) - (preferred.contains($0) ? 1 : 0)
    }
    var conflicts: [[Requirement]] = []
    while true {
      let choice = chooser.lightest(hitting: conflicts)
      let chosen = choice.elements
      var relaxation = Relaxation()
      relaxation.free(chosen)
      switch try await memo.answer(relaxation) {
      case .possible:
        var breach = try await eased(chosen)
        breach.isLeast = choice.isLightest
        return breach
      case .unknown: return nil
      case .impossible: break
      }
      let conflict = try await conflict(without: chosen)
      guard !conflict.isEmpty, !memo.isOver else { return nil }
      conflicts.append(conflict)
    }
  }

  /// Requirements that cannot hold together whatever exceptions are granted from all others.
  private func conflict(without chosen: [Requirement]) async throws -> [Requirement] {
    let all = list.all
    let search = MinimalConflict<[Requirement]> { kept in
      let kept = Set(kept.flatMap(\.self))
      var relaxation = Relaxation()
      relaxation.free(all.filter { !kept.contains($0) })
      return try await memo.answer(relaxation) == .impossible
    }
    let left = list.families.map { $0.filter { !chosen.contains($0) } }.filter { !$0.isEmpty }
    if try await search.areInConflict([]) { return [] }
    let families = try await search.part(of: left)
    return try await search.part(of: families.flatMap(\.self).map { [$0] }).flatMap(\.self)
  }

  // MARK: By how little

  /// Each requirement as little eased as will do with the others as they are by then.
  private func eased(_ chosen: [Requirement]) async throws -> Breach {
    var breach = Breach(requirements: chosen)
    breach.relaxation.free(chosen)
    for requirement in chosen {
      var others = breach.relaxation
      others.freed.remove(requirement)
      others.dropped.remove(requirement)
      guard let step = try await step(requirement, others) else { continue }
      breach.relaxation = others
      breach.relaxation.eased[requirement] = step
    }
    return breach
  }

  /// The least step that will do; nil where only giving all of it up will.
  private func step(
    _ requirement: Requirement, _ others: Relaxation
  ) async throws -> Relaxation.Step? {
    func relaxed(_ step: Relaxation.Step) -> Relaxation {
      var relaxation = others
      relaxation.eased[requirement] = step
      return relaxation
    }
    func least(_ steps: Range<Int>) async throws -> Relaxation.Step? {
      try await memo.least(of: steps) { relaxed(.setting($0)) }.map { .setting($0.step) }
    }
    switch requirement {
    case .rule, .override:
      for way in EasedWords(question, requirement).ways {
        if let step = try await least(way) { return step }
      }
      return nil
    case .absence, .closure, .closedTerm:
      let search = RemedySearch(words: words, others: others, memo: memo)
      return try await search.fewestDays(requirement).map { .days(Set($0.days)) }
    case .window:
      guard let dates = question.facts.scenario.term.dates else { return nil }
      let later = dates.ends - dates.reviews.last
      let all = FreedDays.widerWindows(of: dates).count
      if let step = try await least(0..<later) { return step }
      return try await least(later..<all)
    case .remainder:
      let own = question.scenario.rules[Remainder.self].setting
      for setting in Remainder.Setting.allCases where setting != own {
        if try await memo.answer(relaxed(.sizes(setting))) == .possible { return .sizes(setting) }
      }
      return nil
    // Who acts is for the trust to say: the plan goes on with the principal that it has.
    case .wish, .seat, .conflict, .away: return nil
    }
  }

  var words: RequirementWords {
    RequirementWords(scenario: question.scenario, facts: question.facts, term: question.term)
  }
}
