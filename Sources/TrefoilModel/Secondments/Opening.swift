/// How much an opening matters.
public enum Priority: String, CaseIterable, Sendable, Hashable {
  case high
  case normal
  case low
}

/// Something asked of whoever fills an opening.
public struct Wanted<Value: Sendable & Hashable>: Sendable, Hashable {
  public let value: Value
  /// Whether nobody without it may come; otherwise doing without it costs.
  public let isMust: Bool

  public init(_ value: Value, isMust: Bool = false) {
    self.value = value
    self.isMust = isMust
  }
}

/// A place for someone on secondment: so many days a week, for a run of terms.
public struct Opening: Sendable, Hashable {
  /// Days in a working week, and the most an opening has.
  public static let mostDays = 5

  public let id: OpeningID
  public let school: SchoolID
  public let role: Role
  /// The phase that whoever comes should know; nil when any will do.
  public let phase: Wanted<Phase>?
  /// Compared without regard to case.
  public let skills: [Wanted<String>]
  /// Days a week, 1 to 5; several people may share them.
  public let days: Int
  /// 0 is the term that is planned.
  public let firstTerm: Int
  public let terms: Int
  public let priority: Priority

  public init(
    id: OpeningID, school: SchoolID, role: Role, phase: Wanted<Phase>? = nil,
    skills: [Wanted<String>] = [], days: Int, firstTerm: Int = 0, terms: Int = 1,
    priority: Priority = .normal
  ) {
    self.id = id
    self.school = school
    self.role = role
    self.phase = phase
    self.skills = skills
    self.days = days
    self.firstTerm = firstTerm
    self.terms = terms
    self.priority = priority
  }

  /// The terms it lasts; none where `terms` is below 1.
  public var span: Range<Int> { firstTerm..<max(firstTerm, firstTerm + terms) }
}
