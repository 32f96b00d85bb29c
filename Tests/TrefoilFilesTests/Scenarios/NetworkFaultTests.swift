import Testing
import TrefoilModel

@testable import TrefoilFiles

/// What networks.csv says, and its faults, each with its place and what to do.
@Suite struct NetworkFaultTests {
  @Test func `every fault at once`() throws {
    let found = try FolderUnderTest.faults([
      "networks.csv": """
      id,name,members,group-size,venues,meetings,past-venues,aim
      a,A,ash;beach;ash,1,elm,0,cedar;dale:x,totle
      a,,nursery,x,;,101,,
      b,B,,,,,,
      """
    ])
    #expect(
      found == [
        "networks.csv:2:5: the same school stands twice, found 'ash'; write it once",
        "networks.csv:2:5: there is no such school, found 'beach'; did you mean 'beech'? write an id "
          + "from schools.csv",
        "networks.csv:2:19: the size of a group is out of range, found '1'; give a number from 2 to "
          + "1000",
        "networks.csv:2:25: the number of meetings is out of range, found '0'; give a number from 1 "
          + "to 100",
        "networks.csv:2:27: this is no number of terms, found 'dale:x'; write ash:2 for two terms "
          + "ago, up to 60",
        "networks.csv:2:40: there is no aim of this name, found 'totle'; write one of total, "
          + "worst",
        "networks.csv:3:1: this id has another network already, in line 2, found 'a'; give each "
          + "network an id of its own",
        "networks.csv:3:3: the name is empty; write the name, or remove the row",
        "networks.csv:3:4: no school is of this phase, found 'nursery'; take it out, or write ids "
          + "from schools.csv",
        "networks.csv:3:12: the size of a group must be a whole number, found 'x'; give a number "
          + "from 2 to 1000",
        "networks.csv:3:14: no school is named, found ';'; write ids, a phase, or all",
        "networks.csv:3:16: the number of meetings is out of range, found '101'; give a number from "
          + "1 to 100",
        "networks.csv:4:5: the members is empty; write the members, or remove the row",
      ])
  }

  @Test func `words stand for schools, in the order of the list`() throws {
    let scenario = try FolderUnderTest([
      "networks.csv": """
      id,name,members,group-size,venues,past-venues,aim
      a,A,fir;Primary,3,all,elm:1;ash:1;beech,Worst
      """
    ]).read()
    let ids = { (text: String) in text.split(separator: " ").map { SchoolID($0) } }
    #expect(
      scenario.networks == [
        Network(
          id: NetworkID("a"), name: "A", members: ids("fir ash beech cedar dale"), groupSize: 3,
          venues: ids("ash beech cedar dale elm fir"),
          past: [
            PastTurn(school: SchoolID("elm"), termsAgo: 1),
            PastTurn(school: SchoolID("ash"), termsAgo: 1),
            PastTurn(school: SchoolID("beech"), termsAgo: 3),
          ], aim: .worst, intake: [.school(SchoolID("fir")), .phase(.primary)],
          venueIntake: [.all])
      ])
    #expect(scenario.networks[0].groupCount == 2)
  }
}
