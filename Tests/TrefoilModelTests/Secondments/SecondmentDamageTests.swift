import Testing
import TrefoilModel

/// Secondments that break a hard rule on purpose are caught, and for that rule.
@Suite struct SecondmentDamageTests {
  /// A trust in which three people may go, and a plan of it that holds.
  struct Case {
    var schools: [String: Release] = [:]
    var people: [Person] = []
    var openings: [Opening] = []
    var candidates: [Candidate] = []
    var rules = RuleBook()
    var inDifficulty: Set<String> = []
    var secondments: [Secondment] = []

    static func person(_ id: String, of school: String, _ role: Role = .deputy) -> Person {
      Person(id: PersonID(id), name: id, schools: [SchoolID(school)], roles: [role])
    }

    static func goes(
      _ person: String, _ opening: String, from: String, to: String, days: Int = 2,
      term: String = "Autumn 2026", terms: Int = 1, coveredBy: String? = nil
    ) -> Secondment {
      Secondment(
        person: PersonID(person), opening: OpeningID(opening), from: SchoolID(from),
        to: SchoolID(to), days: days, firstTerm: term, terms: terms,
        coveredBy: coveredBy.map { PersonID($0) }, costs: nil)
    }

    /// Ann of ash goes to beech, Bob of beech to cedar, Cat of cedar to ash; each opening is of two
    /// days for two terms.
    static var swap: Case {
      var made = Case()
      made.schools = ["ash": Release(), "beech": Release(), "cedar": Release()]
      made.people = [
        person("ann", of: "ash"), person("bob", of: "beech"), person("cat", of: "cedar"),
      ]
      made.openings = ["ash", "beech", "cedar"].map {
        Opening(id: OpeningID("at-\($0)"), school: SchoolID($0), role: .deputy, days: 2, terms: 2)
      }
      made.candidates = ["ann", "bob", "cat"].map { Candidate(person: PersonID($0), days: 2) }
      made.secondments = [
        goes("ann", "at-beech", from: "ash", to: "beech", coveredBy: "cat"),
        goes("bob", "at-cedar", from: "beech", to: "cedar", coveredBy: "ann"),
        goes("cat", "at-ash", from: "cedar", to: "ash", coveredBy: "bob"),
      ]
      return made
    }

    func edited(_ edit: (inout Case) -> Void) -> Case {
      var copy = self
      edit(&copy)
      return copy
    }

    func replacing(_ place: Int, _ edit: (Candidate) -> Candidate) -> Case {
      edited { $0.candidates[place] = edit($0.candidates[place]) }
    }

    var broken: Set<RuleKey> { Set(verification().violations.map(\.rule)) }

    func verification(saying unfilled: [UnfilledOpening] = []) -> Verification {
      let schools = self.schools.keys.sorted().map {
        School(
          id: SchoolID($0), name: $0, phase: .primary,
          standing: inDifficulty.contains($0) ? .receiver : .balanced,
          release: self.schools[$0] ?? Release())
      }
      var minutes: [TravelTable.Journey: Int] = [:]
      for one in schools {
        for other in schools where one.id != other.id {
          minutes[TravelTable.Journey(from: one.id, to: other.id)] = 30
        }
      }
      let scenario = Scenario(
        trust: "T", term: Term(name: "Autumn 2026"), schools: schools, people: people,
        travel: TravelTable(minutes: minutes), rules: rules, openings: openings,
        candidates: candidates)
      let plan = Plan(
        trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
      var whole = plan
      whole.secondments = secondments
      whole.unfilled = unfilled
      // Costs of this hand-made plan are not stated.
      whole.secondmentCosts = nil
      return Verification(of: whole, facts: TrustFacts(scenario))
    }
  }

  @Test func `the plan holds before it is damaged, with cover and without`() {
    #expect(Case.swap.broken == [])
    let needing = Case.swap.edited {
      for id in $0.schools.keys { $0.schools[id] = Release(needsCover: true) }
    }
    #expect(needing.broken == [])
  }

  @Test func `who and what is not known is caught`() {
    let swap = Case.swap
    let key: Set<RuleKey> = ["secondments"]
    #expect(swap.edited { $0.secondments[0].person = PersonID("eve") }.broken == key)
    #expect(swap.edited { $0.secondments[0].opening = OpeningID("at-elm") }.broken == key)
    #expect(swap.edited { $0.secondments[0].firstTerm = "Autumn 2019" }.broken == key)
    #expect(swap.edited { $0.secondments[0].to = SchoolID("cedar") }.broken == key)
    #expect(swap.edited { $0.secondments[0].from = SchoolID("cedar") }.broken == key)
  }

