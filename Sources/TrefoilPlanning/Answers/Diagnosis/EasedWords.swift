import TrefoilModel

/// How far one requirement can be eased, and what is left of it then, as a scenario file writes it.
struct EasedWords {
  private let question: Feasibility
  private let requirement: Requirement

  init(_ question: Feasibility, _ requirement: Requirement) {
    self.question = question
    self.requirement = requirement
  }

  /// The steps of each way to ease a rule; none of anything else.
  var ways: [Range<Int>] { rule.map { Self.places(in: easings(of: $0)) } ?? [] }

  /// The steps of each way, where the ways stand one after the other.
  static func places<Setting>(in ways: [[Setting]]) -> [Range<Int>] {
    ways.reduce(into: []) { places, way in
      let first = places.last?.upperBound ?? 0
      places.append(first..<(first + way.count))
    }
  }

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
    case .acting(let person):
      return "\(person.map(question.facts.name) ?? "somebody") acts as principal"
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

  private func easings<R: MustRule>(of rule: R) -> [[R.Setting]] {
    R.easings(of: setting(of: rule), for: subject, in: question.facts)
  }

  private func written<R: MustRule>(of rule: R, _ index: Int) -> String {
    let steps = easings(of: rule).flatMap(\.self)
    let eased = steps.indices.contains(index) ? steps[index] : R.slack(of: setting(of: rule))
    return "\(R.key): \(R.write(eased))"
  }
}
