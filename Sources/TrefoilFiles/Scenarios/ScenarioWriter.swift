import Foundation
import TrefoilModel

/// Writes a scenario as a folder that ``ScenarioReader`` reads back equal.
///
/// Columns and settings that say nothing beyond the defaults are left out. A scenario made in code
/// reads back if it holds what a folder can: ids without `;`, at least one role for each person,
/// each rule overridden once for each school or person.
public struct ScenarioWriter: Sendable {
  private let scenario: Scenario

  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// The files of the folder. Linear in the size of the scenario, but for sorting the journeys.
  public var files: [AtomicWriter.File] {
    var files = [AtomicWriter.File(name: SchoolsTable.name, text: schools)]
    if !scenario.people.isEmpty {
      files.append(AtomicWriter.File(name: PeopleTable.name, text: people))
    }
    if !scenario.openings.isEmpty {
      files.append(AtomicWriter.File(name: OpeningsTable.name, text: openings))
    }
    if !scenario.candidates.isEmpty {
      files.append(AtomicWriter.File(name: CandidatesTable.name, text: candidates))
    }
    if !scenario.coaching.isEmpty {
      files.append(AtomicWriter.File(name: CoachingTable.name, text: coaching))
    }
    if !scenario.trustees.isEmpty {
      let text = Self.advocates(scenario.trustees)
      files.append(AtomicWriter.File(name: AdvocatesTable.name, text: text))
    }
    if !scenario.networks.isEmpty {
      let text = Self.networks(scenario.networks)
      files.append(AtomicWriter.File(name: NetworksTable.name, text: text))
    }
    if !scenario.history.terms.isEmpty {
      files.append(AtomicWriter.File(name: HistoryTable.name, text: history))
    }
    if !scenario.ledger.entries.isEmpty {
      let text = LedgerTable.text(of: scenario.ledger.entries)
      files.append(AtomicWriter.File(name: LedgerTable.name, text: text))
    }
    if !scenario.travel.minutes.isEmpty {
      files.append(AtomicWriter.File(name: JourneysTable.name, text: travel))
    }
    if let published = scenario.published {
      let plan = Plan(
        trust: scenario.trust, status: .feasible, cost: nil, bound: nil, seed: 0,
        terms: [published] + scenario.publishedLater, notes: [])
      files.append(AtomicWriter.File(name: PublishedPlan.name, bytes: PlanJSON.write(plan)))
    }
    files.append(AtomicWriter.File(name: SettingsFile.name, text: SettingsText(scenario).text))
    return files
  }

  /// Writes the files into a directory, made if need be, each whole or not at all.
  ///
  /// - Throws: `CannotWrite`, also where the directory holds a file of another scenario that this
  ///   one would not replace.
  public func write(to directory: String) throws(CannotWrite) {
    let files = files
    let names = [
      SchoolsTable.name, PeopleTable.name, OpeningsTable.name, CandidatesTable.name,
      CoachingTable.name, AdvocatesTable.name, NetworksTable.name, HistoryTable.name,
      LedgerTable.name, JourneysTable.name,
      PublishedPlan.name, SettingsFile.name,
    ]
    for name in names where !files.contains(where: { $0.name == name }) {
      let path = directory + "/" + name
      if FileManager.default.fileExists(atPath: path) {
        throw CannotWrite(
          path: path, reason: "a file of another scenario is in the way",
          remedy: "remove it or name another directory")
      }
    }
    try AtomicWriter(directory: directory).write(files)
  }

  /// A column that is written only when some row has something in it.
  static func table<Row>(
    of rows: [Row], columns: [(name: String, isNeeded: Bool, cell: (Row) -> String)]
  ) -> String {
    let filled = columns.map { column in
      (column, rows.map(column.cell))
    }.filter { $0.0.isNeeded || $0.1.contains { !$0.isEmpty } }
    var table = CSVWriter(header: filled.map(\.0.name))
    for index in rows.indices { table.append(filled.map { $0.1[index] }) }
    return table.text
  }

  private var schools: String {
    Self.table(
      of: scenario.schools,
      columns: [
        ("id", true, \.id.rawValue), ("name", true, \.name), ("phase", true, \.phase.rawValue),
        ("latitude", false, { Self.number($0.latitude) }),
        ("longitude", false, { Self.number($0.longitude) }),
        ("easting", false, { Self.number($0.easting) }),
        ("northing", false, { Self.number($0.northing) }), ("hub", false, { $0.hub ?? "" }),
        ("standing", false, { $0.standing == .balanced ? "" : $0.standing.rawValue }),
        ("strengths", false, { $0.strengths.joined(separator: ";") }),
        ("needs", false, { $0.needs.joined(separator: ";") }),
        ("size", false, { $0.size.map(String.init) ?? "" }),
        ("closed", false, { Self.days($0.closed).joined(separator: ";") }),
        ("participates", false, { $0.participates ? "" : "no" }),
        ("most-out", false, { $0.release.mostOut.map(String.init) ?? "" }),
        ("least-kept", false, { Self.least($0.release.leastKept) }),
        ("needs-cover", false, { $0.release.needsCover ? "yes" : "" }),
      ])
  }

  private var people: String {
    Self.table(
      of: scenario.people,
      columns: [
        ("id", true, \.id.rawValue), ("name", true, \.name),
        ("school", true, { Self.joined($0.schools) }),
        ("role", true, { $0.roles.map(\.rawValue).joined(separator: ";") }),
        ("phases", false, { $0.phases.map(Self.phases) ?? "" }),
        ("capacity", false, { $0.capacity.map(String.init) ?? "" }),
        ("unavailable", false, Self.absences), ("conflicts", false, { Self.joined($0.conflicts) }),
        ("seconded", false, { $0.seconded?.rawValue ?? "" }),
      ])
  }

