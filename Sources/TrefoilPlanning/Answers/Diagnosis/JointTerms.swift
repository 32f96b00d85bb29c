import TrefoilModel
import TrefoilSolver

/// Whether terms that can each be planned by themselves can be planned as one: earlier terms are history
/// for later ones, and schools that must not meet again run out of new partners.
struct JointTerms {
  /// With more of them tried, a long horizon would take too long.
  private static let mostTried = 3
  /// So many are tried to see whether all of a reason is needed.
  private static let mostProven = 6

  let scenario: Scenario
  let count: Int
  let options: PlanningOptions
  let stop: StopSignal
  /// Whether it is asked what would help, and whether all of the reason is needed.
  var seeksRemedies = true

  /// Counts first; where that proves nothing plans all terms, and where that fails as many of the first
  /// ones as can be. A few times as long as planning the terms at a tenth of the effort.
  ///
  /// - Parameter isTried: whether a plan of all terms was looked for before, in vain: then they are not
  ///   planned again.
  func found(isTried: Bool) async throws -> PartDiagnosis {
    let meetings = TermsWithoutRepeat(scenario: scenario, count: count, stop: stop)
    if let limit = await meetings.most() { return try await impossible(limit, meetings) }
    if isTried { return PartDiagnosis(status: .unknown, isComplete: false) }
    if try await hasPlan(scenario, terms: count) {
      return PartDiagnosis(notes: ["The \(count) terms can be planned as one."])
    }
    var first = 1
    while first + 1 < count, !stop.isSent, try await hasPlan(scenario, terms: first + 1) {
      first += 1
    }
    return PartDiagnosis(
      status: .unknown, isComplete: false,
      notes: [
        "Each of the \(count) terms can be planned by itself, \(together(first)), but no plan was "
          + "found in which \(name(first)) follows; it is not proven that there is none."
      ])
  }

  private func together(_ terms: Int) -> String {
    terms == 1 ? "\(name(0)) first" : "\(name(0)) to \(name(terms - 1)) as one"
  }

  private func name(_ term: Int) -> String { scenario.term(at: term).name }

  func hasPlan(_ scenario: Scenario, terms: Int) async throws -> Bool {
    var options = options
    options.effort = Effort(level: max(1, options.effort.level / 10))
    let plan = try await HorizonPlanner(scenario, terms: terms, options: options).plan(stop: stop)
    return plan.terms.count == terms
  }

  private func hasPlan(oneOf scenarios: [Scenario]) async throws -> Bool {
    for scenario in scenarios where try await hasPlan(scenario, terms: count) { return true }
    return false
  }

  // MARK: Reason

  private func impossible(
    _ limit: Int, _ meetings: TermsWithoutRepeat
  ) async throws -> PartDiagnosis {
    let others = try await meetings.others()
    let terms = limit == 1 ? "not even two terms" : "no more than \(limit) terms"
    let isOfPairs = others.contains { $0 != .one(.remainder) }
    let eased = seeksRemedies ? try await repeatEased(meetings) : nil
    let found =
      seeksRemedies
      ? try await (eased.map { [$0.remedy] } ?? []) + without(others, meetings) : []
    let reason = Reason(
      term: name(limit),
      requirements: [meetings.source] + others.flatMap { meetings.written($0) },
      sentence: "Each term can be planned by itself, but \(terms) one after the other "
        + "without schools meeting again: in \(name(limit)) too few are left that have not met"
        + (isOfPairs ? " and may be in one group." : "."),
      isMinimal: seeksRemedies ? try await isMinimal(others, meetings) : false,
      remedies: seeksRemedies ? try await found + fewer(limit) : [])
    // Only a plan shows that nothing else is in the way.
    return PartDiagnosis(
      status: .impossible, reasons: [reason], isComplete: !found.isEmpty, easing: eased?.easing)
  }

  /// Whether a plan is found with any one of them dropped. Without `repeat` nothing else is left that
  /// makes one term depend on another, and each can be planned by itself.
  private func isMinimal(
    _ others: [TermsWithoutRepeat.Part], _ meetings: TermsWithoutRepeat
  ) async throws -> Bool {
    // Who rested once may not rest again soon: that links terms too.
    let isLinked = others.contains { $0.isOf(Rest.key) }
    if isLinked || others.count > Self.mostProven { return false }
    for part in others {
      let left = meetings.scenarios(keeping: others.filter { $0 != part })
      guard try await hasPlan(oneOf: left) else { return false }
    }
    return true
  }

