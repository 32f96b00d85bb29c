/// One thing that differs from a scenario, why, and where that is written.
public struct ScenarioChange: Sendable {
  /// What differs.
  public enum Kind: Sendable {
    /// Gone with it are people of no other school, its openings, and every mention of it.
    case removeSchool(SchoolID)
    case addSchool(School, people: [Person])
    case moveSchool(SchoolID, to: Place)
    case changeSchool(SchoolID, [SchoolPart])
    /// Gone with the person is every mention of them.
    case removePerson(PersonID)
    case addPerson(Person)
    case changePerson(PersonID, [PersonPart])
    case unavailable(Absence)
    /// Parts of a setting that the value leaves out stay as they are, and so do exceptions.
    case setRule(RuleKey, SettingNode)
    /// Takes the place of an exception that there is.
    case override(Subject, RuleKey, SettingNode)
    case pin(GroupsAndSeats)
    case forbid(GroupsAndSeats)
    case keepApart(Wish)
    case together(Wish)
    case addOpening(Opening)
    case removeOpening(OpeningID)
    case addCandidate(Candidate)
    case removeCandidate(PersonID)
  }

  public let kind: Kind
  public let reason: String
  public let position: SourcePosition

  public init(_ kind: Kind, reason: String, at position: SourcePosition) {
    self.kind = kind
    self.reason = reason
    self.position = position
  }
}

extension ScenarioChange.Kind {
  /// The words that change files have for the kinds, in the order above.
  public static let words = [
    "remove-school", "add-school", "move-school", "change-school", "remove-person", "add-person",
    "change-person", "unavailable", "set-rule", "override", "pin", "forbid", "keep-apart",
    "together", "add-opening", "remove-opening", "add-candidate", "remove-candidate",
  ]
}
