import TrefoilModel

/// Looks for the least change of each requirement of a reason that makes the whole term possible, all
/// other reasons being dealt with.
struct RemedySearch {
  /// With more schools or people to choose from, only the first are tried one by one.
  static let mostTried = 3

  /// A remedy with what it takes from the scenario.
  struct Solved {
    let remedy: Reason.Remedy
    /// The remedy alone.
    let own: Relaxation
    /// All other reasons dealt with, and this one by the remedy.
    let relaxation: Relaxation
    /// The same with one unit less, in every way there is: none of these does.
    let less: [Relaxation]
    /// Whether that is proven.
    let isLeast: Bool
  }

  let words: RequirementWords
  /// What deals with all other reasons.
  let others: Relaxation
  let memo: FeasibilityMemo

  var facts: TrustFacts { words.facts }

  /// Every remedy of each group of requirements, in order, then who might rest this term; and what is
  /// said of groups without a remedy. Nothing at all where what deals with the others is enough.
  func remedies(
    of groups: [[Requirement]], schools: [SchoolID]
  ) async throws -> (solved: [Solved], insufficient: [Reason.Remedy]) {
    var solved: [Solved] = []
    var insufficient: [Reason.Remedy] = []
    if try await memo.answer(others, isThorough: true) == .possible { return ([], []) }
    for group in groups {
      let own = try await remedies(of: group)
      solved += own
      if own.isEmpty { insufficient.append(try await self.insufficient(group)) }
    }
    return (solved + (try await rests(of: schools, groups)), insufficient)
  }

  private func remedies(of group: [Requirement]) async throws -> [Solved] {
    guard let first = group.first else { return [] }
    switch first {
    case .rule(let key, let subject):
      guard
        let rule = words.scenario.rules.rules.first(where: { type(of: $0).key == key })
          as? any MustRule
      else { return [] }
      return try await remedies(of: rule, group, isForAll: subject == nil)
    case .override(let key, let subject):
      guard
        let rule = words.scenario.rules.rules.first(where: { type(of: $0).key == key })
          as? any MustRule
      else { return [] }
      return try await remedies(ofException: rule, first, subject)
    case .wish, .seat, .conflict: return try await drop(first)
    case .absence, .closure, .closedTerm: return try await days(first)
    case .away(let person): return try await acting(person)
    case .window: return try await windows()
    case .remainder: return try await sizes()
    }
  }

  // MARK: Rules

  private func remedies<R: MustRule>(
    of rule: R, _ group: [Requirement], isForAll: Bool
  ) async throws -> [Solved] {
    var remedies: [Solved] = []
    if !isForAll {
      for requirement in group.prefix(Self.mostTried) {
        guard case .rule(_, .some(let subject)) = requirement else { continue }
        remedies += try await eased(R.self, rule.setting, requirement, for: subject)
          .map { exception(R.self, $0, rule.setting, for: subject) }
      }
    }
    if R.key == Capacity.key { return remedies }
    let forAll = Requirement.rule(R.key, nil)
    let source = words.written(group)
    return try await remedies
      + eased(R.self, rule.setting, forAll, for: nil).map { setting, change in
        let text = R.write(setting)
        return remedy(
          "\(R.key) of \(text) for all, in place of \(R.write(rule.setting))",
          edit: RequirementWords.edit(source, rule: R.key, text),
          file: source.file ?? RequirementWords.settings,
          line: source.line, change)
      }
  }

  private func remedies<R: MustRule>(
    ofException rule: R, _ requirement: Requirement, _ subject: Subject
  ) async throws -> [Solved] {
    guard let own = rule.governed.exceptions.last(where: { $0.subject == subject })?.setting else {
      return []
    }
    let source = words.written([requirement])
    return try await eased(R.self, own, requirement, for: subject).map { setting, change in
      let text = R.write(setting)
      return remedy(
        "\(R.key) of \(text) for \(words.name(subject)), in place of \(R.write(own))",
        edit: RequirementWords.edit(
          source, value: text, otherwise: words.exception(R.key, for: subject, text)),
        file: source.file ?? RequirementWords.settings, line: source.line, change)
    }
  }

  /// What a remedy takes from the scenario, what it would take with one unit less, and whether it is
  /// proven that this does not do.
  struct Change {
    /// Beside what deals with the other reasons.
    let own: Relaxation
    let less: [Relaxation]
    var isLeast: Bool
  }

  func change(_ requirement: Requirement, _ step: Relaxation.Step) -> Relaxation {
    others.with(Relaxation(eased: [requirement: step]))
  }

  /// The least step from the first on that will do; nil where none is known to.
  func least(of steps: Range<Int>, _ requirement: Requirement) async throws -> (
    step: Int, change: Change
  )? {
    let found = try await memo.least(of: steps) { change(requirement, .setting($0)) }
    guard let (step, isProven) = found else { return nil }
    let isFirst = step == steps.lowerBound
    return (
      step,
      Change(
        own: Relaxation(eased: [requirement: .setting(step)]),
        less: [isFirst ? others : change(requirement, .setting(step - 1))],
        isLeast: isFirst ? try await isNeeded : isProven)
    )
  }

