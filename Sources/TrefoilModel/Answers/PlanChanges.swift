/// Who stands elsewhere in one plan of a term than in another. Leads and days are not looked at.
public struct PlanChanges: Sendable, Hashable {
  /// A school whose group is another.
  public struct Move: Sendable, Hashable {
    public let school: SchoolID
    /// The others of its group; empty where it rests, or is in none.
    public let before: [SchoolID]
    public let after: [SchoolID]
  }

  /// One duty at one host.
  public struct Task: Sendable, Hashable, Comparable {
    public let host: SchoolID
    public let duty: Duty

    public static func < (left: Task, right: Task) -> Bool {
      (left.host, left.duty.rawValue) < (right.host, right.duty.rawValue)
    }
  }

  /// A person whose duties are others.
  public struct Shift: Sendable, Hashable {
    public let person: PersonID
    public let gains: [Task]
    public let losses: [Task]
  }

  /// In the order of the scenario.
  public let moves: [Move]
  /// In the order of the people.
  public let shifts: [Shift]

  public var isEmpty: Bool { moves.isEmpty && shifts.isEmpty }

  /// O(schools + people + duties).
  public init(from before: TermPlan, to after: TermPlan, facts: TrustFacts) {
    let (old, new) = (Self.companions(in: before), Self.companions(in: after))
    moves = facts.scenario.schools.compactMap { school in
      let (was, now) = (old[school.id] ?? [], new[school.id] ?? [])
      guard Set(was) != Set(now) else { return nil }
      return Move(school: school.id, before: was, after: now)
    }
    let (had, has) = (Self.tasks(in: before), Self.tasks(in: after))
    shifts = facts.people.compactMap { person in
      let (was, now) = (had[person.id] ?? [], has[person.id] ?? [])
      guard was != now else { return nil }
      return Shift(
        person: person.id, gains: now.subtracting(was).sorted(),
        losses: was.subtracting(now).sorted())
    }
  }

  private static func companions(in plan: TermPlan) -> [SchoolID: [SchoolID]] {
    var companions: [SchoolID: [SchoolID]] = [:]
    for group in plan.groups {
      for school in group.schools {
        companions[school] = group.schools.filter { $0 != school }
      }
    }
    return companions
  }

  private static func tasks(in plan: TermPlan) -> [PersonID: Set<Task>] {
    var tasks: [PersonID: Set<Task>] = [:]
    for review in plan.groups.flatMap(\.reviews) {
      func add(_ people: [PersonID], _ duty: Duty) {
        for person in people {
          tasks[person, default: []].insert(Task(host: review.host, duty: duty))
        }
      }
      add(review.reviewers, .reviewer)
      add(review.champions, .champion)
      add(review.workshopLead.map { [$0] } ?? [], .workshopLead)
    }
    return tasks
  }
}
