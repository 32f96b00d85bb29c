import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Reading a scenario folder")
struct ScenarioReaderTests {
  @Test func `a folder with nothing but schools`() throws {
    let folder = try FolderUnderTest()
    let scenario = try folder.read()
    #expect(scenario.trust == String(folder.directory.path.split(separator: "/").last ?? ""))
    #expect(scenario.term == Term(name: "This term"))
    #expect(scenario.schools.map(\.id.rawValue) == ["ash", "beech", "cedar", "dale", "elm", "fir"])
    #expect(scenario.schools[4].phase == .secondary)
    #expect(scenario.schools[1].place == .grid(easting: 400_000, northing: 401_000))
    #expect(scenario.people.isEmpty && !scenario.namesPeople)
    #expect(scenario.history == History() && scenario.travel == TravelTable())
  }

  @Test func `every column of schools`() throws {
    let scenario = try FolderUnderTest(
      schools: """
        Participates,Name,ID,needs,strengths,Phase,longitude,LATITUDE,hub,standing,size,closed,colour
        no,"Ash, the first",ash, reading ;maths,,All through,-1.5,53.75,North,Giver,1200,2026-10-05;2026-10-06..2026-10-09,red
        ,Beech,beech,,phonics;,16 plus,-1.25,53.5,,,,,
        """
    ).read()
    #expect(
      scenario.schools == [
        School(
          id: SchoolID("ash"), name: "Ash, the first", phase: .allThrough,
          place: .geographic(latitude: 53.75, longitude: -1.5), hub: "North", standing: .giver,
          needs: ["reading", "maths"], size: 1200,
          closed: DaySet([try days("2026-10-05"), try days("2026-10-06..2026-10-09")]),
          participates: false),
        School(
          id: SchoolID("beech"), name: "Beech", phase: .sixteenPlus,
          place: .geographic(latitude: 53.5, longitude: -1.25), strengths: ["phonics"]),
      ])
  }

  @Test func `every column of people`() throws {
    let scenario = try FolderUnderTest([
      "people.csv": """
      id,name,school,role,phases,capacity,unavailable,conflicts,seconded
      kim,Kim,ash,Head; improvement champion,primary;all-through,3,2026-10-05..2026-10-09;Mon; friday;2026-11-02,beech;elm,
      lee,Lee,cedar;dale,executive-principal,none,,,,elm
      mo,Mo,elm,middle leader,,0,,,
      """
    ]).read()
    #expect(scenario.namesPeople)
    #expect(
      scenario.people == [
        Person(
          id: PersonID("kim"), name: "Kim", schools: [SchoolID("ash")],
          roles: [.principal, .champion], phases: [.primary, .secondary], capacity: 3,
          unavailable: DaySet([try days("2026-10-05..2026-10-09"), try days("2026-11-02")]),
          nonWorking: [WeekdaySet(.monday), WeekdaySet(.friday)],
          conflicts: [SchoolID("beech"), SchoolID("elm")]),
        Person(
          id: PersonID("lee"), name: "Lee", schools: [SchoolID("cedar"), SchoolID("dale")],
          roles: [.principal], phases: PhaseSet(), seconded: SchoolID("elm")),
        Person(
          id: PersonID("mo"), name: "Mo", schools: [SchoolID("elm")], roles: [.middleLeader],
          capacity: 0),
      ])
  }

  @Test func `a journey counts both ways unless both are given`() throws {
    let scenario = try FolderUnderTest(
      schools: "id,name,phase\nash,Ash,primary\nbeech,Beech,primary\ncedar,Cedar,primary\n",
      ["travel.csv": "from,to,minutes\nash,beech,0\nbeech,ash,7\ncedar,ash,1440\nbeech,cedar,9\n"]
    ).read()
    let (ash, beech, cedar) = (SchoolID("ash"), SchoolID("beech"), SchoolID("cedar"))
    #expect(scenario.travel.minutes(from: ash, to: beech) == 0)
    #expect(scenario.travel.minutes(from: beech, to: ash) == 7)
    #expect(scenario.travel.minutes(from: ash, to: cedar) == 1440)
    #expect(scenario.travel.minutes.count == 4)
  }

  @Test func `the settings of the contract`() throws {
    let scenario = try FolderUnderTest([
      "scenario.yaml": """
      trust: Foxglove Learning Trust
      term: {name: Autumn 2026, starts: 2026-09-02, ends: 2026-12-18, closed: [2026-10-26..2026-10-30], reviews: 2026-09-21..2026-12-04}
      rules:
        remainder: quads
        travel-limit: 60                      # minutes one way, a must
        repeat: [240, 120, 60]                # or {must: true, within: 3}
        hub: {want: same, cost: 30}
        phase: {want: one-knows, cost: 60}    # or must: true
      overrides:
        - {school: elm, rule: travel-limit, value: 80, reason: agreed with the head}
        - {person: ash-principal, rule: load, value: off, reason: "hers: the wish"}
      together: [[ash, beech]]
      pins: [[cedar, dale, elm]]
      apart:
        - [ash, elm]
        - {members: [beech, cedar], cost: 15, reason: "new heads"}
      forbid: [[ash, beech, elm]]
      """
    ]).read()
    #expect(scenario.trust == "Foxglove Learning Trust")
    #expect(scenario.term.name == "Autumn 2026")
    #expect(scenario.term.dates?.closed == DaySet([try days("2026-10-26..2026-10-30")]))
    #expect(scenario.term.dates?.reviews == (try days("2026-09-21..2026-12-04")))
    let limit = scenario.rules[TravelLimit.self].governed
    #expect(limit.base.limit == 60 && limit.base.charge == .must)
    #expect(limit.setting(schools: [SchoolID("elm")]).limit == 80)
    #expect(limit.exceptions.first?.reason == "agreed with the head")
    #expect(scenario.rules[Load.self].governed.setting(person: PersonID("ash-principal")) == [])
    #expect(scenario.rules[HubRule.self].setting.want == .same)
    #expect(scenario.rules[Together.self].setting.first?.members == ["ash", "beech"])
    #expect(scenario.rules[Pin.self].setting.groups.first?.members == ["cedar", "dale", "elm"])
    #expect(scenario.rules[Apart.self].setting.map(\.charge) == [.must, .minutes(15)])
    #expect(scenario.rules[Apart.self].setting.last?.reason == "new heads")
    #expect(scenario.rules[Forbid.self].setting.groups.count == 1)
  }

  @Test(arguments: ["", "# nothing but a comment\n", "trust:\nrules:\noverrides: ~\nterm:\n"])
  func `settings that say nothing`(text: String) throws {
    let found = try FolderUnderTest.faults(["scenario.yaml": text])
    if text.isEmpty {
      #expect(
        found == [
          "scenario.yaml:1:1: the file is empty; write the trust's settings, or remove the file"
        ])
    } else {
      #expect(found.allSatisfy { $0.contains("the trust's name must be a text") })
    }
  }

  @Test func `the review window leaves two weeks at each end of a term`() throws {
    func window(_ ends: String) throws -> DayRange? {
      let yaml = "term: {starts: 2026-09-02, ends: \(ends)}"
      return try FolderUnderTest(["scenario.yaml": yaml]).read().term.dates?.reviews
    }
    #expect(try window("2026-12-18") == (try days("2026-09-16..2026-12-04")))
    #expect(try window("2026-09-30") == (try days("2026-09-16")))
    #expect(try window("2026-09-20") == (try days("2026-09-02..2026-09-20")))
  }

  @Test func `aliases stand for what they name`() throws {
    let scenario = try FolderUnderTest([
      "scenario.yaml": """
      overrides:
        - {school: ash, rule: travel-limit, value: &far {limit: 80, must: true}, reason: &why agreed}
        - {school: elm, rule: travel-limit, value: *far, reason: *why}
      """
    ]).read()
    let exceptions = scenario.rules[TravelLimit.self].governed.exceptions
    #expect(exceptions.map(\.setting.limit) == [80, 80])
    #expect(exceptions.map(\.reason) == ["agreed", "agreed"])
  }

  @Test func `a folder or its schools may not be there`() throws {
    let empty = try FolderUnderTest(schools: nil)
    let missing = #expect(throws: NoSuchFile.self) { try empty.read() }
    #expect(missing?.path == empty.directory.path + "/schools.csv")
    #expect(throws: NoSuchFile.self) {
      try ScenarioReader(folder: empty.directory.path + "/nowhere/").read()
    }
  }

  @Test func `positions show the path as it was given`() throws {
    let folder = try FolderUnderTest(schools: "id\n")
    for given in [folder.directory.path, folder.directory.path + "//"] {
      let error = #expect(throws: Faults.self) { try ScenarioReader(folder: given).read() }
      #expect(error?.faults.first?.position.file == folder.directory.path + "/schools.csv")
    }
  }

  private func days(_ text: String) throws -> DayRange {
    try #require(DayRange(reading: text))
  }
}
