import Testing
import TrefoilModel

@Suite("Contradictions")
struct ContradictionTests {
  /// Ten primaries a to j with a champion each, of which i takes no part; a and b have one head.
  private func scenario(_ rules: RuleBook, schools count: Int = 10) -> Scenario {
    let ids = Array("abcdefghijkl").prefix(count).map { SchoolID(String($0)) }
    let schools = ids.map { id in
      School(
        id: id, name: id.rawValue.uppercased(), phase: .primary,
        place: .grid(easting: 400_000, northing: 400_000), participates: id.rawValue != "i")
    }
    var people = ids.map { id in
      Person(
        id: PersonID("champion-\(id)"), name: "C", schools: [id], roles: [.champion],
        capacity: 1, conflicts: id.rawValue == "c" ? [SchoolID("d")] : [])
    }
    people.append(
      Person(
        id: PersonID("executive"), name: "E", schools: [SchoolID("a"), SchoolID("b")],
        roles: [.principal]))
    return Scenario(trust: "T", schools: schools, people: people, rules: rules)
  }

  private func at(_ line: Int) -> SourcePosition { SourcePosition(file: "s", line: line) }

  private func wish(_ text: String, _ line: Int, _ charge: Charge = .must) -> Wish {
    Wish(text.map(String.init), charge: charge, position: at(line))
  }

  private func seat(
    _ person: String, _ host: String, _ line: Int, _ duty: Duty = .champion
  ) -> SeatWish {
    SeatWish(
      host: SchoolID(host), person: PersonID("champion-\(person)"), duty: duty, position: at(line))
  }

  private func found(_ rules: RuleBook, schools: Int = 10) -> [String] {
    Faults(Contradictions(in: scenario(rules, schools: schools)).faults).faults
      .map { "\($0.position.line) \($0.problem)" }
  }

  private func pins(_ groups: [Wish], _ seats: [SeatWish] = []) -> RuleBook {
    RuleBook().with(Pin(GroupsAndSeats(groups: groups, seats: seats)))
  }

  @Test func `a scenario without wishes has none`() {
    #expect(found(RuleBook()).isEmpty)
  }

  @Test func `wishes that agree, or only cost, are no contradiction`() {
    let rules = pins([wish("cde", 1), wish("edc", 2)], [seat("f", "c", 3)])
      .with(Together([wish("cd", 4), wish("ab", 5, .minutes(60)), wish("fg", 6)]))
      .with(Apart([wish("cf", 7), wish("fg", 8, .minutes(60)), wish("cd", 9, .minutes(10))]))
      .with(Forbid(GroupsAndSeats(groups: [wish("cdf", 10), wish("cde", 11, .minutes(5))])))
    #expect(found(rules).isEmpty)
  }

  @Test func `together and apart`() {
    let rules = RuleBook().with(Together([wish("cd", 1)])).with(Apart([wish("dcf", 2)]))
    #expect(found(rules) == ["1 together: c and d may not be in one group, by the rule 'apart'"])
  }

  @Test func `together over a third school, and apart`() {
    let rules = RuleBook().with(Together([wish("cd", 1), wish("de", 2)]))
      .with(Apart([wish("ce", 3)]))
    #expect(found(rules) == ["2 together: c and e may not be in one group, by the rule 'apart'"])
  }

