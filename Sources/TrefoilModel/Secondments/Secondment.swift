/// One person at one opening, for so many days a week over a run of terms.
public struct Secondment: Sendable, Hashable {
  public var person: PersonID
  public var opening: OpeningID
  /// The school that releases the person, and the one that receives.
  public var from: SchoolID
  public var to: SchoolID
  public var days: Int
  /// The name of the first term.
  public var firstTerm: String
  public var terms: Int
  /// Who comes to the releasing school in this person's place, where it needs that.
  public var coveredBy: PersonID?
  /// Person-minutes by rule that fall on this secondment; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(
    person: PersonID, opening: OpeningID, from: SchoolID, to: SchoolID, days: Int,
    firstTerm: String, terms: Int, coveredBy: PersonID? = nil, costs: [RuleKey: Int]? = [:]
  ) {
    self.person = person
    self.opening = opening
    self.from = from
    self.to = to
    self.days = days
    self.firstTerm = firstTerm
    self.terms = terms
    self.coveredBy = coveredBy
    self.costs = costs
  }
}

/// An opening that is not filled on all its days in all its terms.
public struct UnfilledOpening: Sendable, Hashable {
  public var opening: OpeningID
  /// Days a week that are missing, summed over the terms.
  public var days: Int
  /// Why, in words that a head would accept.
  public var reasons: [String]
  /// The least changes, each of which alone was seen to fill more of it, by planning with it.
  public var remedies: [String]

  public init(opening: OpeningID, days: Int, reasons: [String] = [], remedies: [String] = []) {
    self.opening = opening
    self.days = days
    self.reasons = reasons
    self.remedies = remedies
  }
}
