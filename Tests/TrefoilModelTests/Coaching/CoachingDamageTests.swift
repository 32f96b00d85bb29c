import Testing
import TrefoilModel

/// Coaching that breaks a hard rule on purpose is caught, and for that rule.
@Suite struct CoachingDamageTests {
  /// A trust in which Ann coaches Bob and Cat, and Cat coaches Dan; a plan of it that holds.
  struct Case {
    var people = ["ann", "bob", "cat", "dan"].map { Case.person($0, of: "s-\($0)") }
    var profiles = [
      CoachingProfile(person: PersonID("ann"), offers: ["Maths", "SEND"], coachees: 2),
      CoachingProfile(person: PersonID("bob"), wants: ["maths", "send"]),
      CoachingProfile(person: PersonID("cat"), wants: ["SEND"], offers: ["phonics"]),
      CoachingProfile(person: PersonID("dan"), wants: ["phonics"], offers: ["send"]),
    ]
    var rules = RuleBook()
    var pairs = [
      Case.pair("ann", "bob", "maths"), Case.pair("ann", "cat", "SEND"),
      Case.pair("cat", "dan", "phonics"),
    ]
    var secondments: [Secondment] = []
    var openings: [Opening] = []
    var candidates: [Candidate] = []

    static func person(
      _ id: String, of school: String, roles: [Role] = [.deputy], conflicts: [String] = []
    ) -> Person {
      Person(
        id: PersonID(id), name: id, schools: [SchoolID(school)], roles: roles,
        conflicts: conflicts.map { SchoolID($0) })
    }

    static func pair(_ coach: String, _ coachee: String, _ topic: String) -> CoachingPair {
      CoachingPair(coach: PersonID(coach), coachee: PersonID(coachee), topic: topic, costs: nil)
    }

    func edited(_ edit: (inout Case) -> Void) -> Case {
      var copy = self
      edit(&copy)
      return copy
    }

    /// The same case with one profile put together anew.
    func with(_ profile: CoachingProfile) -> Case {
      edited { copy in
        copy.profiles = copy.profiles.map { $0.person == profile.person ? profile : $0 }
      }
    }

    var scenario: Scenario {
      let schools = ["ann", "bob", "cat", "dan"].map {
        School(
          id: SchoolID("s-\($0)"), name: $0, phase: $0 == "dan" ? .secondary : .primary)
      }
      var minutes: [TravelTable.Journey: Int] = [:]
      for one in schools {
        for other in schools where one.id != other.id {
          let isFar = Set([one.name, other.name]) == ["cat", "dan"]
          minutes[TravelTable.Journey(from: one.id, to: other.id)] = isFar ? 50 : 30
        }
      }
      return Scenario(
        trust: "T", term: Term(name: "Autumn 2026"), schools: schools, people: people,
        travel: TravelTable(minutes: minutes), rules: rules, openings: openings,
        candidates: candidates, coaching: profiles)
    }

    func verification(_ edit: (inout CoachingPlan) -> Void = { _ in }) -> Verification {
      var plan = Plan(
        trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
      var coaching = CoachingPlan(pairs: pairs, costs: nil)
      edit(&coaching)
      plan.coaching = coaching
      plan.secondments = secondments
      return Verification(of: plan, facts: TrustFacts(scenario))
    }

    var broken: Set<RuleKey> { Set(verification().violations.map(\.rule)) }
  }

  private let whole = Case()
  private let key: Set<RuleKey> = ["coaching"]

  @Test func `the plan holds before it is damaged`() {
    #expect(whole.broken == [])
    #expect(whole.verification().holds)
  }

  @Test func `who is not known, or takes no part, is caught`() {
    #expect(whole.edited { $0.pairs[0].coach = PersonID("eve") }.broken == key)
    #expect(whole.edited { $0.pairs[0].coachee = PersonID("eve") }.broken == key)
    #expect(whole.edited { $0.profiles.removeFirst() }.broken == key)
    #expect(
      whole.edited { $0.people[0] = Case.person("ann", of: "nowhere") }.broken == key)
  }

