import Foundation
import TrefoilModel

/// Reads a scenario folder: `schools.csv`, and where they are there `people.csv`, `history.csv`,
/// `travel.csv` and `scenario.yaml`, with the published plan that it may name.
///
/// What the files may say is described in `docs/input.md`.
public struct ScenarioReader: Sendable {
  private let folder: String

  /// A reader of a folder; faults call its files by this path and their names.
  public init(folder: String) {
    var path = folder.isEmpty ? "." : folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.folder = path
  }

  /// The scenario, checked: everything in it refers to what is there, and no two rules contradict
  /// outright.
  ///
  /// About linear in the size of the files.
  ///
  /// - Throws: `NoSuchFile` if there is no such folder or no `schools.csv` in it; `Faults` with
  ///   every fault of every file.
  public func read() throws -> Scenario {
    try readWithChecksum().scenario
  }

  /// The scenario as `read` gives it, with a checksum of the very bytes that were read, the
  /// published plan among them: equal as long as no file of the scenario has changed.
  public func readWithChecksum() throws -> (scenario: Scenario, checksum: Checksum) {
    var files = FolderFiles(folder: folder)
    let scenario = try scenario(in: &files).scenario
    return (scenario, files.checksum)
  }

  /// The scenario as `read` gives it, also when `history.csv` holds the planned term already, as it
  /// does right after `trefoil publish`: that term is then no history of the scenario.
  ///
  /// - Returns: the scenario, and everything that `history.csv` holds.
  public func readPublished() throws -> (scenario: Scenario, history: History) {
    var files = FolderFiles(folder: folder)
    return try scenario(in: &files, mayBePublished: true)
  }

  private func scenario(
    in files: inout FolderFiles, mayBePublished: Bool = false
  ) throws -> (scenario: Scenario, history: History) {
    guard InputFile.isFolder(folder) else {
      throw NoSuchFile(
        path: folder, reason: "there is no such folder",
        remedy: "name a folder with a file schools.csv")
    }
    guard let schools = try files.required(SchoolsTable.name) else {
      throw Faults(files.faults)
    }
    return try scenario(schools: schools, files: &files, mayBePublished: mayBePublished)
  }

  private func scenario(
    schools bytes: [UInt8], files: inout FolderFiles, mayBePublished: Bool
  ) throws -> (scenario: Scenario, history: History) {
    let yaml = files.optional(SettingsFile.name, limit: YAMLReader.mostBytes)
    let settings = yaml.map { SettingsFile($0, file: files.path(SettingsFile.name)) } ?? .init()
    let travel = files.optional(JourneysTable.name)
    let schools = SchoolsTable(
      bytes, file: files.path(SchoolsTable.name), terms: settings.terms.dates,
      hasTravelTable: travel != nil)
    let people = files.optional(PeopleTable.name).map {
      PeopleTable(
        $0, file: files.path(PeopleTable.name), terms: settings.terms.dates, known: schools.known)
    }
    let history = files.optional(HistoryTable.name).map {
      HistoryTable(
        $0, file: files.path(HistoryTable.name), planned: settings.terms.term, known: schools.known,
        mayHoldPlanned: mayBePublished)
    }
    let journeys = travel.map {
      JourneysTable($0, file: files.path(JourneysTable.name), known: schools.known)
    }
    let isNaming = settings.hasOverrides || settings.published != nil
    let isKnown = schools.isReadable && people?.isReadable != false
    let ids = isNaming && isKnown ? Self.ids(people, schools) : nil
    let published = settings.published.map {
      PublishedPlan(
        $0, in: &files, planned: settings.terms.term.name, later: settings.terms.laterNames,
        schools: schools.known, people: ids)
    }
    let ledger = files.optional(LedgerTable.name).map {
      LedgerTable($0, file: files.path(LedgerTable.name))
    }
    let secondments = SecondmentTables(
      in: &files, settings: settings, schools: schools, people: people,
      ledger: ledger?.ledger ?? Ledger())
    let coaching = files.optional(CoachingTable.name).map {
      CoachingTable(
        $0, file: files.path(CoachingTable.name),
        people: KnownPeople(isKnown ? Self.ids(people, schools) : nil))
    }
    let advocates = files.optional(AdvocatesTable.name).map {
      AdvocatesTable($0, file: files.path(AdvocatesTable.name), schools: schools)
    }
    let networks = files.optional(NetworksTable.name).map {
      NetworksTable($0, file: files.path(NetworksTable.name), schools: schools)
    }
    var faults = files.faults + settings.faults + (published?.faults ?? [])
    faults += ledger?.faults ?? []
    faults += secondments.faults
    faults += coaching?.faults ?? []
    faults += advocates?.faults ?? []
    faults += networks?.faults ?? []
    faults += schools.faults + (people?.faults ?? [])
    faults += (people?.suppliedFaults(schools: schools.schools) ?? [])
    faults += (history?.faults ?? []) + (journeys?.faults ?? [])
    faults += JourneysTable.unreached(
      in: schools, travel: journeys?.table ?? TravelTable(), file: files.path(SchoolsTable.name))

    let settled = settings.rules(schools: schools.known, people: ids)
    var known = schools.known
    let terms = settings.terms.terms(schools: &known, faults: &faults)
    var scenario = Scenario(
      trust: settings.trust ?? folderName, term: terms.first ?? settings.terms.term,
      horizon: settings.terms.horizon, later: Array(terms.dropFirst()), schools: schools.schools,
      people: people?.people ?? [], history: history?.history ?? History(),
      travel: journeys?.table ?? TravelTable(), rules: settled.rules, published: published?.term,
      publishedLater: published?.laterTerms ?? [],
      namesPeople: people != nil, openings: secondments.openings,
      candidates: secondments.candidates, ledger: ledger?.ledger ?? Ledger(),
      coaching: coaching?.profiles ?? [],
      trustees: advocates?.trustees ?? [],
      networks: networks?.networks ?? []
    )
    .withSecondmentsUnderWay.withPublishedTurns
    scenario.sources = settled.sources
    scenario.sources.schools = schools.positions
    scenario.sources.people = people?.positions ?? [:]
    faults += settled.faults
    if schools.isReadable { faults += scenario.ruleFaults }
    if !faults.isEmpty { throw Faults(faults) }
    return (scenario, history?.whole ?? History())
  }

  /// Everybody whom an override or a published plan may name: the people of the file, and
  /// principals it leaves out.
  private static func ids(_ people: PeopleTable?, _ schools: SchoolsTable) -> Set<PersonID> {
    let scenario = Scenario(trust: "", schools: schools.schools, people: people?.people ?? [])
    return Set(TrustFacts(scenario).people.map(\.id))
  }

  /// What the folder is called, also for a trust without a name.
  public var folderName: String {
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    return name.isEmpty || name == "/" ? "Trust" : name
  }
}
