import Testing
import TrefoilModel

/// Networks that break a hard rule on purpose are caught, and for that rule.
@Suite struct NetworkDamageTests {
  /// Five schools ten minutes apart; ash, beech, cedar and dale meet in two groups, at ash and cedar.
  struct Case {
    var rules = RuleBook()
    var venues = ["ash", "beech", "cedar", "elm"]
    var groups = [("ash", ["ash", "beech"]), ("cedar", ["cedar", "dale"])]
    var stated: [NetworkPlan]?
    var past: [PastTurn] = []

    func edited(_ edit: (inout Case) -> Void) -> Case {
      var copy = self
      edit(&copy)
      return copy
    }

    var facts: TrustFacts {
      let ids = ["ash", "beech", "cedar", "dale", "elm"].map { SchoolID($0) }
      var minutes: [TravelTable.Journey: Int] = [:]
      for one in ids {
        for other in ids where one < other {
          minutes[TravelTable.Journey(from: one, to: other)] = 10
        }
      }
      let network = Network(
        id: NetworkID("n"), name: "N", members: Array(ids.dropLast()), groupSize: 2,
        venues: venues.map { SchoolID($0) }, meetings: 3, past: past)
      return TrustFacts(
        Scenario(
          trust: "T", schools: ids.map { School(id: $0, name: $0.rawValue, phase: .primary) },
          travel: TravelTable(minutes: minutes), rules: rules, networks: [network]))
    }

    var plan: NetworkPlan {
      NetworkPlan(
        network: NetworkID("n"),
        groups: groups.map { group in
          NetworkGroup(
            venue: SchoolID(group.0), schools: group.1.map { SchoolID($0) }, costs: nil)
        }, costs: nil)
    }

    var verification: Verification {
      var plan = Plan(
        trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
      plan.networks = stated ?? [self.plan]
      return Verification(of: plan, facts: facts)
    }

    var broken: Set<RuleKey> { Set(verification.violations.map(\.rule)) }
  }

  private let key: Set<RuleKey> = ["networks"]

  @Test func `the plan holds before it is damaged, and without any meeting`() {
    #expect(Case().verification.holds)
    #expect(Case().edited { $0.groups = [] }.verification.holds)
  }

  @Test func `networks, members and venues that are none are caught`() {
    let base = Case()
    #expect(base.edited { $0.groups[0].1.append("elm") }.broken.contains("networks"))
    #expect(base.edited { $0.groups[0].1[1] = "cedar" }.broken == key)
    #expect(base.edited { $0.venues = ["beech", "cedar"] }.broken == key)
    #expect(base.edited { $0.groups[0].0 = "beach" }.broken == key)
    #expect(base.edited { $0.stated = [base.plan, base.plan] }.broken == key)
    var other = base.plan
    other.network = NetworkID("m")
    #expect(base.edited { $0.stated = [base.plan, other] }.broken == key)
  }

  @Test func `a venue hosts one group, and its school is in it, and somebody meets`() {
    let base = Case()
    #expect(base.edited { $0.groups[0].1 = ["beech", "dale"] }.broken.contains("networks"))
    let twice = base.edited {
      $0.groups = [("elm", ["ash", "beech"]), ("elm", ["cedar", "dale"])]
    }
    #expect(twice.broken == key)
    #expect(base.edited { $0.groups = [("ash", ["ash"]), ("elm", [])] }.broken == key)
    #expect(base.edited { $0.groups.removeLast() }.broken == key)
  }

  @Test func `sizes, limits and turns too soon are caught`() {
    let base = Case()
    let uneven = base.edited {
      $0.groups = [("ash", ["ash", "beech", "dale"]), ("cedar", ["cedar"])]
    }
    #expect(uneven.broken == ["network-size"])
    #expect(uneven.edited { $0.rules = $0.rules.with(NetworkSize(nil)) }.broken == [])
    let limit = NetworkLimit(TravelLimit.Setting(limit: 9, charge: .must))
    #expect(base.edited { $0.rules = $0.rules.with(limit) }.broken == ["network-limit"])
    let again = base.edited {
      $0.past = [PastTurn(school: SchoolID("cedar"), termsAgo: 2)]
      $0.rules = $0.rules.with(NetworkRepeat([.must, .must]))
    }
    #expect(again.broken == ["network-repeat"])
  }

  @Test func `every rule about networks is damaged here, or only ever costs`() {
    let rules = RuleBook().rules.filter { $0 is any NetworkRule }
    #expect(
      Set(rules.map { type(of: $0).key }) == [
        "network-size", "network-limit", "network-repeat", "network-travel", "network-absent",
      ])
    // Who comes to no meeting costs; a third group, of somebody who meets already, is none of two.
    #expect(Case().edited { $0.groups[1].1 = ["cedar"] }.broken == [])
    #expect(Case().edited { $0.groups.append(("beech", ["beech"])) }.broken.contains("networks"))
  }

  @Test func `costs come out as by hand`() {
    let made = Case().edited {
      $0.groups = [("ash", ["ash", "beech", "dale"]), ("elm", ["cedar"])]
      $0.past = [PastTurn(school: SchoolID("ash"), termsAgo: 3)]
      $0.rules = $0.rules.with(NetworkSize(.minutes(7)))
        .with(NetworkLimit(TravelLimit.Setting(limit: 5, charge: .minutes(4))))
    }
    let facts = NetworkFacts(made.facts)
    let assessment = NetworkAssessment(
      of: made.plan, network: facts.networks[0], facts: facts)
    // Three journeys of 20 minutes to three meetings.
    #expect(
      assessment.costs == [
        "network-travel": 180, "network-repeat": 30, "network-size": 7, "network-limit": 12,
      ])
    #expect(assessment.costs(ofGroup: 1) == ["network-travel": 60, "network-limit": 4])
    #expect(assessment.longest == 10)
    let less = made.edited { $0.groups = [] }
    #expect(
      NetworkAssessment(of: less.plan, network: facts.networks[0], facts: facts).costs
        == ["network-absent": 80_000])
  }

  @Test func `figures that are stated otherwise differ`() {
    var plan = Case().plan
    plan.costs = ["network-travel": 119]
    plan.longest = 9
    plan.absent = [SchoolID("ash")]
    plan.groups[1].costs = [:]
    let stated = Case().edited { $0.stated = [plan] }
    #expect(
      stated.verification.differences.map(\.figure) == [
        "network n costs: network-travel", "network n group 2 costs: network-travel",
        "network n absent: ash", "network n longest",
      ])
  }
}
