import Testing
import TrefoilModel

/// Who covers whom where one person comes to two openings of a school that needs cover.
@Suite struct CoverPairingTests {
  private typealias Case = SecondmentDamageTests.Case

  /// Ann of beech comes to ash on three days and on two; Dan goes from ash on two days, Eve on three.
  private static var double: Case {
    var made = Case()
    made.schools = [
      "ash": Release(needsCover: true), "beech": Release(), "cedar": Release(), "elm": Release(),
    ]
    made.people = [
      Case.person("ann", of: "beech"), Case.person("dan", of: "ash"), Case.person("eve", of: "ash"),
    ]
    made.openings = [("three", "ash", 3), ("two", "ash", 2), ("c", "cedar", 3), ("e", "elm", 3)].map
    {
      Opening(id: OpeningID($0.0), school: SchoolID($0.1), role: .deputy, days: $0.2)
    }
    made.candidates = ["ann", "dan", "eve"].map { Candidate(person: PersonID($0), days: 5) }
    made.secondments = [
      Case.goes("ann", "three", from: "beech", to: "ash", days: 3),
      Case.goes("ann", "two", from: "beech", to: "ash", days: 2),
      Case.goes("dan", "c", from: "ash", to: "cedar", days: 2, coveredBy: "ann"),
      Case.goes("eve", "e", from: "ash", to: "elm", days: 3, coveredBy: "ann"),
    ]
    return made
  }

  @Test func `the order in which secondments stand does not matter`() {
    let double = Self.double
    #expect(double.broken == [])
    #expect(double.edited { $0.secondments.swapAt(0, 1) }.broken == [])
    #expect(double.edited { $0.secondments.swapAt(2, 3) }.broken == [])
    #expect(double.edited { $0.secondments.reverse() }.broken == [])
    // Two days do not stand in for three, and one secondment does not cover two.
    #expect(double.edited { $0.secondments[2].days = 3 }.broken == ["needs-cover"])
    #expect(double.edited { $0.secondments.remove(at: 1) }.broken == ["needs-cover"])
  }

  @Test func `chains are paired so that none is too long, if that can be`() {
    // Behind Ann's two openings stand two moves and one; behind Dan hangs Zed.
    var made = Self.double
    for (school, person) in [("fir", "bob"), ("gorse", "cat"), ("hazel", "kit"), ("cedar", "zed")] {
      made.schools[school] = Release(needsCover: ["hazel", "cedar"].contains(school))
      made.people.append(Case.person(person, of: school))
      made.candidates.append(Candidate(person: PersonID(person), days: 5))
    }
    made.schools["beech"] = Release(needsCover: true)
    for (id, school) in [("b1", "beech"), ("b2", "beech"), ("h", "hazel"), ("z", "elm")] {
      made.openings.append(
        Opening(id: OpeningID(id), school: SchoolID(school), role: .deputy, days: 2))
    }
    made.secondments = [
      Case.goes("bob", "b1", from: "fir", to: "beech"),
      Case.goes("cat", "h", from: "gorse", to: "hazel"),
      Case.goes("kit", "b2", from: "hazel", to: "beech", coveredBy: "cat"),
      Case.goes("ann", "three", from: "beech", to: "ash", coveredBy: "kit"),
      Case.goes("ann", "two", from: "beech", to: "ash", coveredBy: "bob"),
      Case.goes("dan", "c", from: "ash", to: "cedar", coveredBy: "ann"),
      Case.goes("eve", "e", from: "ash", to: "elm", coveredBy: "ann"),
      Case.goes("zed", "z", from: "cedar", to: "elm", coveredBy: "dan"),
    ]
    #expect(made.broken == [])
    #expect(made.edited { $0.secondments.swapAt(3, 4) }.broken == [])
    let short = NeedsCover(NeedsCover.Setting(longestCycle: 3, longestChain: 3))
    #expect(made.edited { $0.rules = $0.rules.with(short) }.broken == ["needs-cover"])
  }
}
