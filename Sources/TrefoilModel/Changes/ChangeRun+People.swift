extension ChangeRun {
  mutating func makeForPerson(_ change: ScenarioChange) {
    let place = change.position
    switch change.kind {
    case .removePerson(let id):
      guard let index = index(of: id, at: place) else { return }
      note("\(scenario.people[index].name) leaves", change)
      scenario.remove(id)
      remove("person \(id)", at: place)
      touch(.person(id), at: place)
    case .addPerson(let person):
      if add(person, at: place) { note("\(person.name) joins", change) }
    case .changePerson(let id, let parts):
      guard let index = index(of: id, at: place) else { return }
      for part in parts where isFirst("the \(part.column) of \(id)", at: place) {
        if isSound(part, at: place) { scenario.people[index].set([part]) }
      }
      let columns = parts.map(\.column).joined(separator: ", ")
      note("\(scenario.people[index].name) differs in \(columns)", change)
      touch(.person(id), at: place)
    default: return
    }
  }

  /// Adds a person whose id is new and whose schools are known; whether that was so.
  @discardableResult
  mutating func add(_ person: Person, at place: SourcePosition) -> Bool {
    guard !scenario.people.contains(where: { $0.id == person.id }) else {
      reject(
        place, "this id has another person already", found: person.id.rawValue,
        remedy: "give the person an id of their own, or use 'change-person'")
      return false
    }
    guard areKnown(person.schools + person.conflicts + person.secondedTo, at: place) else {
      return false
    }
    scenario.people.append(person)
    scenario.namesPeople = true
    touch(.person(person.id), at: place)
    return true
  }

  private mutating func isSound(_ part: PersonPart, at place: SourcePosition) -> Bool {
    switch part {
    case .schools(let schools), .conflicts(let schools): areKnown(schools, at: place)
    case .seconded(let school): areKnown(school.map { [$0] } ?? [], at: place)
    default: true
    }
  }

  // MARK: Absences

  mutating func makeAbsent(_ absence: Absence, because change: ScenarioChange) {
    let place = change.position
    let when = absence.days.map { days in
      "on \(days.ranges.map(\.description).joined(separator: ", "))"
    }
    switch absence.who {
    case .person(let id):
      guard let index = index(of: id, at: place),
        isFirst("the absence of \(id) \(when ?? "all term")", at: place)
      else { return }
      let name = scenario.people[index].name
      let acting = absence.acting.flatMap { actingHead($0, for: scenario.people[index], at: place) }
      note(
        "\(name) is away \(when ?? "all term")"
          + (acting.map { ", and \($0.name) acts as principal" } ?? ""), change)
      takeAway(index, absence.days)
      touch(.person(id), at: place)
      if let acting { hand(over: id, to: acting.id, at: place) }
    case .school(let id):
      guard let school = school(id, at: place), isNobodyActing(absence, at: place),
        isFirst("the closing of \(id) \(when ?? "all term")", at: place)
      else { return }
      note("\(school.name) is closed \(when ?? "all term")", change)
      close([id], absence.days, at: place)
    case .hub(let hub):
      let ids = scenario.schools.filter { $0.hub == hub }.map(\.id)
      guard !ids.isEmpty else {
        let hubs = Set(scenario.schools.compactMap(\.hub)).sorted()
        rejectName("hub", hub, among: hubs, at: place, file: "schools.csv")
        return
      }
      guard isNobodyActing(absence, at: place),
        isFirst("the closing of \(hub) \(when ?? "all term")", at: place)
      else { return }
      note("the schools of \(hub) are closed \(when ?? "all term")", change)
      close(ids, absence.days, at: place)
    }
  }

  private mutating func close(_ ids: [SchoolID], _ days: DaySet?, at place: SourcePosition) {
    for id in ids {
      touch(.school(id), at: place)
      guard let index = scenario.schools.firstIndex(where: { $0.id == id }) else { continue }
      if let days {
        let closed = scenario.schools[index].closed
        scenario.schools[index].closed = DaySet(closed.ranges + days.ranges)
      } else if !scenario.term.away.contains(id) {
        scenario.term.away.append(id)
      }
    }
  }

  private mutating func takeAway(_ index: Int, _ days: DaySet?) {
    let person = scenario.people[index]
    if let days {
      scenario.people[index].unavailable = DaySet(person.unavailable.ranges + days.ranges)
      return
    }
    scenario.people[index].capacity = 0
    scenario.people[index].isAway = true
    if let term = scenario.term.dates {
      scenario.people[index].unavailable = DaySet(person.unavailable.ranges + [term.days])
    }
    scenario.candidates = scenario.candidates.map {
      $0.person == person.id ? $0.onOffer(from: 1) : $0
    }
    scenario.candidates.removeAll { $0.until ?? .max < $0.from }
    scenario.stopCoaching(person.id)
  }

  private mutating func isNobodyActing(_ absence: Absence, at place: SourcePosition) -> Bool {
    guard let acting = absence.acting else { return true }
    reject(
      place, "nobody acts for a school that is closed", found: acting.rawValue,
      remedy: "take 'acting' out")
    return false
  }

  /// Who leads the school of a principal who is away: somebody else of the same school.
  private mutating func actingHead(
    _ id: PersonID, for principal: Person, at place: SourcePosition
  ) -> Person? {
    guard let index = index(of: id, at: place) else { return nil }
    let acting = scenario.people[index]
    if !principal.isPrincipal {
      reject(
        place, "\(Excerpt.of(principal.name)) is no principal, so nobody acts as one",
        found: id.rawValue, remedy: "take 'acting' out")
      return nil
    }
    guard id != principal.id, !Set(acting.schools).isDisjoint(with: principal.schools) else {
      reject(
        place, "this is nobody else of the same school", found: id.rawValue,
        remedy: "name somebody of that school")
      return nil
    }
    return acting
  }

  private mutating func hand(over id: PersonID, to acting: PersonID, at place: SourcePosition) {
    scenario.people = scenario.people.handingOver(id, to: acting)
    touch(.person(acting), at: place)
  }
}