  @Test func `the coach offers what the coachee asks for`() {
    #expect(whole.edited { $0.pairs[0].topic = "phonics" }.broken == key)
    #expect(whole.edited { $0.pairs[0].topic = "" }.broken == key)
    #expect(
      whole.with(CoachingProfile(person: PersonID("cat"), wants: ["SEND"], offers: ["art"])).broken
        == key)
    #expect(
      whole.with(CoachingProfile(person: PersonID("cat"), wants: ["SEND"])).broken == key)
  }

  @Test func `nobody coaches at their own school, or where they are on secondment`() {
    #expect(whole.edited { $0.people[0] = Case.person("ann", of: "s-bob") }.broken == key)
    let seconded = whole.edited {
      $0.openings = [Opening(id: OpeningID("o"), school: SchoolID("s-bob"), role: .deputy, days: 1)]
      $0.candidates = [Candidate(person: PersonID("ann"), days: 1)]
      $0.secondments = [
        Secondment(
          person: PersonID("ann"), opening: OpeningID("o"), from: SchoolID("s-ann"),
          to: SchoolID("s-bob"), days: 1, firstTerm: "Autumn 2026", terms: 1, costs: nil)
      ]
    }
    #expect(seconded.broken == key)
  }

  @Test func `nobody coaches above or below in their line of management`() {
    func reports(_ person: String, to managers: [String]) -> Case {
      whole.edited { copy in
        copy.profiles = copy.profiles.map {
          $0.person != PersonID(person)
            ? $0
            : CoachingProfile(
              person: $0.person, wants: $0.wants, offers: $0.offers, coachees: $0.coachees,
              lineManagers: managers.map { PersonID($0) })
        }
      }
    }
    #expect(reports("bob", to: ["ann"]).broken == key)
    #expect(reports("ann", to: ["bob"]).broken == key)
    #expect(reports("bob", to: ["dan"]).broken == [])
    // By way of the principal of the school: Dan heads Bob's school, and reports to Ann.
    let head = reports("dan", to: ["ann"]).edited {
      $0.people[3] = Person(
        id: PersonID("dan"), name: "dan", schools: [SchoolID("s-dan"), SchoolID("s-bob")],
        roles: [.principal])
    }
    #expect(head.broken == key)
    // Two who report to one another end no search.
    #expect(
      reports("bob", to: ["dan"]).with(
        CoachingProfile(
          person: PersonID("dan"), wants: ["phonics"], lineManagers: [PersonID("bob")])
      ).broken == [])
  }

  @Test func `places, one coach for each, and nobody coaches their own coach`() {
    #expect(
      whole.with(CoachingProfile(person: PersonID("ann"), offers: ["maths", "send"])).broken == key)
    #expect(whole.edited { $0.pairs.append(Case.pair("dan", "cat", "SEND")) }.broken == key)
    let mutual = whole.edited { $0.pairs[1] = Case.pair("dan", "cat", "SEND") }
    #expect(mutual.broken == key)
    #expect(mutual.edited { $0.pairs.remove(at: 2) }.broken == [])
    #expect(whole.edited { $0.pairs.append($0.pairs[0]) }.broken == key)
  }

  @Test func `conflicts, limits and phases are never missed`() {
    for place in [0, 1] {
      let names = ["ann", "bob"]
      let conflict = whole.edited {
        $0.people[place] = Case.person(
          names[place], of: "s-\(names[place])", conflicts: ["s-\(names[1 - place])"])
      }
      #expect(conflict.broken == ["conflict"])
    }
    let limit = CoachingLimit(CoachingLimit.Setting(limit: 49, charge: .must))
    #expect(whole.edited { $0.rules = $0.rules.with(limit) }.broken == ["coaching-limit"])
    let phase = CoachingPhase(.must)
    #expect(whole.edited { $0.rules = $0.rules.with(phase) }.broken == ["coaching-phase"])
  }

  @Test func `every rule about coaching is damaged here, or only ever costs`() {
    let damaged: Set<RuleKey> = [
      "conflict", "coaching-limit", "coaching-phase", "coaching-stable",
    ]
    let costs: Set<RuleKey> = ["coaching-travel", "coaching-choice", "uncoached", "fairness"]
    let rules = RuleBook().rules.filter { $0 is any CoachingRule }
    #expect(Set(rules.map { type(of: $0).key }) == damaged.union(costs))
  }

  @Test func `a pair that would leave the plan for one another is caught`() {
    let stable = whole.edited { $0.rules = $0.rules.with(CoachingStable(.must)) }
    #expect(stable.broken == [])
    // Bob without a coach, and Ann with a place for him.
    #expect(stable.edited { $0.pairs.remove(at: 0) }.broken == ["coaching-stable"])
    // Cat would rather be coached by Dan, and Dan has a place; but Cat coaches Dan.
    let longing = stable.with(
      CoachingProfile(
        person: PersonID("cat"), wants: ["SEND"], offers: ["phonics"], choices: [PersonID("dan")]))
    #expect(longing.broken == [])
    #expect(longing.edited { $0.pairs.remove(at: 2) }.broken == ["coaching-stable"])
  }

  @Test func `figures that are stated otherwise than they come out differ`() {
    func figures(_ edit: (inout CoachingPlan) -> Void) -> [String] {
      whole.verification(edit).differences.map(\.figure)
    }
    // Journeys of 60, 60 and 100 minutes, three times; Cat knows no secondary.
    let costs: [RuleKey: Int] = ["coaching-travel": 660, "coaching-phase": 60]
    #expect(figures { $0.costs = costs } == [])
    #expect(
      figures {
        $0.costs = costs
        $0.pairs[2].costs = ["coaching-travel": 300, "coaching-phase": 60]
      } == [])
    #expect(figures { $0.costs = ["coaching-travel": 660] } == ["coaching costs: coaching-phase"])
    #expect(figures { $0.pairs[0].costs = [:] } == ["coaching 1 costs: coaching-travel"])
    #expect(figures { $0.pairs[0].topic = "send" } == ["coaching 1 topic"])
    #expect(
      figures { $0.uncoached = [UncoachedPerson(person: PersonID("bob"))] }
        == ["without a coach: bob"])
    #expect(
      figures {
        $0.pairs.remove(at: 0)
        $0.costs = ["coaching-travel": 480, "coaching-phase": 60, "uncoached": 600]
      } == ["without a coach: bob"])
  }

  @Test func `a coach gives once for each coachee, with the journeys and without days`() {
    var plan = Plan(
      trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    plan.coaching = CoachingPlan(pairs: whole.pairs)
    let facts = TrustFacts(whole.scenario)
    let entries = Ledger.entries(of: plan, facts: facts)
    #expect(entries.map(\.kind) == [.coaching, .coaching, .coaching])
    #expect(entries.map(\.minutes) == [180, 180, 300] && entries.allSatisfy { $0.days == 0 })
    let schools = Ledger(entries).schools(of: facts).map(\.totals)
    #expect(schools.map(\.coachingGiven) == [2, 0, 1, 0])
    #expect(schools.map(\.coachingReceived) == [0, 1, 1, 1])
  }
}