  @Test func `a school in two pins`() {
    #expect(
      found(pins([wish("cde", 1), wish("efg", 2)])) == [
        "2 pin: e is pinned to another group already, at line 1"
      ])
  }

  @Test func `a pin that holds an apart pair or splits a together pair`() {
    let rules = pins([wish("cde", 1)]).with(Apart([wish("ce", 2)]))
      .with(Together([wish("df", 3), wish("gh", 4)]))
    #expect(
      found(rules) == [
        "1 pin: c and e may not be in one group, by the rule 'apart'",
        "3 together: a pin, at line 1, has d in a group without f",
      ])
  }

  @Test func `a pin that is forbidden`() {
    let rules = pins([wish("cde", 1)]).with(Forbid(GroupsAndSeats(groups: [wish("ecd", 2)])))
    #expect(found(rules) == ["1 pin: this very group is forbidden"])
  }

  @Test func `sizes of pins that the shape does not have`() {
    // Eight take part: two groups of four by quads, one pair and two triads by pairs.
    #expect(
      found(pins([wish("cdef", 1), wish("gh", 2)]), schools: 9) == [
        "2 pin: a group of 2 too many; 8 schools by 'remainder: quads' make groups 2 of 4"
      ])
    #expect(found(pins([wish("cdeg", 1), wish("afhb", 2)]), schools: 9).count == 1)
    let pairs = RuleBook().with(Remainder(Governed(.pairs)))
      .with(Pin(GroupsAndSeats(groups: [wish("cd", 1), wish("ef", 2), wish("ghca", 3)])))
    let many = found(pairs, schools: 9).filter { $0.contains("too many") }
    #expect(many.map { $0.prefix(1) } == ["2", "3"])
  }

  @Test func `together longer than the largest group, also over several lists`() {
    let problem = "together: 5 schools are to be in one group; the largest has 3"
    #expect(found(RuleBook().with(Together([wish("cdefg", 1)]))) == ["1 \(problem)"])
    #expect(
      found(RuleBook().with(Together([wish("cde", 1), wish("fg", 2), wish("ef", 3)])))
        == ["3 \(problem)"])
  }

  @Test func `schools that take no part`() {
    var away = Rest.standard
    away.mode = .sitsOut
    let rest = Governed(
      Rest.standard,
      exceptions: [.init(subject: .school(SchoolID("h")), setting: away, reason: "r")])
    let rules = pins([wish("cdi", 1)], [seat("c", "i", 2)]).with(Rest(rest))
      .with(Together([wish("gh", 3)]))
    #expect(
      found(rules, schools: 11) == [
        "1 pin: i takes no part this term",
        "2 pin: champion-c as champion at i: the school takes no part this term",
        "3 together: h takes no part this term",
      ])
  }

  @Test func `two schools of one executive principal`() {
    let rules = pins([wish("abc", 1)], []).with(Together([wish("ab", 2)]))
    #expect(
      found(rules, schools: 10).map { $0.prefix(80) } == [
        "1 pin: a and b may not be in one group, by the rule 'executive'",
        "2 together: a and b may not be in one group, by the rule 'executive'",
      ])
  }

  @Test func `seats that the person may not take`() {
    let forbidden = GroupsAndSeats(seats: [seat("e", "f", 9)])
    let rules = pins(
      [], [seat("c", "d", 1), seat("h", "h", 2), seat("e", "f", 3), seat("g", "j", 4)]
    ).with(Forbid(forbidden))
    #expect(
      found(rules) == [
        "1 pin: champion-c as champion at d: the rule 'conflict' does not allow it",
        "2 pin: champion-h as champion at h: it is a school of this person",
        "3 pin: champion-e as champion at f: the rule 'forbid' does not allow it",
      ])
  }

  @Test func `more pinned than there are seats`() {
    let rules = pins(
      [],
      [
        seat("c", "d", 1, .workshopLead), seat("e", "d", 2, .workshopLead), seat("e", "f", 3),
        seat("g", "f", 4), seat("h", "g", 5), seat("a", "h", 6), seat("a", "h", 7, .workshopLead),
      ])
    #expect(
      found(rules) == [
        "1 pin: champion-c as workshop lead at d: the rule 'conflict' does not allow it",
        "2 pin: champion-e as workshop lead at d: champion-c is pinned to the same workshop",
        "3 pin: champion-e as champion at f: this is pinned duty 2 of a person with capacity for 1",
        "4 pin: champion-g as champion at f: the team has 1 seat for champions",
        "7 pin: champion-a as workshop lead at h: the same person is pinned to the review team there",
        "7 pin: champion-a as workshop lead at h: this is pinned duty 2 of a person with capacity "
          + "for 1",
      ])
  }

  @Test func `a workshop where none is asked for`() {
    var none = WorkshopLead.standard
    none.missing = nil
    let rules = pins([], [seat("c", "e", 1, .workshopLead)]).with(WorkshopLead(none))
    #expect(
      found(rules) == [
        "1 pin: champion-c as workshop lead at e: no workshop is asked for there"
      ])
  }

  @Test func `a wish made in code is reported all the same`() {
    let rules = RuleBook().with(Together([Wish(["c", "d"])])).with(Apart([Wish(["c", "d"])]))
    let faults = Contradictions(in: scenario(rules)).faults
    #expect(faults.map(\.position) == [SourcePosition(file: "rules")])
  }
}
