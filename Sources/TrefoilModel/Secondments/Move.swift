/// A secondment with everything looked up: who, from where, to what, and when.
public struct Move: Sendable, Hashable {
  public let person: Person
  public let candidate: Candidate
  public let home: School
  public let opening: Opening
  public let school: School
  public let days: Int
  /// 0 is the term that is planned.
  public let firstTerm: Int
  public let terms: Int

  public init(
    person: Person, candidate: Candidate, home: School, opening: Opening, school: School,
    days: Int, firstTerm: Int, terms: Int
  ) {
    self.person = person
    self.candidate = candidate
    self.home = home
    self.opening = opening
    self.school = school
    self.days = days
    self.firstTerm = firstTerm
    self.terms = terms
  }

  /// The terms it lasts; none where `terms` is below 1.
  public var span: Range<Int> { firstTerm..<max(firstTerm, firstTerm + terms) }
  /// The same move in one term alone, on these days or as many as it has.
  public func inTerm(_ term: Int, days: Int? = nil) -> Move {
    Move(
      person: person, candidate: candidate, home: home, opening: opening, school: school,
      days: days ?? self.days, firstTerm: term, terms: 1)
  }

  /// Days a week, summed over the terms.
  public var dayTerms: Int { days * terms }

  /// Whether the one who comes by this move stands in for the one who goes by the other: at the same
  /// school, in a role of theirs, on as many days and in every term.
  public func covers(_ other: Move) -> Bool {
    school.id == other.home.id && person.id != other.person.id && days >= other.days
      && other.person.roles.contains(opening.role) && firstTerm <= other.firstTerm
      && span.upperBound >= other.span.upperBound
  }
}
