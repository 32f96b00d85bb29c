import TrefoilModel

/// `repeat` as a cost for meetings that lie so long back or longer, in every term. Whatever a term has of
/// its own becomes milder too, and nothing stricter.
struct RepeatEasing: Sendable {
  /// What a meeting again costs in place of the must.
  private static let cost = Charge.minutes(240)

  /// The first place of the list whose must becomes a cost.
  let first: Int
  /// Whether exceptions are eased too.
  var isForExceptions = false

  /// Ever milder ones, each making one must more a cost, the one of the longest ago first.
  static func all(of scenario: Scenario, terms: Int) -> [RepeatEasing] {
    let settings = (0..<terms).map { scenario.governing($0).rules[Repeat.self].setting }
    return places(in: settings).map { RepeatEasing(first: $0) }
  }

  /// The mildest there is, exceptions eased too; nil where no exception asks for a must.
  static func ofExceptions(in scenario: Scenario, terms: Int) -> RepeatEasing? {
    let all = (0..<terms).map { scenario.governing($0).rules[Repeat.self].governed }
    let exceptions = all.flatMap { $0.exceptions.map(\.setting) }
    guard !places(in: exceptions).isEmpty else { return nil }
    return RepeatEasing(first: 0, isForExceptions: true)
  }

  private static func places(in settings: [Repeat.Setting]) -> [Int] {
    let places = settings.flatMap { setting in setting.indices.filter { setting[$0] == .must } }
    return Set(places).sorted(by: >)
  }

  func eased(_ rules: RuleBook) -> RuleBook {
    var governed = rules[Repeat.self].governed
    governed = governed.replacing(base: eased(governed.base))
    if isForExceptions {
      for (index, exception) in governed.exceptions.enumerated() {
        governed = governed.replacing(exception: index, with: eased(exception.setting))
      }
    }
    return rules.with(Repeat(governed))
  }

  private func eased(_ setting: Repeat.Setting) -> Repeat.Setting {
    setting.enumerated().map { $0 >= first && $1 == .must ? Self.cost : $1 }
  }

  // MARK: In words

  /// What is broken of the scenario: the rule, and exceptions where they are eased.
  func broken(_ scenario: Scenario, _ source: Reason.Requirement) -> [BrokenRequirement] {
    let governed = scenario.rules[Repeat.self].governed
    var broken: [BrokenRequirement] = []
    if governed.base != eased(governed.base) {
      broken.append(
        BrokenRequirement(source, kept: "\(Repeat.key): \(Repeat.write(eased(governed.base)))"))
    }
    guard isForExceptions else { return broken }
    let facts = TrustFacts(scenario)
    let words = RequirementWords(scenario: scenario, facts: facts, term: 0)
    var seen: Set<Subject> = []
    for exception in governed.exceptions where Repeat.forbids(exception.setting) {
      guard case .school(let school) = exception.subject,
        seen.insert(exception.subject).inserted
      else { continue }
      broken.append(
        BrokenRequirement(
          words.written([.override(Repeat.key, exception.subject)]), schools: [school],
          who: " for \(facts.name(school))",
          kept: "\(Repeat.key): \(Repeat.write(eased(exception.setting)))"))
    }
    return broken
  }

  /// Whether a school is asked for no more by the rule so eased than by an exception that was granted to it
  /// alone.
  func covers(_ subject: Subject, _ rules: RuleBook) -> Bool {
    let governed = rules[Repeat.self].governed
    guard let own = governed.exceptions.first(where: { $0.subject == subject })?.setting else {
      return false
    }
    return eased(governed.base).enumerated().allSatisfy { place, charge in
      charge != .must || (own.indices.contains(place) && own[place] == .must)
    }
  }
}
