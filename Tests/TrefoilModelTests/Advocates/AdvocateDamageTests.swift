import Testing
import TrefoilModel

/// Advocates that break a hard rule on purpose are caught, and for that rule.
@Suite struct AdvocateDamageTests {
  /// Three schools ten minutes apart and two trustees; Ann has ash and beech, Bob has cedar.
  struct Case {
    var ann = Trustee(id: TrusteeID("ann"), name: "Ann", home: .near(SchoolID("ash")))
    var rules = RuleBook()
    var pairs = [("ann", "ash"), ("ann", "beech"), ("bob", "cedar")]
    var advocates: AdvocatePlan?

    func edited(_ edit: (inout Case) -> Void) -> Case {
      var copy = self
      edit(&copy)
      return copy
    }

    var facts: TrustFacts {
      let ids = ["ash", "beech", "cedar"].map { SchoolID($0) }
      var minutes: [TravelTable.Journey: Int] = [:]
      for one in ids {
        for other in ids where one < other {
          minutes[TravelTable.Journey(from: one, to: other)] = 10
        }
      }
      let bob = Trustee(id: TrusteeID("bob"), name: "Bob", home: .near(SchoolID("beech")))
      return TrustFacts(
        Scenario(
          trust: "T", schools: ids.map { School(id: $0, name: $0.rawValue, phase: .primary) },
          travel: TravelTable(minutes: minutes), rules: rules, trustees: [ann, bob]))
    }

    var verification: Verification {
      var plan = Plan(
        trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
      plan.advocates =
        advocates
        ?? AdvocatePlan(
          pairs: pairs.map {
            Advocacy(trustee: TrusteeID($0.0), school: SchoolID($0.1), costs: nil)
          }, costs: nil)
      return Verification(of: plan, facts: facts)
    }

    var broken: Set<RuleKey> { Set(verification.violations.map(\.rule)) }
  }

  private let key: Set<RuleKey> = ["advocates"]

  @Test func `the plan holds before it is damaged`() {
    #expect(Case().verification.holds)
  }

  @Test func `who and what is not known, ties, limits and second advocates are caught`() {
    let base = Case()
    #expect(base.edited { $0.pairs[0].0 = "eve" }.broken == key)
    #expect(base.edited { $0.pairs[0].1 = "elm" }.broken == key)
    #expect(base.edited { $0.pairs.append(("bob", "ash")) }.broken == key)
    let tied = Trustee(
      id: base.ann.id, name: "Ann", home: base.ann.home, ties: [SchoolID("beech")])
    #expect(base.edited { $0.ann = tied }.broken == key)
    let busy = Trustee(id: base.ann.id, name: "Ann", home: base.ann.home, most: 1)
    #expect(base.edited { $0.ann = busy }.broken == key)
  }

  @Test func `numbers that are not balanced, and turns too soon, are caught`() {
    let base = Case()
    #expect(base.edited { $0.pairs[2].0 = "ann" }.broken == ["advocate-balance"])
    let off = base.edited {
      $0.pairs[2].0 = "ann"
      $0.rules = $0.rules.with(AdvocateBalance(nil))
    }
    #expect(off.broken == [])
    let again = Trustee(
      id: base.ann.id, name: "Ann", home: base.ann.home,
      past: [PastTurn(school: SchoolID("beech"), termsAgo: 2)])
    let soon = base.edited {
      $0.ann = again
      $0.rules = $0.rules.with(AdvocateRepeat([.must, .must]))
    }
    #expect(soon.broken == ["advocate-repeat"])
    #expect(soon.edited { $0.rules = $0.rules.with(AdvocateRepeat([.must])) }.broken == [])
  }

  @Test func `every rule about advocates is damaged here, or only ever costs`() {
    let rules = RuleBook().rules.filter { $0 is any AdvocateRule }
    #expect(
      Set(rules.map { type(of: $0).key }) == [
        "advocate-balance", "advocate-repeat", "advocate-travel", "unchampioned",
      ])
    // Schools without an advocate cost, and break nothing.
    #expect(Case().edited { $0.pairs = [] }.broken == [])
    // One pair that stands twice is a second advocate too.
    #expect(Case().edited { $0.pairs.append($0.pairs[0]) }.broken.contains("advocates"))
  }

  @Test func `costs come out as by hand`() {
    let assessment = AdvocateAssessment(
      of: [
        Advocacy(trustee: TrusteeID("ann"), school: SchoolID("ash")),
        Advocacy(trustee: TrusteeID("ann"), school: SchoolID("beech")),
        Advocacy(trustee: TrusteeID("ann"), school: SchoolID("cedar")),
      ],
      facts: AdvocateFacts(
        Case().edited {
          $0.rules = $0.rules.with(AdvocateBalance(.minutes(7))).with(AdvocateTravel(3))
        }.facts))
    // Two journeys of 20 minutes, three times; two schools more than Bob's none and one.
    #expect(assessment.costs == ["advocate-travel": 120, "advocate-balance": 14])
    #expect(assessment.costs(ofPair: 0) == [:])
    #expect(assessment.costs(ofPair: 1) == ["advocate-travel": 60])
  }

  @Test func `figures that are stated otherwise differ`() {
    let stated = Case().edited {
      $0.advocates = AdvocatePlan(
        pairs: [
          Advocacy(
            trustee: TrusteeID("ann"), school: SchoolID("beech"), costs: ["advocate-travel": 19])
        ], unchampioned: [UnchampionedSchool(school: SchoolID("beech"))],
        costs: ["advocate-travel": 20, "unchampioned": 40_000])
    }
    #expect(
      stated.verification.differences.map(\.figure).sorted() == [
        "advocate 1 costs: advocate-travel", "unchampioned: ash", "unchampioned: beech",
        "unchampioned: cedar",
      ])
  }
}
