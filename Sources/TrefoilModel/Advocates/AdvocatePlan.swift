/// Which trustee champions which school.
public struct AdvocatePlan: Sendable, Hashable {
  /// In the order of schools.
  public var pairs: [Advocacy]
  /// Schools that nobody champions, in the order of schools.
  public var unchampioned: [UnchampionedSchool]
  /// Person-minutes of all rules about advocates; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(
    pairs: [Advocacy], unchampioned: [UnchampionedSchool] = [], costs: [RuleKey: Int]? = [:]
  ) {
    self.pairs = pairs
    self.unchampioned = unchampioned
    self.costs = costs
  }
}

/// One trustee as the advocate of one school.
public struct Advocacy: Sendable, Hashable {
  public var trustee: TrusteeID
  public var school: SchoolID
  /// Person-minutes by rule that fall on this pair alone; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(trustee: TrusteeID, school: SchoolID, costs: [RuleKey: Int]? = [:]) {
    self.trustee = trustee
    self.school = school
    self.costs = costs
  }
}

/// A school that nobody champions.
public struct UnchampionedSchool: Sendable, Hashable {
  public var school: SchoolID
  /// Why, in words that a board would accept.
  public var reasons: [String]

  public init(school: SchoolID, reasons: [String] = []) {
    self.school = school
    self.reasons = reasons
  }
}
