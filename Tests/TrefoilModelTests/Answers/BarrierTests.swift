import TestSupport
import Testing
import TrefoilModel

/// What forbids outright is what is asked, and nothing that the rest of the trust does.
@Suite struct BarrierTests {
  private static let ids = ["a", "b", "c", "d", "e", "f"]

  private static func scenario(_ rules: RuleBook) -> Scenario {
    let schools = ids.enumerated().map { index, id in
      School(
        id: SchoolID(id), name: id.uppercased(), phase: .primary,
        place: .grid(easting: 400_000 + 1_000 * Double(index), northing: 400_000))
    }
    let kim = Person(
      id: PersonID("kim"), name: "Kim", schools: [SchoolID("f")], roles: [.champion])
    return Scenario(
      trust: "T", schools: schools, people: [kim], rules: rules,
      published: Plan.visitingAll(in: [["a", "b", "c"], ["d", "e", "f"]]).terms[0])
  }

  @Test func `a published plan that must not change forbids the visits that are asked alone`() {
    let both = Change.Setting(school: .must, person: .must)
    let facts = TrustFacts(Self.scenario(RuleBook().with(Change(both))))
    let seat = ReviewQuestion.seat(PersonID("kim"), .champion, host: SchoolID("a")).barriers(
      in: facts)
    #expect(seat.map(\.rule) == [Change.key])
    #expect(seat.map(\.sentence) == ["Kim is champion at A, unlike in the published plan"])
    let two = ReviewQuestion.together(SchoolID("a"), SchoolID("d")).barriers(in: facts)
    #expect(
      two.map(\.sentence) == [
        "Principal of D is reviewer at A, unlike in the published plan",
        "Principal of A is reviewer at D, unlike in the published plan",
      ])
    let kept = ReviewQuestion.together(SchoolID("a"), SchoolID("b")).barriers(in: facts)
    #expect(kept.isEmpty)
  }

  @Test func `a pair of two that may not be one group may be in one of three`() {
    let wish = Wish(["a", "b"])
    let seat = SeatWish(host: SchoolID("a"), person: PersonID("b-principal"), duty: .reviewer)
    let facts = TrustFacts(
      Self.scenario(RuleBook().with(Forbid(GroupsAndSeats(groups: [wish], seats: [seat])))))
    let found = ReviewQuestion.together(SchoolID("a"), SchoolID("b")).barriers(in: facts)
    #expect(found.map(\.sentence) == ["Principal of B should not be reviewer at A"])
  }

  @Test func `two that are to be kept apart are, and not two others`() {
    let facts = TrustFacts(
      Self.scenario(RuleBook().with(Apart([Wish(["a", "d"]), Wish(["b", "c"])]))))
    let found = ReviewQuestion.together(SchoolID("a"), SchoolID("d")).barriers(in: facts)
    #expect(found.map(\.sentence) == ["A and D should be kept apart"])
    #expect(ReviewQuestion.together(SchoolID("a"), SchoolID("b")).barriers(in: facts).isEmpty)
  }
}
