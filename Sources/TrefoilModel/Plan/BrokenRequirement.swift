/// Something that was written and that a plan made all the same does not keep.
public struct BrokenRequirement: Sendable, Hashable {
  public var requirement: Reason.Requirement
  public var schools: [SchoolID]
  public var people: [PersonID]
  /// What the plan keeps in its stead; nil where nothing is left of it.
  public var kept: String?
  /// What is broken, for whom and by how much, in words.
  public var sentence: String

  public init(
    requirement: Reason.Requirement, schools: [SchoolID] = [], people: [PersonID] = [],
    kept: String? = nil, sentence: String
  ) {
    self.requirement = requirement
    self.schools = schools
    self.people = people
    self.kept = kept
    self.sentence = sentence
  }
}
