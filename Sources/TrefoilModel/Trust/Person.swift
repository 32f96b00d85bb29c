/// What a person does in the trust. One person may have several roles.
public enum Role: String, CaseIterable, Sendable, Hashable {
  /// Heads a school; an executive principal heads two.
  case principal
  /// A trained Improvement Champion: joins review teams and leads workshops.
  case champion
  case deputy
  case assistant
  case middleLeader = "middle-leader"
}

/// Someone who leads in a school of the trust.
public struct Person: Sendable, Hashable {
  public let id: PersonID
  public internal(set) var name: String
  /// The schools this person belongs to, the first of them the one travelled from; an executive
  /// principal has two.
  public internal(set) var schools: [SchoolID]
  public internal(set) var roles: [Role]
  /// The phases this person knows; nil means those taught at the person's schools.
  public internal(set) var phases: PhaseSet?
  /// The most duties in the term: visits made, as principal or champion, and workshops led.
  /// Nil means no limit.
  public internal(set) var capacity: Int?
  /// Days on which the person is not there.
  public internal(set) var unavailable: DaySet
  /// Weekdays on which the person never works.
  public internal(set) var nonWorking: WeekdaySet
  /// Schools at which this person may never be on a team or lead a workshop.
  public internal(set) var conflicts: [SchoolID]
  /// The schools this person serves on secondment this term.
  public internal(set) var secondedTo: [SchoolID]
  /// Whether the person has no duties at all, whatever the rule `capacity` says: away in every term of
  /// the plan. No file of a scenario can say so, only a change.
  public internal(set) var isAway: Bool

  public init(
    id: PersonID, name: String, schools: [SchoolID], roles: [Role], phases: PhaseSet? = nil,
    capacity: Int? = nil, unavailable: DaySet = DaySet(), nonWorking: WeekdaySet = [],
    conflicts: [SchoolID] = [], seconded: SchoolID? = nil, isAway: Bool = false
  ) {
    self.id = id
    self.name = name
    self.schools = schools
    self.roles = roles
    self.phases = phases
    self.capacity = capacity
    self.unavailable = unavailable
    self.nonWorking = nonWorking
    self.conflicts = conflicts
    secondedTo = seconded.map { [$0] } ?? []
    self.isAway = isAway
  }

  /// The same person in a term with these roles, and these secondments besides.
  public func with(roles: [Role], alsoSecondedTo schools: [SchoolID]) -> Person {
    var person = self
    person.roles = roles
    person.secondedTo += schools.filter { !secondedTo.contains($0) }
    return person
  }

  /// The first school this person serves on secondment this term.
  public var seconded: SchoolID? { secondedTo.first }
  public var isChampion: Bool { roles.contains(.champion) }
  public var isPrincipal: Bool { roles.contains(.principal) }
}
