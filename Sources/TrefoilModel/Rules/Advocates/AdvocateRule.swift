/// A rule about trustees as advocates of schools.
public protocol AdvocateRule: Rule {
  /// What the rule says about all pairs of a plan; ``Finding/group`` is the index of the pair.
  func findings(in pairs: [PlannedAdvocacy], of facts: AdvocateFacts) -> [Finding]
}

/// A trustee and a school as they stand in a plan.
public struct PlannedAdvocacy: Sendable {
  public let trustee: Trustee
  public let school: School
  /// The place among the pairs of the plan.
  public let index: Int

  public init(trustee: Trustee, school: School, index: Int) {
    self.trustee = trustee
    self.school = school
    self.index = index
  }
}

extension AdvocateRule {
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}

/// What a rule says about one trustee at one school, whatever else is planned.
public struct AdvocacyCharge: Sendable {
  public let charge: Charge
  public let sentence: String

  public init(_ charge: Charge, _ sentence: String) {
    self.charge = charge
    self.sentence = sentence
  }
}

/// A rule that charges a single pair of a trustee and a school.
public protocol AdvocacyRule: AdvocateRule {
  func charges(for trustee: Trustee, at school: School, of facts: AdvocateFacts)
    -> [AdvocacyCharge]
}

extension AdvocacyRule {
  public func findings(in pairs: [PlannedAdvocacy], of facts: AdvocateFacts) -> [Finding] {
    pairs.flatMap { pair in
      charges(for: pair.trustee, at: pair.school, of: facts).map {
        finding($0.charge, group: pair.index, $0.sentence)
      }
    }
  }
}
