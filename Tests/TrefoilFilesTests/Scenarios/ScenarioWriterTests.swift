import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Writing a scenario folder")
struct ScenarioWriterTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a scenario reads back as it was written`(seed: UInt64) throws {
    var random = HardScenario(seed: seed)
    let scenario = try random.make()
    let directory = try ScratchDirectory()
    try ScenarioWriter(scenario).write(to: directory.path)
    do {
      let again = try ScenarioReader(folder: directory.path).read()
      #expect(SameScenario.differences(scenario, again) == [], "seed \(seed)")
      #expect(
        ScenarioWriter(again).files.map(\.bytes) == ScenarioWriter(scenario).files.map(\.bytes),
        "seed \(seed)")
    } catch {
      Issue.record("seed \(seed): \(error)")
    }
  }

  @Test func `a scenario of places alone is one short table and a name`() throws {
    let scenario = SamplePlan.scenario
    let texts = ScenarioWriter(scenario).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      texts == [
        """
        id,name,phase,easting,northing
        ash,ASH,primary,400000,400000
        beech,BEECH,primary,410000,400000
        cedar,CEDAR,primary,420000,400000

        """,
        """
        trust: "Trust \\"A\\" für alle"
        term:
          name: This term

        """,
      ])
  }

  @Test func `a must granted from a rule that costs stays one`() throws {
    let yaml = """
      rules:
        champions: {number: 1, cost: 120}
        travel-limit: {limit: 60, cost: 30}
      overrides:
        - {school: ash, rule: champions, value: {must: true}, reason: r}
        - {school: ash, rule: travel-limit, value: {must: true}, reason: r}
      """
    let scenario = try FolderUnderTest(["scenario.yaml": yaml]).read()
    let directory = try ScratchDirectory()
    try ScenarioWriter(scenario).write(to: directory.path)
    let again = try ScenarioReader(folder: directory.path).read().rules
    #expect(again[Champions.self].governed.exceptions.map(\.setting.missing) == [.must])
    #expect(again[TravelLimit.self].governed.exceptions.map(\.setting.charge) == [.must])
  }

  @Test func `a file of another scenario is not left to be read with this one`() throws {
    let directory = try ScratchDirectory()
    try directory.put("id,name,school,role\n", at: "people.csv")
    let error = #expect(throws: CannotWrite.self) {
      try ScenarioWriter(SamplePlan.scenario).write(to: directory.path)
    }
    #expect(error?.path == directory.path + "/people.csv")
    #expect(directory.names == ["people.csv"])
  }
}
