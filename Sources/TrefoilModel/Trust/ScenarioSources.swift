/// Where a scenario's rules, exceptions, schools and people were written, and in what words.
///
/// It is there to be shown. No plan depends on it: two scenarios that differ in nothing else are
/// planned alike. Empty for a scenario made in code.
public struct ScenarioSources: Sendable, Hashable {
  /// One thing that was written.
  public struct Entry: Sendable, Hashable {
    /// As it was written, on one line.
    public let text: String
    public let position: SourcePosition

    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// Rules that were set.
  public var rules: [RuleKey: Entry] = [:]
  /// Exceptions that were granted.
  public var overrides: [RuleKey: [Subject: Entry]] = [:]
  /// Where the row of each school begins.
  public var schools: [SchoolID: SourcePosition] = [:]
  /// Where the row of each person begins.
  public var people: [PersonID: SourcePosition] = [:]
  /// Where each term is described, the first first.
  public var terms: [SourcePosition] = []

  public init() {}
}
