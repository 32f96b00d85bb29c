import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Importing a register")
struct RegisterTests {
  private func register() throws -> Register {
    try RegisterReader.read(InventedRegister.bytes, file: "r.csv")
  }

  @Test func `open schools of multi-academy trusts are kept`() throws {
    let register = try register()
    #expect(
      register.trusts.map(\.name) == [
        "BRAMBLE LEARNING TRUST", "Thistle Trust", "Thistledown Trust",
      ])
    let bramble = try register.trust("9001")
    #expect(
      bramble.schools.map { "\($0.id) \($0.phase.rawValue)" } == [
        "1 primary", "2 secondary", "11 special", "12 alternative-provision", "13 16-plus",
        "14 secondary", "16 middle", "17 middle", "18 all-through", "19 16-plus",
      ])
    #expect(
      bramble.schools[0]
        == School(
          id: SchoolID("1"), name: "St Zoë’s Primary", phase: .primary,
          place: .grid(easting: 430_000, northing: 420_000), hub: "Marshland", size: 210))
    #expect(bramble.schools[3].size == nil && bramble.schools[8].size == nil)
    let thistle = try register.trust("9002").schools
    #expect(thistle.map(\.name) == ["Thistle A", "Thistle \"B\""])
    #expect(thistle.map(\.hub) == ["Hill, and Dale", nil])
    #expect(thistle[1].place == .grid(easting: 400_001.5, northing: 300_000))
  }

  @Test func `what is left out is counted, and named where it is a trust's`() throws {
    let register = try register()
    #expect(register.rows == InventedRegister.rows.count)
    #expect(
      register.counts == [
        .notOpen: 2, .noTrust: 3, .noPlace: 3, .noPhase: 2, .twice: 1, .noNumber: 1,
      ])
    #expect(
      register.leftOut.map { "\($0.name): \($0.reason)" } == [
        "Nowhere Primary: noPlace", "Zero Primary: noPlace", "Far Primary: noPlace",
        "Riddle: noPhase", "Twice Primary: twice", "Numberless Primary: noNumber",
        "Odd Primary: noPhase",
      ])
    #expect(
      register.summary == "left out of 25 rows: 2 not open, 3 in no multi-academy trust, "
        + "3 without a place in Great Britain, 2 of no phase that is known, 1 without a number, "
        + "1 with a number that an earlier row has")
  }

  @Test(arguments: [
    ("9002", "9002"), ("thistle trust", "9002"), ("THISTLE  TRUST", "9002"), ("thistled", "9003"),
    ("bramble", "9001"),
  ])
  func `a trust is found by id, by name or by how only its name begins`(
    text: String, id: String
  ) throws {
    #expect(try register().trust(text).id == id)
  }

  @Test func `a trust that is not there, or there several times`() throws {
    let register = try register()
    func message(_ text: String) -> String {
      do throws(NoSuchTrust) {
        return try register.trust(text).name
      } catch {
        return error.description
      }
    }
    #expect(
      message("thistle")
        == "several trusts are called 'thistle': Thistle Trust (9002), Thistledown Trust (9003); "
        + "give the id")
    #expect(
      message("Thisle Trust")
        == "there is no trust 'Thisle Trust'; did you mean Thistle Trust (9002)?")
    let unknown = "give an id or a name from the register"
    #expect(message("xyz") == "there is no trust 'xyz'; \(unknown)")
    #expect(message("") == "there is no trust ''; \(unknown)")
  }

  @Test func `a trust becomes a scenario that reads back`() throws {
    let trust = try register().trust("9001")
    #expect(trust.folderName == "9001-bramble-learning-trust")
    let directory = try ScratchDirectory()
    try ScenarioWriter(trust.scenario).write(to: directory.path)
    let again = try ScenarioReader(folder: directory.path).read()
    #expect(SameScenario.differences(trust.scenario, again) == [])
  }

  @Test func `a plain table`() throws {
    let text = """
      urn,name,phase,easting,northing,local_authority,trust_id,trust_name
      1,Ash,Primary,400000,400000,Here,7,Oak Trust
      2,Elm Special School,Not applicable,400000,400000,Here,7,Oak Trust
      3,The Bridge PRU,Not applicable,400000,400000,Here,7,Oak Trust
      4,Fir,Not applicable,400000,400000,Here,7,Oak Trust
      5,Yew Nursery,,400000,400000,Here,7,Oak Trust
      6,Alder,Primary,400000,400000,Here,,
      """
    let register = try RegisterReader.read(Array(text.utf8), file: "t.csv")
    #expect(
      register.trusts.first?.schools.map(\.phase) == [
        .primary, .special, .alternativeProvision, .special, .nursery,
      ])
    #expect(register.counts == [.noTrust: 1])
  }

  @Test func `a plain table without trusts is one`() throws {
    let text = "urn,name,phase,easting,northing\n1,Ash,Primary,400000,400000\n"
    let register = try RegisterReader.read(Array(text.utf8), file: "t.csv")
    #expect(register.trusts.map(\.name) == ["All schools"])
    #expect(try register.trust("all").schools.count == 1)
    #expect(register.summary == nil)
  }

  @Test(arguments: [
    ("urn,name\n1,a\n", ["phase", "easting", "northing"]),
    ("a,b\n1,2\n", ["urn", "name", "phase", "easting", "northing"]),
    (
      "URN,EstablishmentName,Easting,Northing\n1,a,1,1\n",
      [
        "PhaseOfEducation (name)", "EstablishmentStatus (name)", "TypeOfEstablishment (name)",
        "TrustSchoolFlag (name)", "Trusts (code)", "Trusts (name)",
      ]
    ),
  ])
  func `columns that are missing`(text: String, names: [String]) {
    let error = #expect(throws: Faults.self) {
      try RegisterReader.read(Array(text.utf8), file: "t.csv")
    }
    #expect(
      error?.faults.map(\.problem).sorted()
        == names.map { "the column '\($0)' is missing" }.sorted())
  }

  @Test func `a file that is no table`() {
    #expect(throws: Faults.self) { try RegisterReader.read([], file: "t.csv") }
    #expect(throws: Faults.self) { try RegisterReader.read([0, 1, 2], file: "t.csv") }
  }
}
