/// Who stands elsewhere in one plan of a term than in another.
public struct TermMoves: Sendable, Hashable {
  /// Where a school is.
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
    public let person: PersonID
    /// In the order of the plans.
    public let lost: [Task]
    public let gained: [Task]
  }

  /// A review that both plans have and somebody else leads.
  public struct LeadMove: Sendable, Hashable {
    public let host: SchoolID
    public let before: PersonID
    public let after: PersonID
  }

  /// In the order of the first scenario and then of the second.
  public let schools: [SchoolMove]
  public let people: [PersonMove]
  /// In the order of the new plan.
  public let leads: [LeadMove]
  /// Reviews of one host that have days in both plans, and other ones.
  public let otherDays: Int
  /// Workshops of one host that have a day in both plans, and another one.
  public let otherWorkshopDays: Int

  /// Linear in the plans, but for sets.
  public init(
    from before: TermPlan, _ oldFacts: TrustFacts, to after: TermPlan, _ newFacts: TrustFacts
  ) {
    let (was, now) = (Company(before, oldFacts), Company(after, newFacts))
    schools = (oldFacts.scenario.schools + newFacts.scenario.schools).map(\.id).distinct
      .compactMap { school in
        let (old, new) = (was.place(of: school), now.place(of: school))
        return old == new ? nil : SchoolMove(school: school, before: old, after: new)
      }
    let (oldTasks, newTasks) = (Self.tasks(in: before), Self.tasks(in: after))
    people = (oldFacts.people + newFacts.people).map(\.id).distinct.compactMap { person in
      let (had, has) = (oldTasks[person] ?? [], newTasks[person] ?? [])
      let move = PersonMove(
        person: person, lost: had.filter { !has.contains($0) },
        gained: has.filter { !had.contains($0) })
      return move.lost.isEmpty && move.gained.isEmpty ? nil : move
    }
    let old = Dictionary(before.groups.flatMap(\.reviews).map { ($0.host, $0) }) { first, _ in first
    }
    let both = after.groups.flatMap(\.reviews).compactMap { new in old[new.host].map { ($0, new) } }
    leads = both.compactMap { old, new in
      old.lead == new.lead ? nil : LeadMove(host: new.host, before: old.lead, after: new.lead)
    }
    otherDays = both.count { old, new in
      !old.dates.isEmpty && !new.dates.isEmpty && old.dates != new.dates
    }
    otherWorkshopDays = both.count { old, new in
      old.workshopDate != nil && new.workshopDate != nil && old.workshopDate != new.workshopDate
    }
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

  func place(of school: SchoolID) -> TermMoves.Place {
    if let group = groups[school] { return .with(group.filter { $0 != school }.sorted()) }
    return facts.school(school) == nil ? .elsewhere : .ungrouped
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
