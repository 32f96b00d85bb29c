import Testing
import TrefoilModel

/// A change to a plan that holds, and what each rule's minutes change by, worked out by hand.
struct CostChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Cost and calendar together; rules that do not change are left out.
  let changes: [RuleKey: Int]
  let prepare: @Sendable (inout SmallTrust) -> Void
  let change: @Sendable (inout Plan, SmallTrust) -> Void

  init(
    _ name: String, _ changes: [RuleKey: Int],
    given prepare: @escaping @Sendable (inout SmallTrust) -> Void = { _ in },
    by change: @escaping @Sendable (inout Plan, SmallTrust) -> Void
  ) {
    testDescription = name
    self.changes = changes
    self.prepare = prepare
    self.change = change
  }

  /// c and d change groups. The journeys of principals rise from 160 to 4 x (10 + 30 + 20) = 240
  /// and from 172 to 4 x (20 + 30 + 10) = 240; the four of champions and workshop leads to the two
  /// fall by 20 each: 80 + 68 - 80. The champions of d and of c are then of the groups that they
  /// visit, a's and f's: two from outside fewer.
  init(
    swapping name: String, _ rule: RuleKey, _ minutes: Int,
    given prepare: @escaping @Sendable (inout SmallTrust) -> Void
  ) {
    self.init(
      name, ["travel": 68, "champion-from-outside": -30, rule: minutes], given: prepare
    ) { plan, trust in plan = trust.swapping("c", "d").plan }
  }

  static let all = ofVisits + ofExceptions + ofGroups + ofChanges + ofReviews + ofDates

  private static let ofVisits: [CostChange] = [
    // To a and back: from g 2 x 60, from e 2 x 40.
    CostChange("a longer journey", ["travel": 40]) { plan, _ in plan.lead("g", at: "a") },
    // On each of two days from g 2 x 60 for 2 x 30 from d.
    CostChange(
      "a longer journey on two days", ["travel": 120],
      given: { $0.traits["a"] = .init(size: 800) },
      by: { plan, _ in plan.seat("g", at: "a") }),
    // Once beyond 50, whether there and back or one way.
    CostChange(
      "a journey beyond the limit", ["travel": 40, "travel-limit": 30],
      given: { $0.set(TravelLimit(.init(limit: 50, charge: .minutes(30)))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // 20 minutes beyond 40, there and back, counted twice more; 40 from e is not beyond.
    CostChange(
      "a long journey", ["travel": 40, "long-journey": 80],
      given: { $0.set(LongJourney(.init(over: 40, times: 3))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    CostChange(
      "a conflict that costs", ["travel": 40, "conflict": 25],
      given: { trust in
        trust.people = [.champion("g", conflict: "a")]
        trust.set(Conflict(.minutes(25)))
      },
      by: { plan, _ in plan.lead("g", at: "a") }),
  ]

  /// 30 for each visit beyond a limit; e to a takes 40, g to a 60.
  private static func limits(
    _ exceptions: [Governed<TravelLimit.Setting>.Exception]
  ) -> TravelLimit {
    TravelLimit(Governed(.init(limit: 50, charge: .minutes(30)), exceptions: exceptions))
  }

  private static let ofExceptions: [CostChange] = [
    // The school travelled from may have one: 60 is allowed from g.
    CostChange(
      "an exception for a school at the other end", ["travel": 40],
      given: { $0.set(limits([.school("g", limit: 60)])) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // At a 39 are allowed, which 40 from e is beyond; g's champion has 60 of her own.
    CostChange(
      "a person's exception before a school's", ["travel": 40, "travel-limit": -30],
      given: { $0.set(limits([.champion("g", limit: 60), .school("a", limit: 39)])) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // At a 39, but from g 60, which stands later.
    CostChange(
      "a later exception before an earlier", ["travel": 40, "travel-limit": -30],
      given: { $0.set(limits([.school("a", limit: 39), .school("g", limit: 60)])) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // From g 60, but at a 39, which stands later; 30 for the one as for the other.
    CostChange(
      "an earlier exception after a later", ["travel": 40],
      given: { $0.set(limits([.school("g", limit: 60), .school("a", limit: 39)])) },
      by: { plan, _ in plan.lead("g", at: "a") }),
  ]

  private static let ofGroups: [CostChange] = [
    // a and d met one and three terms ago, 240 + 60; b and d three terms ago, 60. a and b, who met
    // too, stay together.
    CostChange(
      swapping: "pairs that met", "repeat", 360,
      given: { $0.history = [.met(["ad"], ago: 1), .met(["abd"], ago: 3)] }),
    // a-d, b-d, c-e and c-f.
    CostChange(
      swapping: "four pairs of two hubs", "hub", 120,
      given: { trust in
        trust.makeTwoHubs()
        trust.set(HubRule(.init(want: .same, charge: .minutes(30))))
      }),
    // Back to a, b, c and d, e, f: b and c are 10 apart, and so are d and e, by the shorter way.
    CostChange(
      "two pairs nearer than they should be",
      ["travel": -68, "champion-from-outside": 30, "non-local": 60],
      given: { $0.makeTwoNonLocal(.minutes(30)) },
      by: { plan, trust in plan = trust.swapping("c", "d").plan }),
    CostChange(
      swapping: "a pair linked by two people", "linked-by-secondment", 100,
      given: { trust in
        trust.people = [.deputy("a", seconded: "d"), .deputy("d", seconded: "a")]
        trust.set(LinkedBySecondment(.minutes(100)))
      }),
    // A receiver too many and no giver in the group of a, b, d.
    CostChange(
      swapping: "receivers together, and apart from givers", "standing", 120,
      given: { trust in
        for school in ["a", "d"] { trust.traits[school] = .init(standing: .receiver) }
        for school in ["c", "e"] { trust.traits[school] = .init(standing: .giver) }
        trust.set(StandingRule(.init(receivers: 1, giver: true, charge: .minutes(60))))
      }),
    CostChange(
      swapping: "a pair not apart", "apart", 45,
      given: { $0.set(Apart([.of("ad", .minutes(45))])) }),
    // a-c and b-c.
    CostChange(
      swapping: "two pairs not together", "together", 120,
      given: { $0.set(Together([.of("abc", .minutes(60))])) }),
    CostChange(
      swapping: "a pinned group broken up", "pin", 70,
      given: { $0.set(Pin(.group("abc", .minutes(70)))) }),
    CostChange(
      swapping: "a forbidden group", "forbid", 80,
      given: { $0.set(Forbid(.group("abd", .minutes(80)))) }),
    // c rested two and three terms ago, 120 + 60. Principals 4 x (10 + 60 + 50) for 160; the
    // champion of f goes 2 x 10 to g for 2 x 30 to c; the workshop at g is led from c, 2 x 40, for
    // that at c from g, the same: 320 - 40.
    CostChange(
      "another school rests", ["rest": 180, "travel": 280],
      given: { trust in
        trust.makeOneRest()
        trust.history = [.met([], ago: 2, rested: "c"), .met([], ago: 3, rested: "c")]
      },
      by: { plan, trust in plan = trust.restingC }),
  ]

  private static let ofChanges: [CostChange] = [
    // Six schools lose their group. Eight journeys of principals are new, and the champions and
    // workshop leads of c and d, four, change places.
    CostChange(
      swapping: "groups and duties not as published", "change", 6 * 20 + 12 * 5,
      given: { $0.publish($0, .minutes(20), .minutes(5)) }),
    // Of a, b and g, who no longer takes part, a and b are left and stay together. c was not
    // planned. The published group of d, e and f is broken up.
    CostChange(
      swapping: "two left of a published group stay together", "change", 3 * 20,
      given: { $0.publish($0.swapping("c", "g"), .minutes(20), nil) }),
    // With nobody else left of its group, e has none to keep.
    CostChange(
      "a school left alone of a published group", ["travel": 68, "champion-from-outside": -30],
      given: { trust in
        trust.publish(trust, .must, nil)
        trust.published?.groups = [
          Group(schools: ["e", "g"].map { SchoolID($0) }, reviews: [])
        ]
      },
      by: { plan, trust in plan = trust.swapping("c", "d").plan }),
    CostChange(
      "no published plan", ["travel": 68, "champion-from-outside": -30],
      given: { $0.set(Change(.init(school: .must, person: .must))) },
      by: { plan, trust in plan = trust.swapping("c", "d").plan }),
    // g's champion comes to a for d's, which costs 7 and not 5; losing a seat is free.
    CostChange(
      "a person's exception", ["travel": 60, "change": 7],
      given: { trust in
        trust.publish(trust, .minutes(20), .minutes(5))
        let own = Governed<Change.Setting>.Exception(
          subject: .person(.champion("g")), setting: .init(school: nil, person: .minutes(7)),
          reason: "agreed")
        trust.set(
          Change(
            Governed(.init(school: .minutes(20), person: .minutes(5)), exceptions: [own])))
      },
      by: { plan, _ in plan.seat("g", at: "a") }),
    // Other days are no change.
    CostChange(
      "other days than published", ["spread": -10],
      given: { $0.publish($0, .must, .must) },
      by: { plan, trust in plan = trust.moving("f", to: "10-20", workshop: "10-21") }),
  ]

  private static let ofReviews: [CostChange] = [
    // a has no secondary school beside it any more; c has the champion of a.
    CostChange(
      swapping: "nobody knows the phase", "phase", 60,
      given: { trust in
        for school in ["a", "c"] { trust.traits[school] = .init(phase: .secondary) }
      }),
    // Of three needs one was met, one written twice never is.
    CostChange(
      swapping: "a need that is not met", "need", 30,
      given: { trust in
        trust.traits = [
          "a": .init(needs: ["maths", "music", "Music"]), "c": .init(strengths: ["Maths"]),
        ]
      }),
    // Nobody from d to a, 2 x 30, and from outside.
    CostChange(
      "a champion missing", ["champions": 120, "travel": -60, "champion-from-outside": -15],
      given: { $0.set(Champions(.init(number: 1, missing: .minutes(120)))) },
      by: { plan, _ in plan.change("a") { $0.champions = [] } }),
    // From b to a 2 x 10 for 2 x 30 from d.
    CostChange(
      "a champion from inside", ["champion-from-outside": -15, "travel": -40],
      given: { $0.set(Load([])) },
      by: { plan, _ in plan.seat("b", at: "a") }),
    // Nobody from e to a, 2 x 40.
    CostChange(
      "a workshop without a lead", ["workshop-lead": 120, "travel": -80],
      given: { $0.set(WorkshopLead(.init(from: .otherSchool, missing: .minutes(120)))) },
      by: { plan, _ in plan.change("a") { ($0.workshopLead, $0.workshopDate) = (nil, nil) } }),
    // The second and the third seat, 20 + 60; from d to b 2 x 20 for 2 x 30 from e, from d to c
    // 2 x 10 for 2 x 30 from f.
    // g has had 3 duties, an even share of seven champions is 1; each more costs 2 x 10.
    CostChange(
      "a champion who had more than her share", ["travel": 40, "balance": 20],
      given: { $0.earlier = [.led(by: "g", at: ["a", "b", "c"])] },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // g gave 5 days in the past year and e 1, an even share is 3; each of two more costs 10. What g
    // gave two years ago, and what is of this very term, does not count.
    CostChange(
      "a champion who gave more than her share", ["travel": 40, "fairness": 20],
      given: { trust in
        trust.set(Fairness(10))
        trust.ledger = Ledger([
          .given(by: "g", in: "Summer 2026", days: 5), .given(by: "e", in: "Autumn 2025", days: 1),
          .given(by: "g", in: "Autumn 2024", days: 9), .given(by: "g", in: "Autumn 2026", days: 9),
        ])
      },
      by: { plan, _ in plan.lead("g", at: "a") }),
    CostChange("a champion on three teams", ["load": 80, "travel": -60]) { plan, _ in
      plan.seat("d", at: "b")
      plan.seat("d", at: "c")
    },
    // From e to d and back 16 + 10 for 2 x 30 from a; no longer from outside; a second seat.
    CostChange(
      "another way back", ["travel": -34, "champion-from-outside": -15, "load": 20]
    ) { plan, _ in plan.seat("e", at: "d") },
  ]

  private static let ofDates: [CostChange] = [
    CostChange(
      "a workshop on a Friday", ["weekdays": 10],
      given: { $0.set(Weekdays(.init(avoid: WeekdaySet(.friday), minutes: 10))) },
      by: { plan, _ in plan.workshop(at: "a", on: "10-02") }),
    CostChange(
      "a workshop on a day to avoid", ["weeks": 25],
      given: { trust in
        let days = DaySet([DayRange(.at("10-01"), .at("10-02"))])
        trust.set(Weeks(.init(avoid: days, minutes: 25)))
      },
      by: { plan, _ in plan.workshop(at: "a", on: "10-02") }),
    // One of two in its week moves to a week without any.
    CostChange("a review in a week of its own", ["spread": -10]) { plan, trust in
      plan = trust.moving("f", to: "10-20", workshop: "10-21")
    },
  ]
}

extension LedgerEntry {
  fileprivate static func given(by champion: String, in term: String, days: Int) -> LedgerEntry {
    LedgerEntry(
      published: term, term: term, kind: .champion, person: .champion(champion),
      from: SchoolID(champion), at: SchoolID("a"), days: days, minutes: 10)
  }
}

extension TermPlan {
  /// A term of which nothing is known but who led the workshops of these hosts.
  fileprivate static func led(by champion: String, at hosts: [String]) -> TermPlan {
    let reviews = hosts.map { host in
      Review(
        host: SchoolID(host), reviewers: [], champions: [], lead: .champion(champion),
        workshopLead: .champion(champion))
    }
    return TermPlan(term: "Summer 2026", groups: [Group(schools: [], reviews: reviews)])
  }
}
