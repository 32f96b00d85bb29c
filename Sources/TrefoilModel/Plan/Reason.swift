/// Why there is no plan: things that were written and that cannot hold together, none of which can be
/// left out of the reason.
public struct Reason: Sendable, Hashable {
  /// One thing that somebody wrote and that must hold.
  public struct Requirement: Sendable, Hashable {
    /// As it was written, or what it says where it is a default.
    public var text: String
    /// The file, by its name alone; nil for a default, or in a scenario made in code.
    public var file: String?
    /// From 1.
    public var line: Int?

    public init(text: String, file: String? = nil, line: Int? = nil) {
      self.text = text
      self.file = file
      self.line = line
    }
  }

  /// The least change of one of the requirements that makes a plan possible.
  public struct Remedy: Sendable, Hashable {
    /// What to do, in words.
    public var text: String
    /// What to write, and where; nil where a whole entry is to go.
    public var edit: String?
    public var file: String?
    public var line: Int?
    /// Whether it is proven to do, once all other reasons are dealt with.
    public var suffices: Bool
    /// Whether it is proven that one step less does not do; false where that is not known, and of
    /// what does not suffice.
    public var isLeast: Bool

    public init(
      text: String, edit: String? = nil, file: String? = nil, line: Int? = nil, suffices: Bool,
      isLeast: Bool = false
    ) {
      self.text = text
      self.edit = edit
      self.file = file
      self.line = line
      self.suffices = suffices
      self.isLeast = isLeast
    }
  }

  /// The term it is about.
  public var term: String
  public var requirements: [Requirement]
  /// Schools for which the requirements cannot hold together.
  public var schools: [SchoolID]
  /// People for whom they cannot.
  public var people: [PersonID]
  /// In words that a head would accept.
  public var sentence: String
  /// Whether it is proven that with any one of the requirements dropped the others can hold.
  public var isMinimal: Bool
  /// None where nothing more is needed once all that the other reasons name is given up.
  public var remedies: [Remedy]
  /// Of changes that make a plan possible when all are made together the one for this reason; nil where
  /// it is the only reason, a change for another deals with this one too, or no such changes are known.
  public var joint: Remedy?

  public init(
    term: String, requirements: [Requirement], schools: [SchoolID] = [], people: [PersonID] = [],
    sentence: String, isMinimal: Bool, remedies: [Remedy] = [], joint: Remedy? = nil
  ) {
    self.term = term
    self.requirements = requirements
    self.schools = schools
    self.people = people
    self.sentence = sentence
    self.isMinimal = isMinimal
    self.remedies = remedies
    self.joint = joint
  }
}