  @Test func `consent of the person and of the head, role and days are never missed`() {
    let swap = Case.swap
    let key: Set<RuleKey> = ["secondments"]
    #expect(
      swap.replacing(0) { Candidate(person: $0.person, days: 2, hasConsent: false) }.broken == key)
    #expect(
      swap.replacing(0) { Candidate(person: $0.person, days: 2, hasReleaseConsent: false) }.broken
        == key)
    #expect(
      swap.replacing(0) { Candidate(person: $0.person, roles: [.assistant], days: 2) }.broken == key
    )
    #expect(swap.replacing(0) { Candidate(person: $0.person, days: 1) }.broken == key)
    #expect(swap.replacing(0) { Candidate(person: $0.person, days: 2, from: 1) }.broken == key)
    #expect(swap.edited { $0.secondments[0].terms = 3 }.broken == key)
    #expect(swap.edited { $0.secondments[0].days = 0 }.broken.contains("secondments"))
    #expect(swap.edited { $0.secondments[0].terms = -1 }.broken.contains("secondments"))
    #expect(swap.edited { $0.secondments[0].days = .max }.broken.contains("secondments"))
  }

  @Test func `terms on offer, days over all openings and secondments elsewhere are never missed`() {
    let swap = Case.swap
    let key: Set<RuleKey> = ["secondments"]
    let late = swap.edited { $0.secondments[0].terms = 2 }
    #expect(late.broken == [])
    #expect(late.replacing(0) { Candidate(person: $0.person, days: 2, until: 0) }.broken == key)
    let both = swap.edited {
      $0.secondments[1] = Case.goes("ann", "at-cedar", from: "ash", to: "cedar")
    }
    #expect(both.broken == key)
    #expect(both.replacing(0) { Candidate(person: $0.person, days: 4) }.broken == [])
    let away = swap.edited {
      $0.people[0] = Person(
        id: PersonID("ann"), name: "ann", schools: [SchoolID("ash")], roles: [.deputy],
        seconded: SchoolID("cedar"))
    }
    #expect(away.broken == key)
    #expect(away.edited { $0.secondments[0].firstTerm = "Spring 2027" }.broken == [])
  }

  @Test func `what the rules themselves make a must is never missed`() {
    let wanting = Case.swap.edited {
      $0.openings[1] = Opening(
        id: OpeningID("at-beech"), school: SchoolID("beech"), role: .deputy,
        phase: Wanted(.secondary), skills: [Wanted("SEND")], days: 2, terms: 2)
    }
    #expect(wanting.broken == [])
    #expect(
      wanting.edited { $0.rules = $0.rules.with(SecondmentSkill(.must)) }.broken
        == ["secondment-skill"])
    #expect(
      wanting.edited { $0.rules = $0.rules.with(SecondmentPhase(.must)) }.broken
        == ["secondment-phase"])
    let far = Case.swap.replacing(0) { Candidate(person: $0.person, days: 2, commuteLimit: 29) }
    #expect(far.edited { $0.rules = $0.rules.with(CommuteLimit(.minutes(9))) }.broken == [])
    #expect(Case.swap.edited { $0.rules = $0.rules.with(MostOut(0)) }.broken == ["most-out"])
    let kept = Case.swap.edited {
      $0.rules = $0.rules.with(LeastKept([.deputy: 1]))
      $0.secondments.removeSubrange(1...)
    }
    #expect(kept.broken == ["least-kept"])
  }

  @Test func `every rule about secondments is damaged here, or only ever costs`() {
    let damaged: Set<RuleKey> = [
      "commute-limit", "secondment-skill", "secondment-phase", "conflict", "most-out", "least-kept",
      "release-standing", "needs-cover",
    ]
    let costs: Set<RuleKey> = [
      "commute", "release-cover", "settling-in", "second-choice", "development-aim", "unfilled",
      "fairness",
    ]
    let rules = RuleBook().rules.filter { $0 is any SecondmentRule }
    #expect(Set(rules.map { type(of: $0).key }) == damaged.union(costs))
  }

  @Test func `nobody is in two places, nor at their own school, nor twice at one opening`() {
    let key: Set<RuleKey> = ["secondments"]
    let own = Case.swap.edited {
      $0.secondments[0] = Case.goes("ann", "at-ash", from: "ash", to: "ash")
      $0.secondments.remove(at: 2)
    }
    #expect(own.broken == key)
    let twice = Case.swap.edited {
      $0.secondments.append(
        Case.goes("ann", "at-cedar", from: "ash", to: "cedar", term: "Spring 2027"))
      $0.secondments.append(
        Case.goes("ann", "at-beech", from: "ash", to: "beech", term: "Spring 2027"))
    }
    #expect(twice.broken == key)
    let crowded = Case.swap.edited {
      $0.secondments[1] = Case.goes("cat", "at-beech", from: "cedar", to: "beech")
      $0.secondments.remove(at: 2)
    }
    #expect(crowded.broken == key)
  }

  @Test func `limits of journeys, skills, phases and conflicts are never missed`() {
    let swap = Case.swap
    #expect(
      swap.replacing(0) { Candidate(person: $0.person, days: 2, commuteLimit: 29) }.broken
        == ["commute-limit"])
    let skill = swap.edited {
      $0.openings[1] = Opening(
        id: OpeningID("at-beech"), school: SchoolID("beech"), role: .deputy,
        skills: [Wanted("SEND", isMust: true)], days: 2, terms: 2)
    }
    #expect(skill.broken == ["secondment-skill"])
    let phase = swap.edited {
      $0.openings[1] = Opening(
        id: OpeningID("at-beech"), school: SchoolID("beech"), role: .deputy,
        phase: Wanted(.secondary, isMust: true), days: 2, terms: 2)
    }
    #expect(phase.broken == ["secondment-phase"])
    let conflict = swap.edited {
      $0.people[0] = Person(
        id: PersonID("ann"), name: "ann", schools: [SchoolID("ash")], roles: [.deputy],
        conflicts: [SchoolID("beech")])
    }
    #expect(conflict.broken == ["conflict"])
  }

  @Test func `no school gives more than it may, or keeps less than it must`() {
    let swap = Case.swap
    #expect(swap.edited { $0.schools["ash"] = Release(mostOut: 0) }.broken == ["most-out"])
    let alone = swap.edited {
      $0.schools["ash"] = Release(leastKept: [.deputy: 1])
      $0.secondments.removeSubrange(1...)
    }
    #expect(alone.broken == ["least-kept"])
    #expect(swap.edited { $0.schools["ash"] = Release(leastKept: [.deputy: 1]) }.broken == [])
  }

  @Test func `nobody is taken from a school in difficulty where that is barred`() {
    let weak = Case.swap.edited {
      $0.inDifficulty = ["cedar"]
      $0.rules = $0.rules.with(ReleaseStanding(.must))
    }
    #expect(weak.broken == ["release-standing"])
    #expect(weak.edited { $0.rules = RuleBook() }.broken == [])
    // Two may still come to it.
    #expect(
      weak.edited {
        $0.secondments.remove(at: 2)
      }.broken == [])
  }

  @Test func `cover that is missing, and swaps that are too long, are never missed`() {
    let needing = Case.swap.edited {
      for id in $0.schools.keys { $0.schools[id] = Release(needsCover: true) }
    }
    let key: Set<RuleKey> = ["needs-cover"]
    #expect(needing.edited { $0.secondments[0].coveredBy = nil }.broken == key)
    #expect(needing.edited { $0.secondments[0].coveredBy = PersonID("bob") }.broken == key)
    #expect(needing.edited { $0.secondments[2].days = 1 }.broken == key)
    #expect(needing.edited { $0.secondments[2].firstTerm = "Spring 2027" }.broken == key)
    let short = NeedsCover(NeedsCover.Setting(longestCycle: 2, longestChain: 4))
    #expect(needing.edited { $0.rules = $0.rules.with(short) }.broken == key)
    // Without the last of the three a chain of two hangs on a school that gives.
    let chain = Case.swap.edited {
      $0.schools["beech"] = Release(needsCover: true)
      $0.secondments.remove(at: 2)
    }
    #expect(chain.broken == [])
    let single = NeedsCover(NeedsCover.Setting(longestCycle: 3, longestChain: 1))
    #expect(chain.edited { $0.rules = $0.rules.with(single) }.broken == key)
  }

  @Test func `an opening that there is not, and a cover that does not come, are told untruly`() {
    func said(_ made: Case, _ unfilled: [UnfilledOpening] = []) -> [String] {
      made.verification(saying: unfilled).differences.map(\.figure)
    }
    func open(_ id: String) -> UnfilledOpening {
      UnfilledOpening(opening: OpeningID(id), days: 2)
    }
    let swap = Case.swap
    let left = ["at-ash", "at-beech", "at-cedar"].map { open($0) }
    #expect(said(swap, left) == [])
    #expect(said(swap, left + [open("ghost")]) == ["unfilled: ghost"])
    let nothing = swap.edited { ($0.openings, $0.secondments) = ([], []) }
    #expect(said(nothing, [open("ghost")]) == ["unfilled: ghost"])
    #expect(
      said(swap.edited { $0.secondments[0].coveredBy = PersonID("bob") })
        == ["secondment 1 coveredBy"])
    #expect(said(swap.edited { $0.secondments[2].days = 1 }) == ["secondment 1 coveredBy"])
    #expect(said(swap.edited { $0.secondments[0].coveredBy = nil }) == [])
  }
}
