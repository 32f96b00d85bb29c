import Testing
import TrefoilModel

/// What counts as a move between a published plan and another.
@Suite struct VisitMovesTests {
  private let monday = CalendarDay(number: 20_000)

  private func plan(_ review: Review) -> TermPlan {
    TermPlan(
      term: "Autumn",
      groups: [Group(schools: ["ash", "elm", "oak"].map { SchoolID($0) }, reviews: [review])])
  }

  private func review(
    _ champions: [String], on day: CalendarDay,
    workshop: CalendarDay? = nil
  ) -> Review {
    Review(
      host: SchoolID("ash"), reviewers: ["eve", "ola"].map { PersonID($0) },
      champions: champions.map { PersonID($0) }, lead: PersonID("eve"),
      workshopLead: PersonID("kim"), dates: [day], workshopDate: workshop ?? monday + 7)
  }

  @Test func `the same plan has no moves`() {
    let old = plan(review(["sam"], on: monday))
    let moves = VisitMoves(from: old, to: old)
    #expect(moves.moves.isEmpty && moves.hosts.isEmpty)
  }

  @Test func `one person in place of another is one move of two people`() {
    let moves = VisitMoves(
      from: plan(review(["sam"], on: monday)), to: plan(review(["lee"], on: monday)))
    #expect(moves.moves.count == 1 && moves.hosts.isEmpty)
    #expect(moves.moves.first?.people.map(\.rawValue) == ["sam", "lee"])
  }

  @Test func `a review on another day moves everyone on its team and its host`() {
    let moves = VisitMoves(
      from: plan(review(["sam"], on: monday)), to: plan(review(["sam"], on: monday + 1)))
    #expect(moves.moves.map(\.duty) == [.reviewer, .reviewer, .champion])
    #expect(moves.hosts == [SchoolID("ash")])
  }

  @Test func `somebody who keeps a seat on another day is paired with themselves`() {
    let moves = VisitMoves(
      from: plan(review(["sam", "lee"], on: monday)),
      to: plan(review(["lee", "max"], on: monday + 1)))
    let champions = moves.moves.filter { $0.duty == .champion }
    #expect(champions.map(\.before?.person.rawValue) == ["lee", "sam"])
    #expect(champions.map(\.after?.person.rawValue) == ["lee", "max"])
  }

  @Test func `a seat left empty, a new one, and a school without a review`() {
    let old = plan(review(["sam"], on: monday))
    let empty = VisitMoves(from: old, to: plan(review([], on: monday)))
    #expect(empty.moves.map(\.after) == [nil])
    let none = VisitMoves(from: old, to: TermPlan(term: "Autumn", groups: []))
    #expect(none.moves.count == 4 && none.moves.allSatisfy { $0.after == nil })
    #expect(none.hosts == [SchoolID("ash")])
    let new = VisitMoves(from: TermPlan(term: "Autumn", groups: []), to: old)
    #expect(new.moves.count == 4 && new.moves.allSatisfy { $0.before == nil })
  }
}
