/// Whom an exception to a rule is for.
public enum Subject: Sendable, Hashable {
  case school(SchoolID)
  case person(PersonID)
}

/// A setting with the exceptions that were granted from it.
///
/// Where several exceptions touch one case, a person's counts before a school's, and of these the
/// one written last.
public struct Governed<Setting: Sendable>: Sendable {
  public struct Exception: Sendable {
    public let subject: Subject
    public let setting: Setting
    public let reason: String

    public init(subject: Subject, setting: Setting, reason: String) {
      self.subject = subject
      self.setting = setting
      self.reason = reason
    }
  }

  public let base: Setting
  public let exceptions: [Exception]

  public init(_ base: Setting, exceptions: [Exception] = []) {
    self.base = base
    self.exceptions = exceptions
  }

  /// The setting that holds for a case that concerns these; O(number of exceptions).
  public func setting(person: PersonID? = nil, schools: [SchoolID] = []) -> Setting {
    if exceptions.isEmpty { return base }
    if let person,
      let granted = exceptions.last(where: { $0.subject == .person(person) })
    {
      return granted.setting
    }
    let granted = exceptions.last { exception in
      schools.contains { exception.subject == .school($0) }
    }
    return granted?.setting ?? base
  }

  /// The setting and all that exceptions grant.
  public var all: [Setting] { [base] + exceptions.map(\.setting) }

  public func adding(_ exception: Exception) -> Governed {
    Governed(base, exceptions: exceptions + [exception])
  }

  /// Without the exceptions of one subject.
  public func without(_ subject: Subject) -> Governed {
    Governed(base, exceptions: exceptions.filter { $0.subject != subject })
  }

  public func replacing(base: Setting) -> Governed {
    Governed(base, exceptions: exceptions)
  }
}
