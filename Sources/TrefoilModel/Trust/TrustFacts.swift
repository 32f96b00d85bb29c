/// A scenario with its look-ups made: who heads which school, how far it is, who met whom.
///
/// Built once per scenario in O(schools + people + history); every look-up is O(1) on average
/// unless it says otherwise.
public struct TrustFacts: Sendable {
  public let scenario: Scenario
  /// The people of the scenario, then a principal for each school that names none.
  public let people: [Person]
  /// Improvement Champions, in the order of the file.
  public let champions: [Person]
  /// People who serve another school on secondment this term.
  public let secondedPeople: [Person]
  /// Schools that are reviewed and review this term, in the order of the file.
  public let participants: [School]
  /// Principals that no file names, one for each school without.
  public let suppliedPrincipals: [PersonID]

  private let schoolByID: [SchoolID: School]
  private let personByID: [PersonID: Person]
  private let principalBySchool: [SchoolID: Person]
  private let participantIDs: Set<SchoolID>
  private let meetings: [SchoolID: [SchoolID: [Int]]]
  private let rests: [SchoolID: [Int]]
  private let places: Places
  private let publishedDuties: Set<PublishedDuty>
  /// Duties of champions in the plan's earlier terms.
  private let earlierDuties: [PersonID: Int]
  private let evenShare: Int
  /// Days given in the past year beyond an even share, by the ledger.
  private let daysBeyondShare: [PersonID: Int]

  private struct PublishedDuty: Hashable {
    let person: PersonID
    let duty: Duty
    let host: SchoolID
  }

  public init(_ scenario: Scenario) {
    self.scenario = scenario
    schoolByID = Dictionary(scenario.schools.map { ($0.id, $0) }) { first, _ in first }
    var principals: [SchoolID: Person] = [:]
    for person in scenario.people where person.isPrincipal {
      for school in person.schools where principals[school] == nil { principals[school] = person }
    }
    var supplied: [Person] = []
    for school in scenario.schools where principals[school.id] == nil {
      let principal = Person(
        id: Self.suppliedPrincipal(of: school.id), name: "Principal of \(school.name)",
        schools: [school.id], roles: [.principal])
      principals[school.id] = principal
      supplied.append(principal)
    }
    principalBySchool = principals
    people = scenario.people + supplied
    suppliedPrincipals = supplied.map(\.id)
    personByID = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    champions = scenario.people.filter(\.isChampion)
    secondedPeople = scenario.people.filter { !$0.secondedTo.isEmpty }
    let rest = scenario.rules[Rest.self]
    let away = Set(scenario.term.away)
    participants = scenario.schools.filter {
      $0.participates && !rest.sitsOut($0.id) && !away.contains($0.id)
    }
    participantIDs = Set(participants.map(\.id))
    (meetings, rests) = Self.read(scenario.history)
    places = Places(travel: scenario.rules[Travel.self].setting, table: scenario.travel)
    daysBeyondShare = Self.daysBeyondShare(in: scenario)
    publishedDuties = Self.duties(of: scenario.published)
    earlierDuties = Self.championDuties(in: scenario.earlier)
    let total = champions.reduce(0) { [earlierDuties] in $0 + (earlierDuties[$1.id] ?? 0) }
    evenShare = champions.isEmpty ? 0 : (total + champions.count - 1) / champions.count
  }

  /// The identifier of the principal of a school for which no file names one.
  public static func suppliedPrincipal(of school: SchoolID) -> PersonID {
    PersonID("\(school)-principal")
  }

  public func school(_ id: SchoolID) -> School? { schoolByID[id] }
  public func person(_ id: PersonID) -> Person? { personByID[id] }

  /// The name of a school, or its identifier when there is none such.
  public func name(_ id: SchoolID) -> String { schoolByID[id]?.name ?? id.rawValue }
  /// The name of a person, or the identifier when there is none such.
  public func name(_ id: PersonID) -> String { personByID[id]?.name ?? id.rawValue }

  public func principal(of school: SchoolID) -> Person? { principalBySchool[school] }
  public func participates(_ school: SchoolID) -> Bool { participantIDs.contains(school) }

  /// Whether reviews of this scenario ask for champions at all: only when some are named.
  public var asksForChampions: Bool { !champions.isEmpty }

  /// Every school the person serves: those of the file, and those seconded to.
  public func served(by person: Person) -> [SchoolID] {
    person.schools + person.secondedTo
  }

  /// The school a duty is travelled to from.
  public func start(of person: Person, duty: Duty, in group: Group) -> School? {
    let inGroup = person.schools.first { group.schools.contains($0) }
    let id = duty == .reviewer ? inGroup ?? person.schools.first : person.schools.first
    return id.flatMap { schoolByID[$0] }
  }