  /// All of it at once: anything less is nothing.
  func whole(_ own: Relaxation) async throws -> Change {
    Change(own: own, less: [others], isLeast: try await isNeeded)
  }

  /// Whether it is proven that what deals with the other reasons does not deal with this one.
  var isNeeded: Bool {
    get async throws { try await memo.answer(others, isThorough: true) == .impossible }
  }

  /// The least setting that will do in each way to ease a rule that has one; all of its parts at once
  /// only where no part alone will do, and then less of one of them may do too.
  private func eased<R: MustRule>(
    _ rule: R.Type, _ setting: R.Setting, _ requirement: Requirement, for subject: Subject?
  ) async throws -> [(setting: R.Setting, change: Change)] {
    let ways = R.easings(of: setting, for: subject, in: facts)
    let steps = ways.flatMap(\.self)
    var found: [(setting: R.Setting, change: Change)] = []
    for (place, way) in EasedWords.places(in: ways).enumerated() {
      let isOfAllParts = ways.count > 1 && place == ways.count - 1
      if isOfAllParts, !found.isEmpty { break }
      guard var one = try await least(of: way, requirement) else { continue }
      if isOfAllParts { one.change.isLeast = false }
      found.append((steps[one.step], one.change))
    }
    return found
  }

  private func exception<R: MustRule>(
    _ rule: R.Type, _ found: (setting: R.Setting, change: Change), _ base: R.Setting,
    for subject: Subject
  ) -> Solved {
    let text = R.write(found.setting)
    if R.key == Capacity.key, case .person(let id) = subject,
      let duties = (found.setting as? Capacity.Setting)?.duties,
      words.scenario.rules[Capacity.self].setting.duties == nil
    {
      let source = words.written([.rule(R.key, subject)])
      return remedy(
        "\(facts.name(id)) has capacity for \(duties) duties in place of "
          + "\(facts.person(id)?.capacity ?? 0)", edit: "capacity \(duties)",
        file: source.file, line: source.line, found.change)
    }
    return remedy(
      "\(R.key) of \(text) for \(words.name(subject)) alone, in place of \(R.write(base))",
      edit:
        "\(overrides(R.self))\(words.exception(R.key, for: subject, text))",
      file: RequirementWords.settings, line: nil, found.change)
  }

  /// Where an exception is written: of several that touch one case the last counts, so that one before the
  /// others takes nothing back from them.
  private func overrides<R: MustRule>(_ rule: R.Type) -> String {
    let written = words.scenario.rules[R.self].governed.exceptions.filter {
      !words.asked.contains(.override(R.key, $0.subject))
    }
    return written.isEmpty ? "overrides: - " : "overrides, before the others: - "
  }

  // MARK: Entries and facts

  private func drop(_ requirement: Requirement) async throws -> [Solved] {
    let own = Relaxation(dropped: [requirement])
    guard try await memo.answer(others.with(own)) == .possible else { return [] }
    let source = words.written([requirement])
    return [
      remedy(
        "without: \(source.text)", edit: nil, file: source.file, line: source.line,
        try await whole(own))
    ]
  }

  private func sizes() async throws -> [Solved] {
    var remedies: [Solved] = []
    let own = words.scenario.rules[Remainder.self].setting
    let source = words.written([.remainder])
    for setting in Remainder.Setting.allCases where setting != own {
      let change = Relaxation(eased: [.remainder: .sizes(setting)])
      guard try await memo.answer(others.with(change)) == .possible else { continue }
      remedies.append(
        remedy(
          "remainder of \(setting.rawValue), in place of \(own.rawValue)",
          edit: RequirementWords.edit(source, rule: Remainder.key, setting.rawValue),
          file: source.file ?? RequirementWords.settings,
          line: source.line, try await whole(change)))
    }
    return remedies
  }

  /// What is said where no change of one thing will do, or none is known.
  private func insufficient(_ group: [Requirement]) async throws -> Reason.Remedy {
    var relaxation = others
    relaxation.free(group)
    let answer = try await memo.answer(relaxation)
    let source = words.written(group)
    let besides = others == Relaxation() ? "" : ", once the other reasons are dealt with"
    let text =
      switch answer {
      case .possible: "Without '\(source.text)' there is a plan\(besides)."
      case .impossible:
        "Giving up '\(source.text)' alone does not do: what else is written forbids it too."
      case .unknown: "Whether giving up '\(source.text)' alone would do is not known."
      }
    return Reason.Remedy(
      text: text, file: source.file, line: source.line, suffices: answer == .possible)
  }

  func remedy(
    _ text: String, edit: String?, file: String?, line: Int?, _ change: Change
  ) -> Solved {
    let remedy = Reason.Remedy(
      text: change.isLeast ? text : "\(text) (less may do)", edit: edit, file: file, line: line,
      suffices: true, isLeast: change.isLeast)
    return Solved(
      remedy: remedy, own: change.own, relaxation: others.with(change.own), less: change.less,
      isLeast: change.isLeast)
  }
}