  // MARK: Remedies

  /// The mildest step of `repeat` that is found to do; those that counting rules out are not tried.
  private func repeatEased(
    _ meetings: TermsWithoutRepeat
  ) async throws -> (remedy: Reason.Remedy, easing: PartDiagnosis.Easing)? {
    let source = meetings.source
    var tried = 0
    for easing in RepeatEasing.all(of: scenario, terms: count) {
      let eased = scenario.withRulesInAllTerms(easing.eased)
      let counting = TermsWithoutRepeat(scenario: eased, count: count, stop: stop)
      if await counting.most() != nil { continue }
      if tried == Self.mostTried { return nil }
      if try await hasPlan(eased, terms: count) {
        let text = Repeat.write(eased.rules[Repeat.self].setting)
        let own = Repeat.write(scenario.rules[Repeat.self].setting)
        let words = "\(Repeat.key) of \(text) for all, in place of \(own)"
        let remedy = Reason.Remedy(
          text: tried == 0 ? words : "\(words) (less may do)",
          edit: RequirementWords.edit(source, value: text, otherwise: "\(Repeat.key): \(text)"),
          file: source.file ?? RequirementWords.settings, line: source.line, suffices: true,
          isLeast: tried == 0)
        return (
          remedy,
          PartDiagnosis.Easing(broken: easing.broken(scenario, source), rules: easing.eased)
        )
      }
      tried += 1
    }
    return nil
  }

  /// The mildest easing of `repeat` that is found to do, by halves, since what one allows a milder one does
  /// too; exceptions are eased only where nothing else does. Nil where not even that is found to do.
  func mildestRepeat() async throws -> RepeatEasing? {
    func does(_ easing: RepeatEasing) async throws -> Bool {
      try await hasPlan(scenario.withRulesInAllTerms(easing.eased), terms: count)
    }
    let steps = RepeatEasing.all(of: scenario, terms: count)
    guard let last = steps.last, try await does(last) else {
      let all = RepeatEasing.ofExceptions(in: scenario, terms: count)
      guard let all, try await does(all) else { return nil }
      return all
    }
    var (low, high) = (0, steps.count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if try await does(steps[middle]) { high = middle } else { low = middle + 1 }
    }
    return steps[high]
  }

  /// Each of the other rules given up.
  private func without(
    _ others: [TermsWithoutRepeat.Part], _ meetings: TermsWithoutRepeat
  ) async throws -> [Reason.Remedy] {
    var remedies: [Reason.Remedy] = []
    for part in others.prefix(Self.mostTried) {
      if part == .one(.remainder) {
        remedies += try await otherSizes(meetings)
        continue
      }
      guard let source = meetings.written(part).first,
        try await hasPlan(oneOf: meetings.scenarios(without: part))
      else { continue }
      remedies.append(
        Reason.Remedy(
          text: "without: \(source.text) (less may do)", file: source.file, line: source.line,
          suffices: true))
    }
    return remedies
  }

  private func otherSizes(_ meetings: TermsWithoutRepeat) async throws -> [Reason.Remedy] {
    let own = scenario.rules[Remainder.self].setting
    let source = meetings.written(.one(.remainder)).first ?? Reason.Requirement(text: "")
    var remedies: [Reason.Remedy] = []
    for setting in Remainder.Setting.allCases where setting != own {
      guard try await hasPlan(scenario.withInAllTerms(Remainder(setting)), terms: count) else {
        continue
      }
      remedies.append(
        Reason.Remedy(
          text: "remainder of \(setting.rawValue), in place of \(own.rawValue)",
          edit: RequirementWords.edit(
            source, value: setting.rawValue, otherwise: "remainder: \(setting.rawValue)"),
          file: source.file ?? RequirementWords.settings, line: source.line, suffices: true,
          isLeast: true))
    }
    return remedies
  }

  private func fewer(_ limit: Int) async throws -> [Reason.Remedy] {
    guard try await hasPlan(scenario, terms: limit) else { return [] }
    return [
      Reason.Remedy(
        text: "plan \(limit) \(limit == 1 ? "term" : "terms") in place of \(count)",
        suffices: true, isLeast: true)
    ]
  }
}
