import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("coaching.csv")
struct CoachingTableTests {
  private static let people = """
    id,name,school,role
    ann,Ann,ash,deputy
    bob,Bob,beech,deputy
    cat,Cat,cedar,deputy

    """

  private func faults(_ text: String) throws -> [String] {
    try FolderUnderTest.faults(["people.csv": Self.people, "coaching.csv": text])
  }

  @Test func `a table is read, principals whom no row names among its people`() throws {
    let text = """
      Person,Wants,offers,coachees,line manager,choices
      ann,"Maths; early reading",,,bob,bob; ash-principal
      bob,,MATHS,3,,
      ash-principal,,"maths",,,ann

      """
    let scenario = try FolderUnderTest(["people.csv": Self.people, "coaching.csv": text]).read()
    #expect(
      scenario.coaching == [
        CoachingProfile(
          person: PersonID("ann"), wants: ["Maths", "early reading"],
          lineManagers: [PersonID("bob")], choices: [PersonID("bob"), PersonID("ash-principal")]),
        CoachingProfile(person: PersonID("bob"), offers: ["MATHS"], coachees: 3),
        CoachingProfile(
          person: PersonID("ash-principal"), offers: ["maths"], choices: [PersonID("ann")]),
      ])
  }

  @Test func `every fault at once`() throws {
    let found = try faults(
      """
      person,wants,offers,coachees,line-manager,choices
      anne,maths,,,,
      ann,maths;Maths,,2,ann,bob;bob;dale-principal
      bob,,maths,0,cat,
      bob,maths,,,,
      cat,,,,bob,anne
      ,maths,,,,
      dale-principal,;,maths,many,,
      """)
    #expect(
      found == [
        "coaching.csv:2:1: there is no such person, found 'anne'; did you mean 'ann'? write an id from "
          + "people.csv",
        "coaching.csv:3:5: the same topic stands twice, found 'maths;Maths'; write it once",
        "coaching.csv:3:18: a number of coachees without a topic that is offered, found '2'; write the "
          + "topics in 'offers', or clear the cell",
        "coaching.csv:3:20: a person is named in their own row, found 'ann'; name others only",
        "coaching.csv:3:24: the same person stands twice, found 'bob;bob;dale-principal'; write the id "
          + "once",
        "coaching.csv:4:12: the number of coachees is out of range, found '0'; give a number from 1 to "
          + "100",
        "coaching.csv:4:14: by these line managers bob reports to themselves, found 'cat'; take out the "
          + "one who is not above them",
        "coaching.csv:5:1: this person stands here already, in line 4, found 'bob'; keep one of the "
          + "rows; what is wanted and offered stands in one",
        "coaching.csv:6:1: this person asks for nothing and offers nothing, found 'cat'; write topics in "
          + "'wants' or 'offers', or take the row out",
        "coaching.csv:6:12: there is no such person, found 'anne'; did you mean 'ann'? write an id from "
          + "people.csv",
        "coaching.csv:7:1: the person is empty; write the person, or remove the row",
        "coaching.csv:8:16: there is no topic in this list, found ';'; write one, or clear it",
        "coaching.csv:8:24: the number of coachees must be a whole number, found 'many'; give a number "
          + "from 1 to 100",
      ])
  }

  @Test func `who is chosen takes part`() throws {
    let found = try faults("person,wants,choices\nann,maths,cat\n")
    #expect(
      found == [
        "coaching.csv:2:11: this person neither asks for coaching nor offers it, found 'cat'; give them "
          + "a row in coaching.csv, or take them out"
      ])
  }
}
