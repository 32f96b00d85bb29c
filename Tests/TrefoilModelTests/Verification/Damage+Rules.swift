import TrefoilModel

extension Damage {
  /// Damage to what the rules say of groups, teams and people.
  static let rules = ofGroups + ofPairs + ofReviews + ofVisits + ofPeople

  private static let ofGroups: [Damage] = [
    Damage("one triad too few", ["remainder"]) { plan, _ in
      plan.terms[0].groups.removeLast()
      plan.terms[0].resting = ["d", "e", "f"].map { SchoolID($0) }
    },
    Damage(
      swapping: "two receivers in one group", ["standing"],
      given: { trust in
        for school in ["a", "d"] { trust.traits[school] = .init(standing: .receiver) }
        trust.set(StandingRule(.init(receivers: 1, giver: false, charge: .must)))
      }),
    Damage(
      swapping: "no giver in a group", ["standing"],
      given: { trust in
        for school in ["c", "e"] { trust.traits[school] = .init(standing: .giver) }
        trust.set(StandingRule(.init(receivers: nil, giver: true, charge: .must)))
      }),
    Damage(swapping: "schools not apart", ["apart"], given: { $0.set(Apart([.of("ad")])) }),
    Damage(
      swapping: "schools not together", ["together"], given: { $0.set(Together([.of("ac")])) }),
    Damage(swapping: "a pinned group", ["pin"], given: { $0.set(Pin(.group("cab"))) }),
    Damage(swapping: "a forbidden group", ["forbid"], given: { $0.set(Forbid(.group("dba"))) }),
    Damage(
      swapping: "a published group broken up", ["change"],
      given: { $0.publish($0, .must, nil) }),
    // Of a, b and g, who no longer takes part, a and b are left.
    Damage(
      "two who are left of a published group apart", ["change"],
      given: { trust in
        trust.publish(trust.swapping("c", "g"), .minutes(5), nil)
        trust.set(
          Change(
            .except(
              "b", .init(school: .must, person: nil),
              base: .init(school: .minutes(5), person: nil))))
      },
      by: { plan, trust in
        plan = trust.swapping("b", "d").plan
        plan.lead("c", at: "b")
      }),
    Damage(
      "a school rests again", ["rest"],
      given: { trust in
        trust.makeOneRest()
        trust.history = [.met([], ago: 1, rested: "c")]
      },
      by: { plan, trust in plan = trust.restingC }),
    Damage(
      "a school rests that never should", ["rest"],
      given: { trust in
        trust.makeOneRest()
        trust.set(
          Rest(.except("c", .init(again: [], mode: .neverRests), base: Rest.standard)))
      },
      by: { plan, trust in plan = trust.restingC }),
  ]

  private static let ofPairs: [Damage] = [
    Damage(
      swapping: "a pair that met", ["repeat"],
      given: { trust in
        trust.history = [.met(["ad"], ago: 2)]
        trust.set(Repeat([.minutes(10), .must]))
      }),
    Damage(
      swapping: "a pair of two hubs", ["hub"],
      given: { trust in
        trust.makeTwoHubs()
        trust.set(HubRule(.init(want: .same, charge: .must)))
      }),
    Damage(
      swapping: "a pair of one hub", ["hub"],
      given: { trust in
        for school in ["a", "d"] { trust.traits[school] = .init(hub: "west") }
        trust.set(HubRule(.init(want: .different, charge: .must)))
      }),
    Damage(
      "a pair of neighbours", ["non-local"],
      given: { $0.makeTwoNonLocal(.must) },
      by: { plan, trust in plan = trust.swapping("c", "d").plan }),
    Damage(
      swapping: "two schools of one principal in one group", ["executive", "teams", "dates"],
      given: { $0.makeOneHeadTwo() }),
    Damage(
      swapping: "schools linked by a secondment", ["linked-by-secondment"],
      given: { $0.people = [.deputy("a", seconded: "d")] }),
  ]

  private static let ofReviews: [Damage] = [
    Damage(
      swapping: "nobody knows the phase", ["phase"],
      given: { trust in
        for school in ["a", "c"] { trust.traits[school] = .init(phase: .secondary) }
        trust.set(PhaseRule(.init(want: .oneKnows, charge: .must)))
      }),
    Damage(
      "somebody does not know the phase", ["phase"],
      given: { trust in
        trust.traits["g"] = .init(phase: .special)
        trust.set(PhaseRule(.init(want: .allKnow, charge: .must)))
      },
      by: { plan, _ in plan.seat("g", at: "a") }),
    Damage(
      "nobody knows another phase", ["phase"],
      given: { trust in
        trust.people = SmallTrust.letters.map {
          .champion($0, phases: $0 == "g" ? .primary : [.primary, .nursery])
        }
        trust.set(PhaseRule(.init(want: .mix, charge: .must)))
      },
      by: { plan, _ in plan.seat("g", at: "a") }),
    Damage(
      swapping: "a need that is not met", ["need"],
      given: { trust in
        trust.traits = ["a": .init(needs: ["maths"]), "c": .init(strengths: ["Maths"])]
        trust.set(Need(.must))
      }),
    Damage("a champion is missing", ["champions"]) { plan, _ in
      plan.change("a") { $0.champions = [] }
    },
    Damage("a champion too many", ["champions"]) { plan, _ in
      plan.change("a") { $0.champions.append(.champion("g")) }
    },
    Damage(
      "a champion from outside", ["champion-from-outside"],
      given: { trust in
        trust.makeChampionsStayInside()
        trust.set(ChampionFromOutside(.must))
      },
      by: { plan, _ in plan.seat("g", at: "a") }),
    Damage("nobody leads a workshop", ["workshop-lead"]) { plan, _ in
      plan.change("a") { ($0.workshopLead, $0.workshopDate) = (nil, nil) }
    },
    Damage("a member of the team leads the workshop", ["workshop-lead"]) { plan, _ in
      plan.lead("d", at: "a")
    },
    Damage("the workshop is led from a school of the team", ["workshop-lead"]) { plan, _ in
      plan.lead("b", at: "a")
    },
    Damage(
      "a workshop where none is asked for", ["workshop-lead"],
      given: { trust in
        trust.groups[0][0].workshop = nil
        let off = WorkshopLead.Setting(from: .otherSchool, missing: nil)
        trust.set(WorkshopLead(.except("a", off, base: WorkshopLead.standard)))
      },
      by: { plan, _ in
        plan.lead("e", at: "a")
        plan.workshop(at: "a", on: "10-05")
      }),
  ]

