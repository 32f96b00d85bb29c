import Testing
import TrefoilModel

@testable import TrefoilFiles

/// Faults of advocates.csv, each with its place and what to do.
@Suite struct AdvocateFaultTests {
  @Test func `every fault at once`() throws {
    let found = try FolderUnderTest.faults([
      "advocates.csv": """
      id,name,near,easting,northing,schools,ties,past
      ann,Ann,ash,400000,400000,,,
      bob,Bob,,,,-1,ash;beach,
      ann,,elm,,,x,ash;ash,cedar:0;dale:two
      dot,Dot,ahs,,,,,fir;gir:3
      eve,Eve,,400000,,,,
      """
    ])
    #expect(
      found == [
        "advocates.csv:2:9: the trustee has a place and is near a school as well, found 'ash'; "
          + "clear one of the two",
        "advocates.csv:3:1: nothing says where the trustee lives, found 'bob'; write latitude and "
          + "longitude, easting and northing, or in 'near' the id of the closest school",
        "advocates.csv:3:12: the number of schools is below zero, found '-1'; give a number from 0 "
          + "to 1000",
        "advocates.csv:3:15: there is no such school, found 'beach'; did you mean 'beech'? write an "
          + "id from schools.csv",
        "advocates.csv:4:1: this id has another trustee already, in line 2, found 'ann'; give each "
          + "trustee an id of their own",
        "advocates.csv:4:5: the name is empty; write the name, or remove the row",
        "advocates.csv:4:12: the number of schools must be a whole number, found 'x'; give a number "
          + "from 0 to 1000",
        "advocates.csv:4:14: the same school stands twice, found 'ash;ash'; write it once",
        "advocates.csv:4:22: this is no number of terms, found 'cedar:0'; write ash:2 for two terms "
          + "ago, up to 60",
        "advocates.csv:4:22: this is no number of terms, found 'dale:two'; write ash:2 for two terms "
          + "ago, up to 60",
        "advocates.csv:5:9: there is no such school, found 'ahs'; did you mean 'ash'? write an id "
          + "from schools.csv",
        "advocates.csv:5:17: there is no such school, found 'gir'; did you mean 'fir'? write an id "
          + "from schools.csv",
        "advocates.csv:6:17: half a place: the northing is empty; write both, or clear both",
      ])
  }

  @Test func `a school without a place is near or nowhere`() throws {
    let schools = "id,name,phase\nash,Ash,primary\nbeech,Beech,primary\n"
    let travel = "from,to,minutes\nash,beech,12\n"
    #expect(
      try FolderUnderTest.faults(
        schools: schools,
        [
          "travel.csv": travel,
          "advocates.csv": "id,name,latitude,longitude\nann,Ann,53,-1\n",
        ]) == [
          "advocates.csv:2:1: the journey to ash, which has no place, is not known, found 'ann'; "
            + "give the school a place, or write in 'near' the id of the closest school"
        ])
    let scenario = try FolderUnderTest(
      schools: schools,
      ["travel.csv": travel, "advocates.csv": "id,name,near,past\nann,Ann,ash,beech:3;ash\n"]
    ).read()
    #expect(
      scenario.trustees == [
        Trustee(
          id: TrusteeID("ann"), name: "Ann", home: .near(SchoolID("ash")),
          past: [
            PastTurn(school: SchoolID("beech"), termsAgo: 3),
            PastTurn(school: SchoolID("ash"), termsAgo: 2),
          ])
      ])
  }
}
