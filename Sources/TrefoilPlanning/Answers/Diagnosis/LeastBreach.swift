import TrefoilModel

/// The least that has to be broken so that a term can be planned: first what, by the method of implicit
/// hitting sets, then by how little.
struct LeastBreach {
  struct Breach {
    var relaxation = Relaxation()
    var requirements: [Requirement] = []
    /// Whether it is proven that giving up no lighter choice of requirements will do.
    var isLightest = true
    /// Whether it is proven besides that each of them is eased as little as will do.
    var isLeast = true
  }

  let question: Feasibility
  let list: RequirementList
  let memo: FeasibilityMemo
  /// Named first among what weighs the same: what the reasons name.
  let preferred: Set<Requirement>

  /// More than there are requirements, so that what is preferred decides between equals alone.
  private static let scale = 1 << 24

  /// - Throws: ``NoBreach`` where nothing is known that will do.
  func breach() async throws -> Breach {
    let chooser = HittingSet<Requirement> { [preferred] in
      Self.scale * Priority.weight($0) - (preferred.contains($0) ? 1 : 0)
    }
    var conflicts: [[Requirement]] = []
    while true {
      let choice = chooser.lightest(hitting: conflicts, stop: question.stop)
      let chosen = choice.elements
      var relaxation = Relaxation()
      relaxation.free(chosen)
      let answer = try await memo.answer(relaxation)
      if question.isStopped { throw NoBreach.stopped }
      switch answer {
      case .possible:
        var breach = try await eased(chosen)
        breach.isLightest = choice.isLightest
        breach.isLeast = breach.isLeast && choice.isLightest
        return breach
      case .unknown: throw NoBreach.unknown
      case .impossible: break
      }
      let conflict = try await conflict(without: chosen)
      if question.isStopped { throw NoBreach.stopped }
      if memo.isOver { throw NoBreach.unknown }
      if conflict.isEmpty { throw NoBreach.nothingHelps }
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
      let (step, isLeast) = try await step(requirement, others)
      breach.isLeast = breach.isLeast && isLeast
      guard let step else { continue }
      breach.relaxation = others
      breach.relaxation.eased[requirement] = step
    }
    return breach
  }

  /// The least step that will do, nil where only giving all of it up will; and whether it is proven that
  /// nothing less does.
  private func step(
    _ requirement: Requirement, _ others: Relaxation
  ) async throws -> (step: Relaxation.Step?, isLeast: Bool) {
    switch requirement {
    case .rule, .override:
      let ways = EasedWords(question, requirement).ways
      var (step, isLeast) = try await least(of: ways, requirement, others)
      // All parts at once may be more than is needed of one.
      if ways.count > 1, case .setting(let place) = step, ways.last?.contains(place) == true {
        isLeast = false
      }
      return (step, isLeast)
    case .absence, .closure, .closedTerm:
      let search = RemedySearch(words: words, others: others, memo: memo)
      if let found = try await search.fewestDays(requirement) {
        return (.days(Set(found.days)), found.isLeast)
      }
      return (nil, FreedDays.days(of: requirement, question.facts).isEmpty)
    case .window:
      guard let dates = question.facts.scenario.term.dates else { return (nil, true) }
      let later = dates.ends - dates.reviews.last
      let all = FreedDays.widerWindows(of: dates).count
      return try await least(of: [0..<later, later..<all], requirement, others)
    case .remainder:
      let own = question.scenario.rules[Remainder.self].setting
      for setting in Remainder.Setting.allCases where setting != own {
        let relaxation = Self.relaxed(requirement, .sizes(setting), others)
        if try await memo.answer(relaxation) == .possible { return (.sizes(setting), true) }
      }
      return (nil, false)
    // Who acts is for the trust to say: the plan goes on with the principal that it has.
    case .wish, .seat, .conflict, .away: return (nil, true)
    }
  }

  /// The least step of the first of these ways in which there is one that will do.
  private func least(
    of ways: [Range<Int>], _ requirement: Requirement, _ others: Relaxation
  ) async throws -> (step: Relaxation.Step?, isLeast: Bool) {
    var isLeast = true
    for way in ways {
      let found = try await memo.least(of: way) {
        Self.relaxed(requirement, .setting($0), others)
      }
      if let found { return (.setting(found.step), isLeast && found.isProven) }
      guard let last = way.last else { continue }
      let answer = try await memo.answer(Self.relaxed(requirement, .setting(last), others))
      isLeast = isLeast && answer == .impossible
    }
    return (nil, isLeast)
  }

  private static func relaxed(
    _ requirement: Requirement, _ step: Relaxation.Step, _ others: Relaxation
  ) -> Relaxation {
    var relaxation = others
    relaxation.eased[requirement] = step
    return relaxation
  }

  var words: RequirementWords {
    RequirementWords(scenario: question.scenario, facts: question.facts, term: question.term)
  }
}
