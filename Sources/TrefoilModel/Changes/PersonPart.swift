/// One thing about a person, as a change says it; nil clears what may be left out.
public enum PersonPart: Sendable, Hashable {
  case name(String)
  case schools([SchoolID])
  case roles([Role])
  case phases(PhaseSet?)
  case capacity(Int?)
  case unavailable(DaySet, WeekdaySet)
  case conflicts([SchoolID])
  case seconded(SchoolID?)

  /// The column of people.csv that holds it.
  public var column: String {
    switch self {
    case .name: "name"
    case .schools: "school"
    case .roles: "role"
    case .phases: "phases"
    case .capacity: "capacity"
    case .unavailable: "unavailable"
    case .conflicts: "conflicts"
    case .seconded: "seconded"
    }
  }
}

extension Person {
  /// Puts these parts in place of what there is.
  public mutating func set(_ parts: [PersonPart]) {
    for part in parts { set(part) }
  }

  private mutating func set(_ part: PersonPart) {
    switch part {
    case .name(let name): self.name = name
    case .schools(let schools): self.schools = schools
    case .roles(let roles): self.roles = roles
    case .phases(let phases): self.phases = phases
    case .capacity(let capacity): self.capacity = capacity
    case .unavailable(let days, let weekdays): (unavailable, nonWorking) = (days, weekdays)
    case .conflicts(let schools): conflicts = schools
    case .seconded(let school): secondedTo = school.map { [$0] } ?? []
    }
  }
}
