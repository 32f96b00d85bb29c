import TrefoilModel

/// One thing that somebody wrote, or that holds by default, and that must hold: the smallest part that
/// a reason is made of.
package enum Requirement: Hashable, Sendable {
  /// A rule's setting for all, as far as it is held for one school or one person; nil where a rule is
  /// held for all or for nobody.
  case rule(RuleKey, Subject?)
  /// The exceptions from a rule for one school or one person.
  case override(RuleKey, Subject)
  /// A list of `apart`, `together`, `pins` or `forbid`, by its place among the groups there.
  case wish(RuleKey, Int)
  /// A seat of `pins` or `forbid`, by its place among the seats there.
  case seat(RuleKey, Int)
  /// That a person has a conflict of interest with a school.
  case conflict(PersonID, SchoolID)
  /// That a person is away all the time, and so has no duties.
  case away(PersonID)
  /// The days on which a person is away.
  case absence(PersonID)
  /// The days on which a school is closed.
  case closure(SchoolID)
  /// The days of the term on which all schools are closed.
  case closedTerm
  /// The window for the days of reviews.
  case window
  /// The sizes that groups have.
  case remainder

  /// Whether it is asked of the whole term, not of one school, person or entry.
  var isShared: Bool {
    switch self {
    case .rule(_, nil), .closedTerm, .window, .remainder: true
    default: false
    }
  }

  /// The school it holds for; nil where it is for a person, or for all.
  var school: SchoolID? {
    switch self {
    case .rule(_, .school(let id)), .override(_, .school(let id)), .closure(let id): id
    default: nil
    }
  }

  /// The person it holds for; nil where it is for a school, or for all.
  var person: PersonID? {
    switch self {
    case .rule(_, .person(let id)), .override(_, .person(let id)), .absence(let id),
      .away(let id), .conflict(let id, _):
      id
    default: nil
    }
  }
}
