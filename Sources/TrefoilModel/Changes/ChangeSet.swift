/// What one change file says: how a scenario would differ.
public struct ChangeSet: Sendable {
  /// What people call it, in a table a column's heading.
  public let title: String
  /// Why anybody asks, in a few sentences.
  public let story: String?
  /// In the order of the file; each begins from what those before it left.
  public let changes: [ScenarioChange]

  public init(title: String, story: String? = nil, changes: [ScenarioChange]) {
    self.title = title
    self.story = story
    self.changes = changes
  }
}
