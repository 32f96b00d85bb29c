/// A coach and a coachee with everything looked up, whether they may be a pair or not.
public struct CoachingMatch: Sendable {
  public let coach: Person
  public let coachee: Person
  /// The school that the coach travels from, the first of the coach's, and the one that the coach
  /// travels to, the first of the coachee's.
  public let from: School
  public let at: School
  /// The first topic that the coachee asks for and the coach offers, in the coachee's words; nil where
  /// there is none.
  public let topic: String?

  public init(coach: Person, coachee: Person, from: School, at: School, topic: String?) {
    self.coach = coach
    self.coachee = coachee
    self.from = from
    self.at = at
    self.topic = topic
  }
}
