import TrefoilModel

/// What is broken first where something must be: what the trust would like before limits, limits before
/// facts, and conflicts of interest last.
///
/// Each class weighs twenty times the one before it: one requirement of a class is broken only where
/// fewer than twenty of the classes before it would not do.
enum Priority {
  private static let liked: Set<RuleKey> = [
    Repeat.key, HubRule.key, StandingRule.key, PhaseRule.key, Need.key, ChampionFromOutside.key,
    Rest.key, Change.key, Pin.key, Together.key, Apart.key, Forbid.key,
  ]
  private static let facts: Set<RuleKey> = [
    Capacity.key, DaysOut.key, TestWeeks.key, BankHolidays.key, LinkedBySecondment.key,
  ]

  static func weight(_ requirement: Requirement) -> Int {
    switch requirement {
    case .wish, .seat: 1
    case .rule(let key, _), .override(let key, _):
      liked.contains(key) ? 1 : facts.contains(key) ? 400 : 20
    // Asked of all schools at once: two single limits are rather broken than that.
    case .window, .remainder: 41
    case .closedTerm, .closure, .absence, .away: 400
    case .conflict: 8_000
    }
  }
}
