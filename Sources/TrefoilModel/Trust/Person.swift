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
  public let name: String
  /// The schools this person belongs to, the first of them the one travelled from; an executive
  /// principal has two.
  public let schools: [SchoolID]
  public let roles: [Role]
  /// The phases this person knows; nil means those taught at the person's schools.
  public let phases: PhaseSet?
  /// The most duties in the term: visits made, as principal or champion, and workshops led.
  /// Nil means no limit.
  public let capacity: Int?
  /// Days on which the person is not there.
  public let unavailable: DaySet
  /// Weekdays on which the person never works.
  public let nonWorking: WeekdaySet
  /// Schools at which this person may never be on a team or lead a workshop.
  public let conflicts: [SchoolID]
  /// The schools this person serves on secondment this term.
  public let secondedTo: [SchoolID]

  public init(
    id: PersonID, name: String, schools: [SchoolID], roles: [Role], phases: PhaseSet? = nil,
    capacity: Int? = nil, unavailable: DaySet = DaySet(), nonWorking: WeekdaySet = [],
    conflicts: [SchoolID] = [], seconded: SchoolID? = nil
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
  }

  private init(_ person: Person, roles: [Role], secondedTo: [SchoolID]) {
    id = person.id
    name = person.name
    schools = person.schools
    self.roles = roles
    phases = person.phases
    capacity = person.capacity
    unavailable = person.unavailable
    nonWorking = person.nonWorking
    conflicts = person.conflicts
    self.secondedTo = secondedTo
  }

  /// The same person in a term with these roles, and these secondments besides.
  public func with(roles: [Role], alsoSecondedTo schools: [SchoolID]) -> Person {
    Person(
      self, roles: roles, secondedTo: secondedTo + schools.filter { !secondedTo.contains($0) })
  }

  /// The first school this person serves on secondment this term.
  public var seconded: SchoolID? { secondedTo.first }
  public var isChampion: Bool { roles.contains(.champion) }
  public var isPrincipal: Bool { roles.contains(.principal) }
}
