/// What a repair means for one person, ready to be sent.
public struct RepairMessage: Sendable, Hashable {
  public let person: PersonID
  public let name: String
  public let subject: String
  /// Lines end in a line feed.
  public let text: String

  public init(person: PersonID, name: String, subject: String, text: String) {
    self.person = person
    self.name = name
    self.subject = subject
    self.text = text
  }
}
