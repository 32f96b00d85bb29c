import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

@testable import TrefoilFiles

/// A trust with something of everything, whose files a test edits as a person would.
struct ChangedTrust {
  var files: [String: String] = [
    "schools.csv": """
    id,name,phase,easting,northing,hub,standing,strengths,needs,size,closed,participates,needs-cover
    ash,Ash,primary,400000,400000,west,giver,maths,,200,,,
    beech,Beech,primary,400000,404000,west,,,maths,210,,,
    cedar,Cedar,primary,402000,402000,west,receiver,,phonics,180,,,
    dale,Dale,primary,404000,400000,east,,phonics,,350,,,
    elm,Elm,secondary,406000,404000,east,,,,900,2026-11-06,,
    fir,Fir,special,408000,400000,east,,send,,96,,,
    gorse,Gorse,primary,409000,404000,east,,,,120,,,

    """,
    "people.csv": """
    id,name,school,role,phases,capacity,unavailable,conflicts,seconded
    ann,Ann,ash,principal,,,,,
    ada,Ada,ash,deputy;champion,,3,,,
    bob,Bob,beech,principal,,,,,
    bea,Bea,beech,champion,primary,4,,cedar,
    cat,Cat,cedar,principal,,,Fri,,
    dan,Dan,dale,principal,,,,,
    dee,Dee,dale,deputy;champion,primary;secondary,4,,,
    eve,Eve,elm,principal,,,,,
    eli,Eli,elm,champion,,4,,,
    fay,Fay,fir,principal;champion,,6,,,
    gus,Gus,gorse,principal,,,,,
    gil,Gil,gorse,assistant,,,,,
    hal,Hal,beech,deputy,,,,,

    """,
    "history.csv": """
    term,group,school
    Summer 2026,1,ash
    Summer 2026,1,beech
    Summer 2026,1,cedar
    Summer 2026,2,elm
    Summer 2026,2,fir
    Summer 2026,rest,gorse

    """,
    "travel.csv": "from,to,minutes\nash,dale,21\ndale,ash,24\nbeech,gorse,33\n",
    "networks.csv": """
    id,name,members,venues
    send,SENCOs,all,ash;fir
    maths,Maths,primary;elm,

    """,
    "advocates.csv": """
    id,name,near,easting,northing,ties,past
    ida,Ida,ash,,,beech,cedar;dale
    jon,Jon,,404000,402000,,

    """,
    "openings.csv": """
    id,school,role,days
    dale-post,dale,assistant,2
    elm-post,elm,deputy,1

    """,
    "candidates.csv": """
    person,days,consent,head-consent,choices
    gil,2,yes,yes,dale-post
    hal,1,yes,yes,elm-post;dale-post

    """,
    "coaching.csv": """
    person,wants,offers,line-manager,choices
    ada,behaviour,,ann,hal
    hal,,behaviour,bob,ada
    gil,behaviour,,gus,

    """,
    "scenario.yaml": """
    trust: Changed Trust
    term:
      name: Autumn 2026
      starts: 2026-09-02
      ends: 2026-12-18
    rules:
      travel-limit: 60
      repeat: [60, 30]
    overrides:
      - {school: beech, rule: travel-limit, value: 80, reason: far}
      - {person: ada, rule: load, value: off, reason: training}
    together:
      - {members: [ash, beech, dale], cost: 15, reason: friends}
    apart:
      - {members: [bea, elm], reason: rivals}
    forbid:
      - [cedar, dale, gorse]

    """,
  ]

  func read() throws -> Scenario {
    var files = files
    let schools = files.removeValue(forKey: "schools.csv")
    return try FolderUnderTest(schools: schools, files).read()
  }

  /// The scenario as a change file leaves it.
  func changed(by changes: String) throws -> Scenario {
    try ChangeFile(of: read()).read(Array("changes:\n\(changes)".utf8), file: "c.yaml").scenario
  }

  /// The faults of a change file, by line and column.
  func faults(of text: String) throws -> [String] {
    do {
      _ = try ChangeFile(of: read()).read(Array(text.utf8), file: "c.yaml")
      return []
    } catch let error as Faults {
      return error.faults.map { $0.description.replacing("c.yaml:", with: "") }
    }
  }

  /// The trust with lines edited by hand: each that is replaced has to be there.
  func edited(_ edits: [Edit]) throws -> ChangedTrust {
    var trust = self
    for edit in edits {
      let text = try #require(trust.files[edit.file])
      try #require(text.contains(edit.old), "\(edit)")
      trust.files[edit.file] = text.replacing(edit.old, with: edit.new)
    }
    return trust
  }

  /// The trust in a term without days.
  var undated: ChangedTrust {
    get throws {
      try edited([Edit("scenario.yaml", "  starts: 2026-09-02\n  ends: 2026-12-18\n")])
    }
  }

  static func plan(_ scenario: Scenario) async throws -> Plan {
    try await TrustPlanner(
      scenario, options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
  }
}

/// A piece of a file that a person replaces.
struct Edit: Sendable {
  let file: String
  let old: String
  let new: String

  init(_ file: String, _ old: String, _ new: String = "") {
    (self.file, self.old, self.new) = (file, old, new)
  }
}