  private static let ofVisits: [Damage] = [
    Damage(
      "a journey too long", ["travel-limit"],
      given: { $0.set(TravelLimit(.init(limit: 50, charge: .must))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    Damage(
      "a conflict of interest", ["conflict"],
      given: { $0.people = [.champion("g", conflict: "a")] },
      by: { plan, _ in plan.lead("g", at: "a") }),
    Damage(
      "two people not apart", ["apart"],
      given: { trust in
        trust.people = [.principal("b")]
        trust.set(Apart([Wish(["b-principal", "champion-g"])]))
      },
      by: { plan, _ in plan.seat("g", at: "a") }),
    Damage(
      "a person not apart from a school", ["apart"],
      given: { $0.set(Apart([Wish(["a", "champion-g"])])) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    Damage(
      "a pinned seat", ["pin"], given: { $0.set(Pin(.seat("d", at: "a"))) },
      by: { plan, _ in
        plan.seat("g", at: "a")
      }),
    Damage(
      "a pinned workshop", ["pin"], given: { $0.set(Pin(.seat("e", at: "a", .workshopLead))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    Damage(
      "a seat that is not as published", ["change"], given: { $0.publish($0, nil, .must) },
      by: { plan, _ in plan.seat("g", at: "a") }),
    Damage(
      "a workshop that is not as published", ["change"],
      given: { $0.publish($0, nil, .must) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    Damage(
      "a forbidden seat", ["forbid"], given: { $0.set(Forbid(.seat("g", at: "a"))) },
      by: {
        plan, _ in plan.seat("g", at: "a")
      }),
    Damage(
      "a forbidden workshop", ["forbid"],
      given: { $0.set(Forbid(.seat("g", at: "a", .workshopLead))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
  ]

  private static let ofPeople: [Damage] = [
    Damage(
      "more duties than capacity", ["capacity"],
      given: { $0.people = [.champion("g", capacity: 2)] },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // Everybody has two duties of a day in the plan, or one.
    Damage(
      "a person out too often", ["days-out"],
      given: { $0.set(DaysOut(.init(person: 2, school: nil))) },
      by: { plan, _ in plan.lead("g", at: "a") }),
    // A principal and a champion with two duties each make four days for a school.
    Damage(
      "the people of a school out too often", ["days-out"],
      given: { $0.set(DaysOut(.init(person: nil, school: 4))) },
      by: { plan, _ in plan.lead("f", at: "a") }),
  ]
}

extension SmallTrust {
  /// Seven schools take part, and g rests.
  mutating func makeOneRest() {
    idle = []
    resting = ["g"]
    set(Remainder(.rest))
  }

  /// The plan with c resting in place of g.
  var restingC: Plan {
    var plan = swapping("c", "g").plan
    plan.lead("c", at: "g")
    return plan
  }

  /// One principal heads a and d, so that the champion of a leads no workshop at f.
  mutating func makeOneHeadTwo() {
    people = [.principal("a", and: "d")]
    groups[1][2].workshop = "g"
  }

  mutating func makeTwoHubs() {
    for school in ["a", "b", "c"] { traits[school] = Traits(hub: "west") }
    for school in ["d", "e", "f"] { traits[school] = Traits(hub: "east") }
  }

  /// The groups are a, b, d and c, e, f. Nobody less than 15 minutes from c may be with c, nobody
  /// less than 12 from d with d.
  mutating func makeTwoNonLocal(_ charge: Charge) {
    self = swapping("c", "d")
    let exceptions = [("c", 15), ("d", 12)].map { school, least in
      Governed<NonLocal.Setting>.Exception(
        subject: .school(SchoolID(school)), setting: .init(least: least, charge: charge),
        reason: "agreed")
    }
    set(NonLocal(Governed(NonLocal.standard, exceptions: exceptions)))
  }

  /// On every team sits the champion of one of the reviewers.
  mutating func makeChampionsStayInside() {
    for (group, champions) in [["b", "c", "a"], ["e", "f", "d"]].enumerated() {
      for (index, champion) in champions.enumerated() { groups[group][index].champion = champion }
    }
  }
}
