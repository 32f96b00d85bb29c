/// Who may be in one group with whom, and who may call on whom there.
///
/// In a group of two or three everybody calls on everybody else. In a larger one each calls on two of the
/// others and is called on by two, so that two may be in it who do not call on each other.
public struct RoundsTies: Sendable, Hashable {
  /// [one * itemCount + other], symmetric.
  public var mayMeet: [Bool]
  /// [caller * itemCount + host]; counts only where the two may meet.
  public var mayCall: [Bool]

  public init(mayMeet: [Bool], mayCall: [Bool]) {
    self.mayMeet = mayMeet
    self.mayCall = mayCall
  }

  /// Whoever may meet at this cost may call, too.
  init(pairCost: [Int]) {
    mayMeet = pairCost.map { $0 < RoundsProblem.forbidden }
    mayCall = mayMeet
  }
}
