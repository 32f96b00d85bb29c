/// Why a literal holds, in a form from which the clause behind it is worked out when needed.
enum DatingReason {
  /// Nobody forced it: a decision or an assumption.
  case chosen
  /// It follows from this one literal.
  case implied(by: Int)
  /// The activity has no other day left.
  case lastDay
  /// This activity has no day left, so its job is not dated.
  case emptied(activity: Int)
  /// The partner has no day left within the window of this one.
  case unsupported
  /// The counter and day, at `counter << shift | day`, are full.
  case full(counterDay: Int)
  /// The learned clause at this place.
  case clause(Int)
  /// Too little room is left for some activities; the clause is at hand already.
  case noRoom
  /// It would make the whole cost too high.
  case cost
}