  /// The phases a person knows: as given, or those taught at the person's schools.
  public func phasesKnown(by person: Person) -> PhaseSet {
    if let phases = person.phases { return phases }
    return person.schools.reduce(into: PhaseSet()) { known, id in
      known.formUnion(schoolByID[id]?.phase.taught ?? [])
    }
  }

  /// Whole one-way minutes; 0 from a school to itself.
  public func minutes(from: School, to: School) -> Int {
    places.minutes(from: from, to: to)
  }

  /// Whole one-way minutes between two schools at different places that no table gives.
  public func modelledMinutes(from: Place, to: Place) -> Int {
    places.modelled(from: from, to: to)
  }

  /// The whole one-way minutes of any journey that no table gives and that is at least so far in a
  /// straight line.
  public func leastMinutes(forKilometres kilometres: Double) -> Int {
    places.modelled(kilometres: kilometres)
  }

  /// Whether the minutes come from the trust's own table.
  public func isMeasured(from: School, to: School) -> Bool {
    places.isMeasured(from: from, to: to)
  }

  /// How many terms ago the two were in one group, once for each meeting, latest first.
  public func meetings(_ one: SchoolID, _ other: SchoolID) -> [Int] {
    meetings[min(one, other)]?[max(one, other)] ?? []
  }

  /// Every two schools that were in one group before, each pair once, in no particular order.
  public var pairsThatMet: [(SchoolID, SchoolID)] {
    meetings.flatMap { one, others in others.keys.map { (one, $0) } }
  }

  /// How many terms ago the school rested, latest first.
  public func rests(_ school: SchoolID) -> [Int] { rests[school] ?? [] }

  /// How many duties a champion had in the plan's earlier terms beyond an even share of them all,
  /// rounded up; 0 in a first term.
  public func dutiesBeyondShare(of person: PersonID) -> Int {
    max(0, (earlierDuties[person] ?? 0) - evenShare)
  }

  /// Days that a person gave in the past year beyond an even share of all who gave, rounded up; 0
  /// without a ledger.
  public func daysGivenBeyondShare(by person: PersonID) -> Int { daysBeyondShare[person] ?? 0 }

  /// The past year are the three terms before this one; where names of terms do not say, all that the
  /// ledger has but this term.
  private static func daysBeyondShare(in scenario: Scenario) -> [PersonID: Int] {
    if scenario.ledger.entries.isEmpty { return [:] }
    let now = TermName(scenario.term.name)?.ordinal
    var days: [PersonID: Int] = [:]
    for entry in scenario.given.entries where entry.kind.isOfPeople {
      if let now, let then = TermName(entry.term)?.ordinal {
        guard (now - 3..<now).contains(then) else { continue }
      } else if TermName.key(of: entry.term) == TermName.key(of: scenario.term.name) {
        continue
      }
      days[entry.person, default: 0] += entry.days
    }
    if days.isEmpty { return [:] }
    let share = (days.values.reduce(0, +) + days.count - 1) / days.count
    return days.compactMapValues { $0 > share ? $0 - share : nil }
  }

  private static func championDuties(in terms: [TermPlan]) -> [PersonID: Int] {
    var duties: [PersonID: Int] = [:]
    for review in terms.flatMap(\.groups).flatMap(\.reviews) {
      for champion in review.champions + (review.workshopLead.map { [$0] } ?? []) {
        duties[champion, default: 0] += 1
      }
    }
    return duties
  }

  /// Whether the published plan has this person in this duty there; false without such a plan.
  public func isPublished(_ person: PersonID, _ duty: Duty, at host: SchoolID) -> Bool {
    publishedDuties.contains(PublishedDuty(person: person, duty: duty, host: host))
  }

  private static func duties(of plan: TermPlan?) -> Set<PublishedDuty> {
    var duties: Set<PublishedDuty> = []
    for review in plan?.groups.flatMap(\.reviews) ?? [] {
      func add(_ people: [PersonID], _ duty: Duty) {
        for person in people {
          duties.insert(PublishedDuty(person: person, duty: duty, host: review.host))
        }
      }
      add(review.reviewers, .reviewer)
      add(review.champions, .champion)
      add(review.workshopLead.map { [$0] } ?? [], .workshopLead)
    }
    return duties
  }

  private static func read(
    _ history: History
  ) -> ([SchoolID: [SchoolID: [Int]]], [SchoolID: [Int]]) {
    var meetings: [SchoolID: [SchoolID: [Int]]] = [:]
    var rests: [SchoolID: [Int]] = [:]
    for term in history.terms {
      for group in term.groups {
        let sorted = group.sorted()
        for (index, one) in sorted.enumerated() {
          for other in sorted[(index + 1)...] {
            meetings[one, default: [:]][other, default: []].append(term.termsAgo)
          }
        }
      }
      for school in term.rested { rests[school, default: []].append(term.termsAgo) }
    }
    return (meetings, rests)
  }
}
