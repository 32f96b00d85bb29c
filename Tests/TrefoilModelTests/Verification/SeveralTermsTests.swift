import Testing
import TrefoilModel

/// A plan of several terms is verified term by term, each with the ones before it as history.
@Suite struct SeveralTermsTests {
  /// The plan made by hand for autumn, and the same groups and teams again in the terms after it,
  /// without days.
  private static func plan(of names: [String], _ trust: SmallTrust) -> Plan {
    var plan = trust.plan
    for name in names {
      var term = plan.terms[0]
      term.term = name
      for group in term.groups.indices {
        for review in term.groups[group].reviews.indices {
          term.groups[group].reviews[review].dates = []
          term.groups[group].reviews[review].workshopDate = nil
          term.groups[group].reviews[review].dataDue = nil
        }
      }
      plan.terms.append(term)
    }
    return plan
  }

  @Test func `meeting again is priced by the rule for history`() {
    let trust = SmallTrust()
    let one = Verification(of: trust.plan, facts: trust.facts)
    let two = Verification(of: Self.plan(of: ["Spring 2027"], trust), facts: trust.facts)
    #expect(two.holds, "\(two.violations.map(\.sentence))")
    // Six pairs met a term ago; nobody has had more duties than an even share of two.
    #expect(two.cost == (one.cost ?? 0) * 2 + 6 * 240)
    let three = Verification(
      of: Self.plan(of: ["Spring 2027", "Summer 2027"], trust), facts: trust.facts)
    #expect(three.cost == (one.cost ?? 0) * 3 + 2 * 6 * 240 + 6 * 120)
  }

  @Test func `meeting again may be ruled out`() {
    var trust = SmallTrust()
    trust.set(Repeat([.must]))
    let verification = Verification(of: Self.plan(of: ["Spring 2027"], trust), facts: trust.facts)
    #expect(Set(verification.violations.map(\.rule)) == ["repeat"])
  }

  @Test(arguments: [["Autumn 2026"], ["Summer 2027"], ["Summer 2027", "Spring 2027"]])
  func `a term repeated or out of order is a fault`(names: [String]) {
    let trust = SmallTrust()
    let verification = Verification(of: Self.plan(of: names, trust), facts: trust.facts)
    #expect(verification.violations.filter { $0.rule == "groups" }.count == names.count)
  }

  @Test func `figures are told by their term`() {
    let trust = SmallTrust()
    var plan = Self.plan(of: ["Spring 2027"], trust)
    plan.terms[1].costs = ["travel": 1]
    let verification = Verification(of: plan, facts: trust.facts)
    #expect(verification.differences.contains { $0.figure == "Spring 2027: term costs: travel" })
  }

  @Test func `a school that is away in a term is in none of its groups`() {
    let trust = SmallTrust()
    let first = trust.scenario
    let scenario = Scenario(
      trust: first.trust, term: first.term,
      later: [Term(name: "Spring 2027", away: [SchoolID("a")])], schools: first.schools,
      people: first.people, travel: first.travel)
    let verification = Verification(
      of: Self.plan(of: ["Spring 2027"], trust), facts: TrustFacts(scenario))
    #expect(verification.violations.contains { $0.rule == "groups" })
  }
}
