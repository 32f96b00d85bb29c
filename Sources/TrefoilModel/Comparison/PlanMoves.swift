/// Who moves when one plan takes the place of another.
public struct PlanMoves: Sendable, Hashable {
  /// Where a school is in a term.
  public enum Place: Sendable, Hashable {
    /// In a group with these others, by id.
    case with([SchoolID])
    /// In no group.
    case ungrouped
    /// Not in the trust at all.
    case elsewhere
  }

  /// A school whose companions differ.
  public struct SchoolMove: Sendable, Hashable {
    /// The place of the term in the plans, 0 for the first.
    public let term: Int
    public let school: SchoolID
    public let before: Place
    public let after: Place
  }

  /// Something that a person does for a host.
  public struct Task: Sendable, Hashable {
    public let duty: Duty
    public let host: SchoolID

    public init(duty: Duty, host: SchoolID) {
      self.duty = duty
      self.host = host
    }
  }

  /// A person whose duties differ.
  public struct PersonMove: Sendable, Hashable {
    public let term: Int
    public let person: PersonID
    /// In the order of the plans.
    public let lost: [Task]
    public let gained: [Task]
  }

  /// A person at an opening in one of the plans alone.
  public struct SecondmentMove: Sendable, Hashable {
    public let person: PersonID
    public let opening: OpeningID
    public let to: SchoolID
    /// Whether it is the new plan that sends them.
    public let isGained: Bool
  }

  /// Term by term, in the order of the first scenario and then of the second.
  public let schools: [SchoolMove]
  public let people: [PersonMove]
  /// Those that end, then those that begin.
  public let secondments: [SecondmentMove]
  /// Reviews of one host that have days in both plans, and other ones.
  public let otherDays: Int

  /// Schools with other companions in some term.
  public var schoolCount: Int { Set(schools.map(\.school)).count }
  /// People with other duties in some term, or another secondment.
  public var peopleCount: Int {
    Set(people.map(\.person) + secondments.map(\.person)).count
  }

  /// Linear in the plans, but for sets.
  public init(from old: Plan, _ oldFacts: TrustFacts, to new: Plan, _ newFacts: TrustFacts) {
    let schoolOrder = Self.union(
      oldFacts.scenario.schools.map(\.id), newFacts.scenario.schools.map(\.id))
    let peopleOrder = Self.union(oldFacts.people.map(\.id), newFacts.people.map(\.id))
    var schools: [SchoolMove] = []
    var people: [PersonMove] = []
    var otherDays = 0
    let empty = TermPlan(term: "", groups: [])
    for term in 0..<max(old.terms.count, new.terms.count) {
      let before = term < old.terms.count ? old.terms[term] : empty
      let after = term < new.terms.count ? new.terms[term] : empty
      let (was, now) = (Company(before, oldFacts), Company(after, newFacts))
      for school in schoolOrder where was.place(of: school) != now.place(of: school) {
        schools.append(
          SchoolMove(
            term: term, school: school, before: was.place(of: school),
            after: now.place(of: school)))
      }
      let (oldTasks, newTasks) = (Self.tasks(in: before), Self.tasks(in: after))
      for person in peopleOrder {
        let (had, has) = (oldTasks[person] ?? [], newTasks[person] ?? [])
        let move = PersonMove(
          term: term, person: person, lost: had.filter { !has.contains($0) },
          gained: has.filter { !had.contains($0) })
        if !move.lost.isEmpty || !move.gained.isEmpty { people.append(move) }
      }
      otherDays += Self.otherDays(before, after)
    }
    (self.schools, self.people, self.otherDays) = (schools, people, otherDays)
    secondments =
      Self.alone(in: old.secondments, not: new.secondments, isGained: false)
      + Self.alone(in: new.secondments, not: old.secondments, isGained: true)
  }

  /// Those of the first list, then those of the second alone.
  private static func union<ID: Hashable>(_ one: [ID], _ other: [ID]) -> [ID] {
    var seen: Set<ID> = []
    return (one + other).filter { seen.insert($0).inserted }
  }

  private static func tasks(in term: TermPlan) -> [PersonID: [Task]] {
    var tasks: [PersonID: [Task]] = [:]
    for review in term.groups.flatMap(\.reviews) {
      func add(_ people: [PersonID], _ duty: Duty) {
        for person in people {
          tasks[person, default: []].append(Task(duty: duty, host: review.host))
        }
      }
      add(review.reviewers, .reviewer)
      add(review.champions, .champion)
      add(review.workshopLead.map { [$0] } ?? [], .workshopLead)
    }
    return tasks
  }

  private static func otherDays(_ before: TermPlan, _ after: TermPlan) -> Int {
    let days = Dictionary(
      before.groups.flatMap(\.reviews).map { ($0.host, $0.dates) }
    ) { first, _ in first }
    return after.groups.flatMap(\.reviews).count { review in
      guard let old = days[review.host], !old.isEmpty, !review.dates.isEmpty else { return false }
      return old != review.dates
    }
  }

  private static func alone(
    in one: [Secondment], not other: [Secondment], isGained: Bool
  ) -> [SecondmentMove] {
    struct Place: Hashable {
      let person: PersonID
      let opening: OpeningID
    }
    let known = Set(other.map { Place(person: $0.person, opening: $0.opening) })
    return one.filter { !known.contains(Place(person: $0.person, opening: $0.opening)) }.map {
      SecondmentMove(person: $0.person, opening: $0.opening, to: $0.to, isGained: isGained)
    }
  }
}

/// Who is in one group with whom in a term.
private struct Company {
  private let groups: [SchoolID: Set<SchoolID>]
  private let facts: TrustFacts

  init(_ term: TermPlan, _ facts: TrustFacts) {
    self.facts = facts
    groups = Dictionary(
      term.groups.flatMap { group in group.schools.map { ($0, Set(group.schools)) } }
    ) { first, _ in first }
  }

  func place(of school: SchoolID) -> PlanMoves.Place {
    if let group = groups[school] { return .with(group.filter { $0 != school }.sorted()) }
    return facts.school(school) == nil ? .elsewhere : .ungrouped
  }
}
