import Testing
import TrefoilModel

/// The names of the terms that follow.
@Suite struct TermNameTests {
  @Test(
    arguments: [
      ("Autumn 2026", 1, "Spring 2027"), ("Autumn 2026", 2, "Summer 2027"),
      ("Autumn 2026", 7, "Spring 2029"), ("Summer 2026", 1, "Autumn 2026"),
      ("2026 autumn", 1, "2027 spring"), ("AUTUMN TERM 2026", 1, "SPRING TERM 2027"),
      ("Autumn 2026/27", 1, "Spring 2026/27"), ("Summer 2026/27", 1, "Autumn 2027/28"),
      ("Spring 2098/2099", 2, "Autumn 2099/2100"), ("Summer 2098/99", 1, "Autumn 2099/00"),
      ("Term 2", 1, "Term 3"), ("7", 3, "10"), ("This term", 1, "This term + 1"),
      ("Cycle of 2026", 2, "Cycle of 2026 + 2"), ("Autumn 2026", 0, "Autumn 2026"),
    ])
  func `names follow`(name: String, steps: Int, following: String) {
    #expect(TermName.name(of: steps, after: name) == following)
  }

  @Test func `what follows by name comes later by name`() {
    for name in ["Autumn 2026", "Spring 2026/27", "summer term 2030"] {
      for steps in 1...9 {
        let later = TermName(TermName.name(of: steps, after: name))
        #expect(later?.ordinal == TermName(name).map { $0.ordinal + steps })
      }
    }
  }

  @Test func `a term of a plan has what came before it as history`() {
    let past = History.PastTerm(
      name: "Summer 2026", termsAgo: 1, groups: [[SchoolID("a"), SchoolID("b")]], rested: [])
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"),
      later: [Term(name: "Summer 2027", away: [SchoolID("c")])], schools: [],
      history: History(terms: [past]))
    let plan = TermPlan(
      term: "Autumn 2026",
      groups: [Group(schools: [SchoolID("a"), SchoolID("c")], reviews: [])],
      resting: [SchoolID("d")])
    let second = scenario.scenario(ofTerm: 1, after: [plan])
    #expect(scenario.horizon == 2)
    #expect(second.term.away == [SchoolID("c")])
    // Summer is two terms after autumn.
    #expect(second.history.terms.map(\.termsAgo) == [2, 3])
    #expect(second.history.terms[0].rested == [SchoolID("d")])
    #expect(scenario.term(at: 2).name == "Autumn 2027")
  }
}
