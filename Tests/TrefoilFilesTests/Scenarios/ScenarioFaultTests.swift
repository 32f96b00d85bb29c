import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Faults of scenario folders")
struct ScenarioFaultTests {
  @Test func `schools`() throws {
    let found = try FolderUnderTest.faults(
      schools: """
        id,name,phase,latitude,longitude,standing,size,closed,participates
        ash,Ash,primry,53,-1,givver,-1,2026-13-01,perhaps
        ash,Ash again,primary,91,-1,,1e3,,
        ,No id,primary,53,-181,,99999999999999999999,,
        b;c,,,53,,,12.5,,
        dale,Dale,special,north,-1,,,,
        elm,Elm,special,,,,100001,,
        """)
    #expect(
      found == [
        "schools.csv:2:9: there is no phase of this name, found 'primry'; did you mean 'primary'? "
          + "write one of nursery, primary, middle, secondary, all-through, special, "
          + "alternative-provision, 16-plus",
        "schools.csv:2:22: there is no standing of this name, found 'givver'; did you mean 'giver'? "
          + "write one of giver, balanced, receiver",
        "schools.csv:2:29: the size is below zero, found '-1'; give a number from 0 to 100000",
        "schools.csv:2:32: this is no day and no run of days, found '2026-13-01'; write 2026-10-26 "
          + "or 2026-10-26..2026-10-30, and ';' between several",
        "schools.csv:2:43: there is no answer of this name, found 'perhaps'; write one of yes, no, "
          + "true, false",
        "schools.csv:3:1: this id has another school already, in line 2, found 'ash'; give each "
          + "school an id of its own",
        "schools.csv:3:23: the latitude is out of range, found '91'; give a number from -90 to 90",
        "schools.csv:3:30: the size must be a whole number, found '1e3'; give a number from 0 to "
          + "100000",
        "schools.csv:4:1: the id is empty; write the id, or remove the row",
        "schools.csv:4:19: the longitude is out of range, found '-181'; give a number from -180 to "
          + "180",
        "schools.csv:4:25: the size is out of range, found '99999999999999999999'; give a number "
          + "from 0 to 100000",
        "schools.csv:5:1: an id cannot contain ';', which separates ids in lists, found 'b;c'; "
          + "rename it",
        "schools.csv:5:5: the name is empty; write the name, or remove the row",
        "schools.csv:5:6: the phase is empty; write the phase, or remove the row",
        "schools.csv:5:10: half a place: the longitude is empty; write both, or clear both",
        "schools.csv:5:12: the size must be a whole number, found '12.5'; give a number from 0 to "
          + "100000",
        "schools.csv:6:19: the latitude must be a number, found 'north'; give a number from -90 to "
          + "90",
        "schools.csv:7:1: the school has no place, and travel.csv does not cover its journeys, to "
          + "ash for one, found 'elm'; give it a place, or add its journeys to travel.csv",
        "schools.csv:7:20: the size is out of range, found '100001'; give a number from 0 to 100000",
      ])
  }

  @Test(arguments: [
    ("id,name\na,A\n", ["1:1: the column 'phase' is missing", "1:1: no columns say where"]),
    (
      "id,name,phaze,easting\na,A,x,1\n",
      ["1:9: there is no column of this name", "1:1: the column 'northing' is missing"]
    ),
    (
      "id,name,phase,lat,lng\na,A,primary,1,1\n",
      ["1:15: there is no column of this name", "1:19: there is no column of this name"]
    ),
    (
      "id,name,phase,easting,northing,strenghts\na,A,primary,1,1,x\n",
      ["1:32: there is no column of this name, found 'strenghts'; did you mean 'strengths'?"]
    ),
    (
      "id,name,phase,easting,northing\na,A,primary,700001,-1\n",
      ["2:13: the easting", "2:20: the n"]
    ),
    ("id,name,phase,easting,northing\na,A,primary,0,0\n", ["2:13: the place is not known"]),
    ("", ["1:1: the file is empty"]), ("\u{FEFF}", ["1:1: the file is empty"]),
    ("id,name,phase,easting,northing\n", ["1:1: there is no row below the header"]),
  ])
  func `headers and places of schools`(text: String, wanted: [String]) throws {
    let found = try FolderUnderTest.faults(schools: text)
    #expect(found.count == wanted.count, "\(found)")
    for beginning in wanted {
      #expect(found.contains { $0.hasPrefix("schools.csv:" + beginning) }, "\(beginning): \(found)")
    }
  }

  @Test func `two places of one school must agree`() throws {
    let header = "id,name,phase,easting,northing,latitude,longitude\n"
    // The summit of Helvellyn.
    let right = "a,A,primary,334155,515160,54.52708,-3.01825\n"
    let wrong = "b,B,primary,334155,515160,54.6,-3.01825\n"
    let found = try FolderUnderTest.faults(schools: header + right + wrong)
    #expect(
      found == [
        "schools.csv:3:13: the grid reference and the latitude and longitude are two places, 9 km "
          + "apart, found '334155'; clear the one that is wrong"
      ])
  }

  @Test func `a journey that neither table nor places give is a fault once a school`() throws {
    let schools = "id,name,phase\na,A,primary\nb,B,primary\nc,C,primary\nd,D,primary\n"
    let travel = "from,to,minutes\na,b,1\nb,c,1\nc,a,1\nd,a,1\n"
    let found = try FolderUnderTest.faults(schools: schools, ["travel.csv": travel])
    #expect(
      found.map { $0.prefix(16) } == ["schools.csv:3:1:", "schools.csv:4:1:", "schools.csv:5:1:"])
  }

  @Test func `people`() throws {
    let found = try FolderUnderTest.faults([
      "people.csv": """
      id,name,school,role,phases,capacity,unavailable,conflicts,seconded
      kim,Kim,ahs,hed,secondry,-1,Mondy,beach,
      kim,,ash;ash,,,1001,2026-10-09..2026-10-05,,ash
      ,Nobody,beech;cedar;dale,principal,,x,,,
      lee,Lee,beech;cedar;dale,principal,,,,,
      mo,Mo,beech,head,,,,,
      ash-principal,A,elm,champion,,,,,
      """
    ])
    #expect(
      found.map { $0.split(separator: "; ")[0] } == [
        "people.csv:2:9: there is no such school, found 'ahs'",
        "people.csv:2:13: there is no role of this name, found 'hed'",
        "people.csv:2:17: there is no phase of this name, found 'secondry'",
        "people.csv:2:26: the capacity is below zero, found '-1'",
        "people.csv:2:29: this is no day, no run of days and no weekday, found 'Mondy'",
        "people.csv:2:35: there is no such school, found 'beach'",
        "people.csv:3:1: this id has another person already, in line 2, found 'kim'",
        "people.csv:3:5: the name is empty",
        "people.csv:3:6: the same school stands twice, found 'ash;ash'",
        "people.csv:3:14: the role is empty",
        "people.csv:3:16: the capacity is out of range, found '1001'",
        "people.csv:3:21: this is no day, no run of days and no weekday, found "
          + "'2026-10-09..2026-10-05'",
        "people.csv:3:45: nobody is seconded to a school of their own, found 'ash'",
        "people.csv:4:1: the id is empty",
        "people.csv:4:37: the capacity must be a whole number, found 'x'",
        "people.csv:5:9: a principal heads 3 schools, found 'beech;cedar;dale'",
        "people.csv:6:7: beech has a principal already, lee in line 5, found 'beech'",
        "people.csv:7:1: this id is taken by the principal of ash, whom no row names, found "
          + "'ash-principal'",
      ])
  }

  @Test func `travel`() throws {
    let found = try FolderUnderTest.faults([
      "travel.csv": """
      from,to,minutes
      ash,elm,1441
      ash,elm,5
      elm,ash,-1
      ash,ash,3
      ash,ash,0
      ash,oak,2.5
      """
    ])
    #expect(
      found.map { $0.split(separator: "; ")[0] } == [
        "travel.csv:2:9: the time in minutes is out of range, found '1441'",
        "travel.csv:3:1: this journey stands in line 2 already, found 'ash to elm'",
        "travel.csv:4:9: the time in minutes is below zero, found '-1'",
        "travel.csv:5:9: a school is no journey away from itself, found '3'",
        "travel.csv:6:1: this journey stands in line 5 already, found 'ash to ash'",
        "travel.csv:7:5: there is no such school, found 'oak'",
        "travel.csv:7:9: the time in minutes must be a whole number, found '2.5'",
      ])
  }

  @Test func `dates outside a term that has dates`() throws {
    let schools = """
      id,name,phase,easting,northing,closed
      ash,Ash,primary,400000,400000,2026-08-31;2026-08-01..2026-09-02
      elm,Elm,primary,400000,400000,2026-12-19
      """
    let people = "id,name,school,role,unavailable\nkim,Kim,ash,head,2027-01-05;Mon;2026-12-18\n"
    let term = "term: {starts: 2026-09-02, ends: 2026-12-18, closed: [2026-08-31, 2026-10-26]}"
    let files = ["people.csv": people, "scenario.yaml": term]
    #expect(
      try FolderUnderTest.faults(schools: schools, files) == [
        "people.csv:2:18: a date outside the term, found '2027-01-05'; the term runs from "
          + "2026-09-02 to 2026-12-18; correct the date or take it out",
        "scenario.yaml:1:55: a date outside the term, found '2026-08-31'; the term runs from "
          + "2026-09-02 to 2026-12-18; correct the date or take it out",
        "schools.csv:2:31: a date outside the term, found '2026-08-31'; the term runs from "
          + "2026-09-02 to 2026-12-18; correct the date or take it out",
        "schools.csv:3:31: a date outside the term, found '2026-12-19'; the term runs from "
          + "2026-09-02 to 2026-12-18; correct the date or take it out",
      ])
    #expect(try FolderUnderTest.faults(schools: schools, ["people.csv": people]).isEmpty)
  }

  @Test func `a file that cannot be read, is no text or belongs to another program`() throws {
    let folder = try FolderUnderTest([
      "people.csv": "PK\u{3}\u{4}", "history.csv": "a;b;c\n1;2;3\n",
      "scenario.yaml": "trust: a\u{0}b",
    ])
    try folder.directory.makeFolder("travel.csv")
    #expect(
      try folder.faults() == [
        "history.csv:1:1: the cells are separated by semicolons, found 'a;b;c'; save the file with "
          + "commas between the cells",
        "people.csv:1:1: the file is a workbook, not text; save it from the spreadsheet program as "
          + "'CSV UTF-8'",
        "scenario.yaml:1:9: the file is not UTF-8 text, found 'byte 0x00'; save it as plain text in "
          + "UTF-8",
        "travel.csv:1:1: this is a folder, not a file; name a file",
      ])
  }

  @Test func `schools that cannot be read do not make every other file faulty`() throws {
    let found = try FolderUnderTest.faults(
      schools: "",
      [
        "people.csv": "id,name,school,role\nkim,Kim,ash,head\n",
        "scenario.yaml":
          "overrides: [{school: ash, rule: travel-limit, value: 1, reason: r}]\npins: [[a, b]]",
      ])
    #expect(found.count == 1)
  }
}
