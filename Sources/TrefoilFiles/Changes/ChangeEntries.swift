import TrefoilModel

/// Reads the key `changes` of a change file: each entry names one kind of change, its details and the
/// reason.
struct ChangeEntries {
  private(set) var changes: [ScenarioChange] = []
  var faults: [Fault] = []

  let terms: TermCells
  let dates: [TermDates]
  /// Schools may be added further up, so that all names pass until the changes are made.
  var known = KnownSchools(nil)

  init(for scenario: Scenario) {
    terms = TermCells(scenario)
    dates = scenario.term.dates == nil ? [] : ([scenario.term] + scenario.later).compactMap(\.dates)
  }

  mutating func read(_ node: SettingNode) {
    guard case .list(let items) = node.content, !items.isEmpty else {
      faults.append(
        node.fault(
          "the changes must be a list", remedy: "write '- remove-school: ash' and so on"))
      return
    }
    for item in items { readEntry(item) }
  }

  private mutating func readEntry(_ node: SettingNode) {
    guard case .map(let entries) = node.content else {
      faults.append(
        node.fault("a change must be a map", remedy: "write 'remove-school: ash', for instance"))
      return
    }
    let words = entries.filter { ScenarioChange.Kind.words.contains($0.key) }
    // 'unavailable' is a change, and a column of people.csv too.
    let named = words.filter { word in
      !words.contains { ChangeLayout.parts(of: $0.key).contains(word.key) }
    }
    guard let first = named.first else {
      rejectKind(entries, at: node)
      return
    }
    if named.count > 1 {
      faults.append(
        Fault(
          at: named[1].position, problem: "one entry makes one change", found: named[1].key,
          remedy: "begin another entry with '- \(named[1].key): ...'"))
      return
    }
    readChange(first, in: node)
  }

  private mutating func readChange(_ entry: SettingNode.Entry, in node: SettingNode) {
    var reader = SettingReader(rule: RuleKey(rawValue: entry.key))
    let allowed = [entry.key] + ChangeLayout.parts(of: entry.key) + ["reason"]
    let fields = reader.fields(node, allowed: allowed)
    faults += reader.faults
    guard var fields else { return }
    fields[entry.key] = nil
    let reason =
      fields["reason"]?.scalar
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
    if reason.isEmpty {
      faults.append(
        Fault(
          at: (fields["reason"] ?? node).position, problem: "the reason is missing",
          remedy: "write 'reason: ' and why, in a few words"))
    }
    let details = ChangeDetails(word: entry.key, object: entry.value, fields: fields)
    guard let kind = kind(details) else { return }
    changes.append(ScenarioChange(kind, reason: reason, at: entry.value.position))
  }

  private mutating func rejectKind(_ entries: [SettingNode.Entry], at node: SettingNode) {
    let words = ScenarioChange.Kind.words
    let guess = entries.lazy.compactMap { entry in
      Spelling.nearest(to: entry.key, among: words).map { (entry, $0) }
    }.first { $0.0.key != "reason" }
    faults.append(
      Fault(
        at: guess?.0.position ?? node.position, problem: "there is no such change",
        found: guess?.0.key,
        remedy: (guess.map { "did you mean '\($0.1)'? " } ?? "")
          + "write one of \(words.joined(separator: ", "))"))
  }
}

/// One entry of a change file: its kind, what it is about, and everything else.
struct ChangeDetails {
  let word: String
  let object: SettingNode
  let fields: [String: SettingNode]

  var position: SourcePosition { object.position }
}
