import TrefoilModel

/// Remedies by which a school sits one term out: that one alone, whatever other terms are planned.
extension RemedySearch {
  /// Of the first schools each that will do.
  func rests(of schools: [SchoolID], _ groups: [[Requirement]]) async throws -> [Solved] {
    var remedies: [Solved] = []
    for school in schools.prefix(Self.mostTried) where facts.participates(school) {
      let own = Relaxation(resting: [school])
      guard try await memo.answer(others.with(own)) == .possible else { continue }
      let when = words.term == 0 ? "this term" : "in \(facts.scenario.term.name)"
      let (edit, source) = rest(of: school, groups)
      remedies.append(
        remedy(
          "\(facts.name(school)) rests \(when)", edit: edit, file: source.file,
          line: source.line, try await whole(own)))
    }
    return remedies
  }

  /// What to write and where: an exception from the rule `rest` would hold in every term, and where there
  /// is one already it could not be granted again.
  private func rest(
    of school: SchoolID, _ groups: [[Requirement]]
  ) -> (edit: String, source: Reason.Requirement) {
    let id = SettingText.scalar(school.rawValue)
    // Where a change takes somebody away the school's rest is a change too, and of the first term alone.
    if words.term == 0, let away = groups.flatMap(\.self).first(where: \.isAway) {
      let change = "{unavailable: {school: \(id)}, reason: ...}"
      return (change, Reason.Requirement(text: change, file: words.written([away]).file))
    }
    let term = facts.scenario.term
    let away = (term.away.map(\.rawValue) + [school.rawValue]).map(SettingText.scalar)
    let list = "away: [\(away.joined(separator: ", "))]"
    let place = words.placedInTerm(list)
    let named = Self.entry(term.name, list)
    let edit =
      if term.dates != nil { list } else if words.term == 0 { "term: \(named)" } else {
        later(named)
      }
    return (
      edit,
      Reason.Requirement(
        text: edit, file: place.file ?? RequirementWords.settings, line: place.line)
    )
  }

  /// The entry of a later term; to say anything of one that is not listed those before it have to be.
  private func later(_ entry: String) -> String {
    let first = words.scenario.later.count + 1
    guard first <= words.term else { return "- \(entry)" }
    let between = (first..<words.term).map { Self.entry(words.scenario.term(at: $0).name, nil) }
    let list = (between + [entry]).joined(separator: ", ")
    return first == 1 ? "later: [\(list)]" : "later, after the others: \(list)"
  }

  private static func entry(_ name: String, _ away: String?) -> String {
    "{name: \(SettingText.scalar(name))\(away.map { ", \($0)" } ?? "")}"
  }
}

extension Requirement {
  fileprivate var isAway: Bool {
    if case .away = self { true } else { false }
  }
}
