import TrefoilModel

/// What is taken from a scenario, or eased, to see whether it can be planned then.
///
/// Every part only allows more. A rule that is held for some schools looks at whatever touches one of
/// them; a school that is freed of it is left alone whatever else the case touches.
package struct Relaxation: Hashable, Sendable {
  /// How far something is eased.
  package enum Step: Hashable, Sendable {
    /// The so-many-eth of the milder settings, way after way; of the window, of its wider ones.
    case setting(Int)
    /// These days are as all others, by their places among the days in question.
    case days(Set<Int>)
    /// Who acts for a principal who is away; nil for somebody who is not named.
    case acting(PersonID?)
    /// Groups of other sizes.
    case sizes(Remainder.Setting)
  }

  /// Not held.
  package var dropped: Set<Requirement> = []
  /// An exception is granted that forbids nothing.
  package var freed: Set<Requirement> = []
  /// An exception is granted, or a setting written anew.
  package var eased: [Requirement: Step] = [:]
  /// Schools that sit the term out.
  package var resting: Set<SchoolID> = []
  /// Days are not looked at.
  package var isUndated = false

  package init(
    dropped: Set<Requirement> = [], eased: [Requirement: Step] = [:], resting: Set<SchoolID> = []
  ) {
    self.dropped = dropped
    self.eased = eased
    self.resting = resting
  }

  /// Both; where both ease the same, as far as the other does.
  func with(_ other: Relaxation) -> Relaxation {
    var both = self
    both.dropped.formUnion(other.dropped)
    both.freed.formUnion(other.freed)
    both.eased.merge(other.eased) { $1 }
    both.resting.formUnion(other.resting)
    both.isUndated = isUndated || other.isUndated
    return both
  }

  /// Whether it allows whatever another does, as far as can be seen.
  func allows(all other: Relaxation) -> Bool {
    eased == other.eased && resting == other.resting && (isUndated || !other.isUndated)
      && dropped.isSuperset(of: other.dropped) && freed.isSuperset(of: other.freed)
  }

  /// Whatever was written, no more of it than an exception can take away.
  mutating func free(_ requirements: some Sequence<Requirement>) {
    for requirement in requirements {
      if case .rule(_, .some) = requirement {
        freed.insert(requirement)
      } else {
        dropped.insert(requirement)
      }
    }
  }
}
