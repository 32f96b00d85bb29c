/// Makes changes to a scenario, one after another, and gathers everything wrong with them.
struct ChangeRun {
  /// The scenario so far.
  var scenario: Scenario
  var faults: [Fault] = []
  /// Where each school and person was changed last.
  private(set) var touched: [Subject: SourcePosition] = [:]
  /// Where each school, person and opening was taken out.
  private var removed: [String: SourcePosition] = [:]
  /// Where each thing was changed, so that nothing is changed twice.
  private var made: [String: SourcePosition] = [:]

  init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  mutating func make(_ change: ScenarioChange) {
    let place = change.position
    switch change.kind {
    case .removeSchool, .addSchool, .moveSchool, .changeSchool: makeForSchool(change)
    case .removePerson, .addPerson, .changePerson: makeForPerson(change)
    case .unavailable(let absence): makeAbsent(absence, because: change)
    case .setRule, .override, .pin, .forbid, .keepApart, .together: makeForRules(change)
    case .addOpening(let opening): add(opening, because: change)
    case .removeOpening(let id):
      guard isKnown(id, at: place) else { return }
      note("the opening \(id.rawValue) is taken out", change)
      scenario.remove(id)
      remove("opening \(id)", at: place)
    case .addCandidate(let candidate): add(candidate, because: change)
    case .removeCandidate(let id): removeCandidate(id, because: change)
    }
  }

  // MARK: What was done

  /// Keeps what a change does, in words, with its reason.
  mutating func note(_ sentence: String, _ change: ScenarioChange) {
    scenario.changes.append("Changed: \(sentence) (\(change.reason)).")
  }

  /// Notes where a school or person was changed, which is then shown as where they were written.
  mutating func touch(_ subject: Subject, at position: SourcePosition) {
    touched[subject] = position
    switch subject {
    case .school(let id): scenario.sources.schools[id] = position
    case .person(let id): scenario.sources.people[id] = position
    }
  }

  /// Notes that a thing is gone, for whoever names it later.
  mutating func remove(_ thing: String, at position: SourcePosition) {
    removed[thing] = position
  }

  mutating func reject(
    _ position: SourcePosition, _ problem: String, found: String? = nil, remedy: String
  ) {
    faults.append(Fault(at: position, problem: problem, found: found, remedy: remedy))
  }

  /// Whether a thing is changed for the first time; a fault otherwise.
  mutating func isFirst(_ thing: String, at position: SourcePosition) -> Bool {
    guard let first = made[thing] else {
      made[thing] = position
      return true
    }
    reject(
      position, "\(Excerpt.of(thing)) is changed already, in line \(first.line)",
      remedy: "keep one of the two changes")
    return false
  }

  // MARK: Names

  /// The school of this id; nil, with a fault, where there is none.
  mutating func school(_ id: SchoolID, at position: SourcePosition) -> School? {
    if let school = scenario.schools.first(where: { $0.id == id }) { return school }
    rejectName(
      "school", id.rawValue, among: scenario.schools.map(\.id.rawValue), at: position,
      file: "schools.csv")
    return nil
  }

  /// The person of this id, principals whom no file names among them; nil, with a fault, where there is
  /// none.
  mutating func person(_ id: PersonID, at position: SourcePosition) -> Person? {
    let facts = TrustFacts(scenario)
    if let person = facts.person(id) { return person }
    rejectName(
      "person", id.rawValue, among: facts.people.map(\.id.rawValue), at: position,
      file: "people.csv")
    return nil
  }

  /// The place of a person in the scenario's list; nil, with a fault, where nobody of the id is in it.
  mutating func index(of id: PersonID, at position: SourcePosition) -> Int? {
    if let index = scenario.people.firstIndex(where: { $0.id == id }) { return index }
    guard person(id, at: position) != nil else { return nil }
    reject(
      position, "no row of people.csv names this principal", found: id.rawValue,
      remedy: "add the principal with 'add-person' first")
    return nil
  }

  mutating func isKnown(_ id: OpeningID, at position: SourcePosition) -> Bool {
    let ids = scenario.openings.map(\.id)
    if ids.contains(id) { return true }
    rejectName(
      "opening", id.rawValue, among: ids.map(\.rawValue), at: position, file: "openings.csv")
    return false
  }

  /// Schools that are all known, or faults.
  mutating func areKnown(_ ids: [SchoolID], at position: SourcePosition) -> Bool {
    ids.map { school($0, at: position) != nil }.allSatisfy(\.self)
  }

  mutating func rejectName(
    _ kind: String, _ name: String, among names: [String], at position: SourcePosition,
    file: String
  ) {
    let gone = removed["\(kind) \(name)"].map { "it is taken out in line \($0.line); " }
    let near = Spelling.nearest(to: name, among: names)
    let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    reject(
      position, "there is no such \(kind)", found: name,
      remedy: "\(gone ?? hint)write an id from \(file)")
  }
}
