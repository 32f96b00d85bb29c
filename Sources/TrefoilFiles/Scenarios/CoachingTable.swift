import TrefoilModel

/// Reads `coaching.csv`: who asks for coaching, who offers it, and with whom they would rather work.
struct CoachingTable {
  static let name = "coaching.csv"
  static let layout = TableLayout(
    required: ["person"],
    optional: ["wants", "offers", "coachees", "line-manager", "choices"],
    otherNames: [
      "id": "person", "want": "wants", "offer": "offers", "capacity": "coachees",
      "line-managers": "line-manager", "manager": "line-manager", "managers": "line-manager",
    ])

  private(set) var profiles: [CoachingProfile] = []
  private(set) var faults: [Fault]
  private var people: KnownPeople
  private var lines: [PersonID: Int] = [:]
  private var choiceCells: [(cell: CSVCell, ids: [PersonID])] = []
  private var managerCells: [PersonID: CSVCell] = [:]

  init(_ bytes: [UInt8], file: String, people: KnownPeople) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    self.people = people
    for row in table.rows { read(row) }
    checkChoices()
    checkLines()
  }

  private mutating func read(_ row: ScenarioRow) {
    let wants = row["wants"].map { topics(in: $0) } ?? []
    let offers = row["offers"].map { topics(in: $0) } ?? []
    let coachees = row["coachees"]?
      .whole(
        in: 1...CoachingProfile.mostCoachees, what: "the number of coachees", faults: &faults)
    if let cell = row["coachees"], row["offers"] == nil {
      faults.append(
        cell.fault(
          "a number of coachees without a topic that is offered",
          remedy: "write the topics in 'offers', or clear the cell"))
    }
    guard let cell = row.required("person", faults: &faults) else { return }
    let own = PersonID(cell.text)
    let managers = row["line-manager"].map { others(in: $0, than: own) } ?? []
    let choices = row["choices"].map { others(in: $0, than: own) } ?? []
    guard let person = people.find(cell.text, at: cell.position, faults: &faults) else { return }
    if let line = lines[person] {
      faults.append(
        cell.fault(
          "this person stands here already, in line \(line)",
          remedy: "keep one of the rows; what is wanted and offered stands in one"))
      return
    }
    lines[person] = cell.position.line
    if row["wants"] == nil, row["offers"] == nil {
      faults.append(
        cell.fault(
          "this person asks for nothing and offers nothing",
          remedy: "write topics in 'wants' or 'offers', or take the row out"))
    }
    if let cell = row["choices"] { choiceCells.append((cell, choices)) }
    managerCells[person] = row["line-manager"]
    profiles.append(
      CoachingProfile(
        person: person, wants: wants, offers: offers, coachees: coachees ?? 1,
        lineManagers: managers, choices: choices))
  }

  private mutating func topics(in cell: CSVCell) -> [String] {
    let topics = cell.list
    if Set(topics.map { $0.lowercased() }).count < topics.count {
      faults.append(cell.fault("the same topic stands twice", remedy: "write it once"))
    }
    if topics.isEmpty {
      faults.append(cell.fault("there is no topic in this list", remedy: "write one, or clear it"))
    }
    return topics
  }

  /// People whom a row names, who are others than the person of the row.
  private mutating func others(in cell: CSVCell, than own: PersonID) -> [PersonID] {
    let ids = cell.list.compactMap { people.find($0, at: cell.position, faults: &faults) }
    if ids.contains(own) {
      faults.append(
        cell.fault("a person is named in their own row", remedy: "name others only"))
    }
    if Set(ids).count < ids.count {
      faults.append(cell.fault("the same person stands twice", remedy: "write the id once"))
    }
    return ids
  }

  /// Only who asks or offers can be chosen.
  private mutating func checkChoices() {
    for (cell, ids) in choiceCells {
      for id in ids where lines[id] == nil {
        faults.append(
          Fault(
            at: cell.position, problem: "this person neither asks for coaching nor offers it",
            found: id.rawValue, remedy: "give them a row in \(Self.name), or take them out"))
      }
    }
  }

  /// Nobody reports to themselves, by others either; of people in one circle the first is named.
  private mutating func checkLines() {
    let managers = Dictionary(profiles.map { ($0.person, $0.lineManagers) }) { first, _ in first }
    var told: Set<PersonID> = []
    for profile in profiles {
      var above: Set<PersonID> = []
      var open = profile.lineManagers
      while let next = open.popLast() {
        if above.insert(next).inserted { open += managers[next] ?? [] }
      }
      guard above.contains(profile.person), !profile.lineManagers.contains(profile.person),
        above.isDisjoint(with: told), let cell = managerCells[profile.person]
      else { continue }
      told.insert(profile.person)
      faults.append(
        cell.fault(
          "by these line managers \(Excerpt.of(profile.person.rawValue)) reports to themselves",
          remedy: "take out the one who is not above them"))
    }
  }
}
