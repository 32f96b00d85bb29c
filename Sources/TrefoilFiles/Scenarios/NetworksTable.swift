import TrefoilModel

/// Reads `networks.csv`: people of one role who meet at a school.
struct NetworksTable {
  static let name = "networks.csv"
  static let layout = TableLayout(
    required: ["id", "name", "members"],
    optional: ["group-size", "venues", "meetings", "past-venues", "aim"],
    otherNames: ["size": "group-size", "past": "past-venues", "schools": "members"])
  static let mostSize = 1_000
  static let mostMeetings = 100

  private static let aims = Network.Aim.allCases.map { ($0.rawValue, $0) }

  private(set) var networks: [Network] = []
  private(set) var faults: [Fault]
  private let schools: [School]
  private var known: KnownSchools
  private var lines: [NetworkID: Int] = [:]

  init(_ bytes: [UInt8], file: String, schools: SchoolsTable) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    self.schools = schools.schools
    known = schools.known
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: ScenarioRow) {
    let members = row.required("members", faults: &faults).map { selected(in: $0) }
    let size = row["group-size"]?
      .whole(in: 2...Self.mostSize, what: "the size of a group", faults: &faults)
    let venues = row["venues"].map { selected(in: $0) }
    let meetings = row["meetings"]?
      .whole(in: 1...Self.mostMeetings, what: "the number of meetings", faults: &faults)
    let past = row["past-venues"].map { known.turns($0, faults: &faults) } ?? []
    let aim = row["aim"]?.meaning(among: Self.aims, what: "aim", faults: &faults)
    let name = row.required("name", faults: &faults)?.text
    guard let cell = row.identifier(faults: &faults) else { return }
    let id = NetworkID(cell.text)
    if let line = lines[id] {
      faults.append(
        cell.fault(
          "this id has another network already, in line \(line)",
          remedy: "give each network an id of its own"))
      return
    }
    lines[id] = cell.position.line
    guard let members else { return }
    networks.append(
      Network(
        id: id, name: name ?? id.rawValue, members: members, groupSize: size, venues: venues,
        meetings: meetings ?? 1, past: past, aim: aim ?? .total,
        intake: intake(in: row["members"]), venueIntake: intake(in: row["venues"])))
  }

  /// The schools that a list of ids, phases and the word `all` names, each once.
  private mutating func selected(in cell: CSVCell) -> [SchoolID] {
    var found: [SchoolID] = []
    var named: Set<SchoolID> = []
    for word in cell.list {
      let id = SchoolID(word)
      if known.contains(id) {
        if !named.insert(id).inserted {
          faults.append(
            Fault(
              at: cell.position, problem: "the same school stands twice", found: word,
              remedy: "write it once"))
        }
        found.append(id)
      } else if let schools = schools(of: CSVColumn.folded(word)) {
        if schools.isEmpty {
          faults.append(
            Fault(
              at: cell.position, problem: "no school is of this phase", found: word,
              remedy: "take it out, or write ids from schools.csv"))
        }
        found += schools
      } else {
        _ = known.find(word, at: cell.position, faults: &faults)
      }
    }
    if cell.list.isEmpty {
      faults.append(cell.fault("no school is named", remedy: "write ids, a phase, or all"))
    }
    var seen: Set<SchoolID> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The schools that a word stands for; nil where it is none.
  private func schools(of word: String) -> [SchoolID]? {
    NetworkIntake(reading: word).map { intake in
      schools.filter { intake.admits($0) }.map(\.id)
    }
  }

  /// A list that has more than ids; nil for others.
  private func intake(in cell: CSVCell?) -> [NetworkIntake]? {
    let entries = (cell?.list ?? []).compactMap { word -> NetworkIntake? in
      let id = SchoolID(word)
      return known.contains(id) ? .school(id) : NetworkIntake(reading: CSVColumn.folded(word))
    }
    return entries.allSatisfy(Self.isSchool) ? nil : entries
  }

  private static func isSchool(_ entry: NetworkIntake) -> Bool {
    if case .school = entry { true } else { false }
  }
}
