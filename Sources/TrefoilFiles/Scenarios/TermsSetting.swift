import TrefoilModel

/// Reads the keys of `scenario.yaml` that say which terms are planned: `term`, `later` and
/// `horizon`.
struct TermsSetting {
  private(set) var faults: [Fault] = []
  /// Where a key stands, so that one fault can name another place.
  private var first = TermSetting()
  private var later: [TermSetting] = []
  private var horizonNode: SettingNode?
  private var statedHorizon: Int?

  /// The first term, without who is away.
  var term: Term { first.term }
  /// The terms after the first that are described, without who is away.
  private(set) var laterTerms: [Term] = []
  /// How many terms are planned as one.
  var horizon: Int { statedHorizon ?? 1 + later.count }
  /// The dates of all terms that have some, in order; none at all where the first term has none, so
  /// that a day may well lie in it.
  var dates: [TermDates] { term.dates == nil ? [] : ([term] + laterTerms).compactMap(\.dates) }

  /// The names of all terms that may be planned after the first.
  var laterNames: Set<String> {
    let scenario = Scenario(trust: "", term: term, later: laterTerms, schools: [])
    return Set((1..<Scenario.mostTerms).map { scenario.term(at: $0).name })
  }

  /// Where each term is described that is, the first first.
  var positions: [SourcePosition] { firstPosition.map { [$0] + later.map(\.position) } ?? [] }
  private var firstPosition: SourcePosition?

  mutating func readTerm(_ node: SettingNode) {
    firstPosition = node.position
    first.read(node)
  }

  /// Reads the list of later terms, each as `term` is written; a name may be left out.
  mutating func readLater(_ node: SettingNode) {
    if node.isEmpty { return }
    guard case .list(let nodes) = node.content else {
      faults.append(
        node.fault(
          "later terms must be a list", remedy: "write '- name: Spring 2027' for each, in order"))
      return
    }
    guard nodes.count < Scenario.mostTerms else {
      faults.append(
        node.fault(
          "more terms than can be planned as one",
          remedy: "name at most \(Scenario.mostTerms - 1) later terms"))
      return
    }
    later = nodes.map { node in
      var setting = TermSetting(key: "later", at: node.position)
      setting.read(node)
      return setting
    }
  }

  mutating func readHorizon(_ node: SettingNode) {
    var reader = SettingReader(rule: "horizon")
    statedHorizon = reader.whole(node, in: 1...Scenario.mostTerms, what: "the number of terms")
    horizonNode = node
    faults += reader.faults
  }

  /// Once all keys are read: gives names to later terms without, and holds the terms against one
  /// another.
  mutating func finish() {
    faults += first.faults
    var before = first.term
    for setting in later {
      faults += setting.faults
      let term = Term(
        name: setting.isNamed ? setting.term.name : TermName.name(of: 1, after: before.name),
        dates: setting.term.dates)
      checkOrder(of: term, after: before, at: setting.position)
      laterTerms.append(term)
      before = term
    }
    if let horizonNode, let statedHorizon, statedHorizon < 1 + later.count {
      faults.append(
        horizonNode.fault(
          "horizon: with 'term' and 'later' there are \(1 + later.count) terms",
          remedy: "give at least that number, or take terms out of 'later'"))
    }
  }

  private mutating func checkOrder(of term: Term, after before: Term, at place: SourcePosition) {
    let names = [first.term.name] + laterTerms.map(\.name)
    if names.contains(term.name) {
      faults.append(
        Fault(
          at: place, problem: "later: two terms have one name", found: term.name,
          remedy: "give each term a name of its own"))
    } else if let one = TermName(before.name), let other = TermName(term.name),
      other.ordinal <= one.ordinal
    {
      faults.append(
        Fault(
          at: place, problem: "later: this term is not after \(Excerpt.of(before.name))",
          found: term.name, remedy: "list the terms in order, the earliest first"))
    }
    if let one = before.dates, let other = term.dates, other.starts <= one.ends {
      faults.append(
        Fault(
          at: place, problem: "later: the term starts before the one before it has ended",
          found: other.starts.description, remedy: "\(before.name) ends \(one.ends); correct a day")
      )
    }
  }

  /// All terms with who is away, the first first; ids that nobody knows are faults.
  func terms(schools: inout KnownSchools, faults: inout [Fault]) -> [Term] {
    zip([first] + later, [term] + laterTerms).map { setting, term in
      Term(
        name: term.name, dates: term.dates,
        away: setting.away(schools: &schools, faults: &faults))
    }
  }
}