  private var openings: String {
    Self.table(
      of: scenario.openings,
      columns: [
        ("id", true, \.id.rawValue), ("school", true, \.school.rawValue),
        ("role", true, \.role.rawValue),
        ("phase", false, { $0.phase.map { $0.value.rawValue + ($0.isMust ? "!" : "") } ?? "" }),
        (
          "skills", false,
          { $0.skills.map { $0.value + ($0.isMust ? "!" : "") }.joined(separator: ";") }
        ),
        ("days", true, { "\($0.days)" }),
        (
          "first-term", false,
          { $0.firstTerm == 0 ? "" : scenario.term(at: $0.firstTerm).name }
        ),
        ("terms", false, { $0.terms == 1 ? "" : "\($0.terms)" }),
        ("priority", false, { $0.priority == .normal ? "" : $0.priority.rawValue }),
      ])
  }

  private var candidates: String {
    Self.table(
      of: scenario.candidates,
      columns: [
        ("person", true, \.person.rawValue),
        ("roles", false, { $0.roles.map(\.rawValue).joined(separator: ";") }),
        ("phases", false, { $0.phases.map(Self.phases) ?? "" }),
        ("skills", false, { $0.skills.joined(separator: ";") }), ("days", true, { "\($0.days)" }),
        ("from", false, { $0.from == 0 ? "" : scenario.term(at: $0.from).name }),
        ("until", false, { $0.until.map { scenario.term(at: $0).name } ?? "" }),
        ("commute-limit", false, { $0.commuteLimit.map(String.init) ?? "" }),
        ("consent", true, { $0.hasConsent ? "yes" : "no" }),
        ("head-consent", true, { $0.hasReleaseConsent ? "yes" : "no" }),
        ("aim", false, { $0.aim ?? "" }),
        ("choices", false, { $0.choices.map(\.rawValue).joined(separator: ";") }),
        ("acting", false, { $0.acting?.rawValue ?? "" }),
      ])
  }

  private var coaching: String {
    Self.table(
      of: scenario.coaching,
      columns: [
        ("person", true, \.person.rawValue),
        ("wants", false, { $0.wants.joined(separator: ";") }),
        ("offers", false, { $0.offers.joined(separator: ";") }),
        ("coachees", false, { $0.coachees == 1 ? "" : "\($0.coachees)" }),
        ("line-manager", false, { $0.lineManagers.map(\.rawValue).joined(separator: ";") }),
        ("choices", false, { $0.choices.map(\.rawValue).joined(separator: ";") }),
      ])
  }

  private static func least(_ kept: [Role: Int]) -> String {
    Role.allCases.compactMap { role in kept[role].map { "\(role.rawValue):\($0)" } }
      .joined(separator: ";")
  }

  private var history: String {
    let terms = scenario.history.terms.reversed()
    let names = terms.map(\.name)
    let areDistinct = Set(names.map { TermName.key(of: $0) }).count == names.count
    let ages = TermAges(of: names, planned: scenario.term.name).termsAgo
    let isSaid = areDistinct && ages == terms.map(\.termsAgo)
    var table = CSVWriter(header: ["term", "group", "school"] + (isSaid ? [] : ["terms-ago"]))
    for term in terms {
      let age = isSaid ? [] : ["\(term.termsAgo)"]
      for (index, group) in term.groups.enumerated() {
        for school in group { table.append([term.name, "\(index + 1)", school.rawValue] + age) }
      }
      for school in term.rested {
        table.append([term.name, HistoryTable.rest, school.rawValue] + age)
      }
    }
    return table.text
  }

  private var travel: String {
    var table = CSVWriter(header: ["from", "to", "minutes"])
    let journeys = scenario.travel.minutes.sorted {
      ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to)
    }
    for (journey, minutes) in journeys {
      table.append([journey.from.rawValue, journey.to.rawValue, "\(minutes)"])
    }
    return table.text
  }
}

/// How values stand in cells.
extension ScenarioWriter {
  /// The shortest text that reads back as the number; nothing for none.
  static func number(_ number: Double?) -> String {
    guard let number else { return "" }
    return number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }

  static func days(_ days: DaySet) -> [String] { days.ranges.map(\.description) }

  private static func joined(_ schools: [SchoolID]) -> String {
    schools.map(\.rawValue).joined(separator: ";")
  }

  private static func absences(of person: Person) -> String {
    let weekdays = Weekday.allCases.filter { person.nonWorking.contains($0) }.map(\.short)
    return (days(person.unavailable) + weekdays).joined(separator: ";")
  }

  private static func phases(_ phases: PhaseSet) -> String {
    if phases.isEmpty { return PersonCells.noPhases }
    return Phase.allCases.filter { $0 != .allThrough && !phases.isDisjoint(with: $0.taught) }
      .map(\.rawValue).joined(separator: ";")
  }
}

extension School {
  fileprivate var latitude: Double? {
    if case .geographic(let latitude, _) = place { latitude } else { nil }
  }
  fileprivate var longitude: Double? {
    if case .geographic(_, let longitude) = place { longitude } else { nil }
  }
  fileprivate var easting: Double? {
    if case .grid(let easting, _) = place { easting } else { nil }
  }
  fileprivate var northing: Double? {
    if case .grid(_, let northing) = place { northing } else { nil }
  }
}
