import TrefoilModel

/// How far one requirement can be eased, and what is left of it then, as a scenario file writes it.
struct EasedWords {
  private let question: Feasibility
  private let requirement: Requirement

  init(_ question: Feasibility, _ requirement: Requirement) {
    self.question = question
    self.requirement = requirement
  }

  /// How many milder settings there are of a rule; 0 of anything else.
  var stepCount: Int { rule.map { milder(of: $0).count } ?? 0 }

  /// What is kept of it; nil where nothing is.
  func kept(_ step: Relaxation.Step?) -> String? {
    switch step {
    case .setting(let index):
      if requirement == .window {
        return question.facts.scenario.term.dates.map {
          "reviews: \(FreedDays.widerWindows(of: $0)[index])"
        }
      }
      return rule.flatMap { written(of: $0, index) }
    case .days(let freed):
      let days = FreedDays.days(of: requirement, question.facts)
      return "all but \(freed.sorted().map { days[$0].description }.joined(separator: ", "))"
    case .sizes(let setting): return "\(Remainder.key): \(setting.rawValue)"
    case nil: return nil
    }
  }

  private var key: RuleKey? {
    switch requirement {
    case .rule(let key, _), .override(let key, _): key
    default: nil
    }
  }

  private var subject: Subject? {
    switch requirement {
    case .rule(_, let subject): subject
    case .override(_, let subject): subject
    default: nil
    }
  }

  private var rule: (any MustRule)? {
    key.flatMap { key in
      question.scenario.rules.rules.first { type(of: $0).key == key } as? any MustRule
    }
  }

  private func setting<R: MustRule>(of rule: R) -> R.Setting {
    guard case .override(_, let subject) = requirement else { return rule.setting }
    return rule.governed.exceptions.last { $0.subject == subject }?.setting ?? rule.setting
  }

  private func milder<R: MustRule>(of rule: R) -> [R.Setting] {
    R.milder(than: setting(of: rule), for: subject, of: question.facts)
  }

  private func written<R: MustRule>(of rule: R, _ index: Int) -> String {
    let milder = milder(of: rule)
    let eased = milder.indices.contains(index) ? milder[index] : R.slack(of: setting(of: rule))
    return "\(R.key): \(R.write(eased))"
  }
}
