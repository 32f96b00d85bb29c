import Testing
import TrefoilFiles
import TrefoilModel

@Suite struct SweepAxisTests {
  private static let scenario = Scenario(
    trust: "Foxglove",
    schools: ["ash", "beech", "cedar"].map {
      School(
        id: SchoolID($0), name: $0, phase: .primary, place: .geographic(latitude: 53, longitude: -1)
      )
    })

  private func values(_ text: String) throws -> [String] {
    try SweepAxisText.read(text).values.map(\.text)
  }

  @Test func `values stand between commas, and ranges go on by the same step`() throws {
    #expect(try values("rules.travel-limit=30,35..50,90") == ["30", "35", "40", "45", "50", "90"])
    #expect(try values("rules.travel-limit=60,50..30") == ["60", "50", "40", "30"])
    #expect(try values("rules.travel-limit=1..4") == ["1", "2", "3", "4"])
    #expect(try values("rules.repeat=[240, 60],{cost: 5, within: 2},off").count == 3)
  }

  @Test func `each variant has the setting that the file would give`() throws {
    let limit = try SweepAxisText.read("rules.travel-limit=30,{limit: 40, cost: 7}")
    let over = try SweepAxisText.read("rules.long-journey.over=20,25")
    let times = try SweepAxisText.read("rules.long-journey.times=3,4")
    for axis in [limit, over, times] { #expect(axis.faults(against: Self.scenario).isEmpty) }
    let grid = try #require(SweepGrid([limit, over, times]))
    #expect(grid.count == 8)
    #expect(grid.values(of: 5).map(\.text) == ["{limit: 40, cost: 7}", "20", "4"])
    let rules = grid.scenario(of: 5, from: Self.scenario).rules
    #expect(TravelLimit.write(rules[TravelLimit.self].setting).contains("40"))
    #expect(rules[TravelLimit.self].setting.charge == .minutes(7))
    #expect(rules[LongJourney.self].setting == LongJourney.Setting(over: 20, times: 4))
  }

  @Test(arguments: [
    ("rules.travl=1", "did you mean 'travel'?"), ("travel=1", "only rules are varied"),
    ("rules.travel-limit", "there are no values"), ("rules.travel-limit=5,,6", "missing"),
    ("rules.travel-limit=5,4..9", "does not go on"), ("rules.travel-limit=5,5", "twice"),
    ("rules.travel-limit=5,5..9", "does not go on"), ("rules.repeat=[60,1", "this is not YAML"),
    ("rules.travel-limit=-9223372036854775808,5..9", "too large"),
    ("rules.travel-limit=9223372036854775807,-5..9", "too large"),
    ("rules.travel-limit=1..999999999", "too long"), ("rules.travel-limit=", "missing"),
  ])
  func `a text that is none is told with what to do`(text: String, words: String) {
    let faults = #expect(throws: Faults.self) { try SweepAxisText.read(text) }
    #expect(faults?.description.contains("--vary '\(text)'") == true)
    #expect(faults?.description.contains(words) == true)
  }

  @Test func `values that the rule does not take are faults`() throws {
    for text in ["rules.travel-limit=x", "rules.long-journey.ovr=1", "rules.rest=true"] {
      #expect(!(try SweepAxisText.read(text).faults(against: Self.scenario)).isEmpty, "\(text)")
    }
    let change = try SweepAxisText.read("rules.change.school=5")
    #expect(change.faults(against: Self.scenario).count == 1)
  }

  @Test func `too many variants are none`() throws {
    let axis = try SweepAxisText.read("rules.travel-limit=1..1001")
    #expect(SweepGrid([axis, axis]) == nil)
  }

  @Test func `a record is read back from what is left of it`() throws {
    let record = SweepRecord(
      variant: 41, status: .feasible, cost: 120, bound: 100, costs: ["travel": 120], longest: 30,
      repeats: 2, groups: [[["ash", "beech", "cedar"].map { SchoolID($0) }]], note: "not proven")
    let stamp = SweepStamp(
      program: "1", seed: .max, effort: 5, stoppedAfter: 2.5, scenario: "c",
      settings: [["rules.repeat", "[1, 2]"]], chain: "a", record: record)
    let read = try #require(SweepStamp(stamp.bytes, variant: 41))
    #expect(read == stamp)
    #expect(read.stands(for: stamp, limit: 2) && !read.stands(for: stamp, limit: nil))
    var other = stamp
    other.settings = [["rules.repeat", "[1, 3]"]]
    #expect(!read.stands(for: other, limit: 2))
    // What may have been handed over by other variants is not what these would hand over.
    other = stamp
    other.chain = "b"
    #expect(!read.stands(for: other, limit: 2))
    #expect(SweepStamp(Array("{}".utf8), variant: 41) == nil)
  }

  @Test func `the front has what no other beats, and equals`() {
    func record(_ variant: Int, _ travel: Int, _ repeats: Int?, cost: Int? = 1) -> SweepRecord {
      SweepRecord(
        variant: variant, status: cost == nil ? .infeasible : .optimal, cost: cost,
        costs: ["travel": travel], repeats: repeats)
    }
    let records = [
      record(0, 10, 5), record(1, 20, 1), record(2, 20, 2), record(3, 10, 5), record(4, 30, 1),
      record(5, 1, nil, cost: nil), record(6, 15, 3),
    ]
    let front = SweepFront(of: records, by: [.minutes(Travel.key), .repeats])
    #expect(front.variants == [0, 1, 3, 6])
    #expect(SweepFront.Measure(name: "longest") == .longest)
    #expect(SweepFront.Measure(name: "travels") == nil)
  }
}
