import Testing
import TrefoilModel

/// One way to spoil a plan that holds, and every key that must be reported for it.
struct Damage: Sendable, CustomTestStringConvertible {
  let name: String
  let breaks: Set<RuleKey>
  /// Sets the trust up so that the rule has something to bite on; the plan still holds.
  let prepare: @Sendable (inout SmallTrust) -> Void
  let spoil: @Sendable (inout Plan, SmallTrust) -> Void

  init(
    _ name: String, _ breaks: Set<RuleKey>,
    given prepare: @escaping @Sendable (inout SmallTrust) -> Void = { _ in },
    by spoil: @escaping @Sendable (inout Plan, SmallTrust) -> Void
  ) {
    self.name = name
    self.breaks = breaks
    self.prepare = prepare
    self.spoil = spoil
  }

  /// c and d change groups, so that those of a, b, d and of c, e, f stand in the plan.
  init(
    swapping name: String, _ breaks: Set<RuleKey>,
    given prepare: @escaping @Sendable (inout SmallTrust) -> Void
  ) {
    self.init(name, breaks, given: prepare) { plan, trust in
      plan = trust.swapping("c", "d").plan
    }
  }

  var testDescription: String { name }

  static let all = structure + rules + dates
}
