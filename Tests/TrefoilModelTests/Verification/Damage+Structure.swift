import TrefoilModel

extension Damage {
  /// Damage to groups and teams, before any rule.
  static let structure = groups + teams

  private static let groups: [Damage] = [
    Damage("a school that takes no part stands for one that does", ["groups"]) { plan, trust in
      plan = trust.swapping("f", "g").plan
      plan.lead("c", at: "e")
    },
    Damage("a school is in a group and rests", ["groups", "remainder"]) { plan, _ in
      plan.terms[0].resting = [SchoolID("c")]
    },
    Damage("a school that takes no part rests", ["groups", "remainder"]) { plan, _ in
      plan.terms[0].resting = [SchoolID("g")]
    },
    Damage("a group is left out", ["groups", "remainder"]) { plan, _ in
      plan.terms[0].groups.removeLast()
    },
    Damage("a school that nobody knows", ["groups", "teams"]) { plan, _ in
      plan.terms[0].groups[1].schools[2] = SchoolID("x")
      plan.terms[0].groups[1].reviews[2].host = SchoolID("x")
    },
    Damage("a school that nobody knows rests", ["groups", "remainder"]) { plan, _ in
      plan.terms[0].resting = [SchoolID("x")]
    },
    Damage("the term stands twice", ["groups", "dates"]) { plan, _ in
      plan.terms.append(plan.terms[0])
    },
  ]

  private static let teams: [Damage] = [
    Damage("a review is missing", ["teams"]) { plan, _ in
      plan.terms[0].groups[0].reviews.removeLast()
    },
    Damage("a school hosts two reviews", ["teams", "dates"]) { plan, _ in
      plan.terms[0].groups[0].reviews.append(plan.terms[0].groups[0].reviews[0])
    },
    Damage("a review in a group its host is not in", ["teams"]) { plan, _ in
      let review = plan.terms[0].groups[1].reviews.removeLast()
      plan.terms[0].groups[0].reviews.append(review)
    },
    Damage("a champion whom nobody knows", ["teams"]) { plan, _ in plan.seat("x", at: "a") },
    Damage("a workshop lead whom nobody knows", ["teams"]) { plan, _ in plan.lead("x", at: "a") },
    Damage("a reviewer is missing", ["teams"]) { plan, _ in
      plan.change("a") { $0.reviewers.removeLast() }
    },
    Damage("a reviewer from another group", ["teams"]) { plan, _ in
      plan.change("a") { $0.reviewers[1] = .principal("d") }
    },
    Damage("a reviewer stands twice on a team", ["teams", "dates"]) { plan, _ in
      plan.change("a") { $0.reviewers[1] = $0.reviewers[0] }
    },
    Damage("a champion reviews her own school", ["teams"]) { plan, _ in plan.seat("a", at: "a") },
    Damage("a champion leads the workshop of her own school", ["teams"]) { plan, _ in
      plan.lead("a", at: "a")
    },
    Damage(
      "a champion reviews the school she is seconded to", ["teams"],
      given: { $0.people = [.champion("g", seconded: "d")] },
      by: { plan, _ in plan.seat("g", at: "d") }),
    Damage(
      "a deputy on a team", ["teams"], given: { $0.people = [.deputy("g")] },
      by: { plan, _ in
        plan.change("a") { $0.champions = [PersonID("deputy-g")] }
      }),
    Damage(
      "a deputy leads a workshop", ["teams"], given: { $0.people = [.deputy("g")] },
      by: {
        plan, _ in plan.change("a") { $0.workshopLead = PersonID("deputy-g") }
      }),
    Damage("the lead is not on the team", ["teams"]) { plan, _ in
      plan.change("a") { $0.lead = .principal("d") }
    },
    Damage(
      "one visits three times and one once", ["teams"], given: { $0.makeGroupOfFour() },
      by: {
        plan, _ in plan.change("a") { $0.reviewers = [.principal("b"), .principal("d")] }
      }),
  ]
}

extension SmallTrust {
  /// Only a to d take part; each visits the two before it in the round.
  mutating func makeGroupOfFour() {
    idle = ["e", "f", "g"]
    groups = [groups[0] + [groups[1][0]]]
    for (index, reviewers) in [["b", "c"], ["c", "d"], ["d", "a"], ["a", "b"]].enumerated() {
      groups[0][index].reviewers = reviewers
      groups[0][index].workshop = ["e", "f", "g", "g"][index]
    }
    groups[0][3].champion = "e"
  }
}
