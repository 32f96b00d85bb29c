extension ChangeRun {
  mutating func makeForSchool(_ change: ScenarioChange) {
    let place = change.position
    switch change.kind {
    case .removeSchool(let id):
      guard let school = school(id, at: place) else { return }
      note("\(school.name) leaves", change)
      for person in scenario.people where person.schools == [id] {
        remove("person \(person.id)", at: place)
      }
      for opening in scenario.openings where opening.school == id {
        remove("opening \(opening.id)", at: place)
      }
      scenario.remove(id)
      remove("school \(id)", at: place)
      touch(.school(id), at: place)
    case .addSchool(let school, let people): add(school, people, because: change)
    case .moveSchool(let id, let to):
      guard let index = index(of: id, at: place), isFirst("the place of \(id)", at: place) else {
        return
      }
      note("\(scenario.schools[index].name) moves", change)
      scenario.schools[index].place = to
      // What was measured was measured from where it stood.
      scenario.travel = TravelTable(
        minutes: scenario.travel.minutes.filter { $0.key.from != id && $0.key.to != id })
      touch(.school(id), at: place)
    case .changeSchool(let id, let parts):
      guard let index = index(of: id, at: place) else { return }
      for part in parts where isFirst("the \(part.column) of \(id)", at: place) {
        scenario.schools[index].set([part])
      }
      let columns = parts.map(\.column).joined(separator: ", ")
      note("\(scenario.schools[index].name) differs in \(columns)", change)
      touch(.school(id), at: place)
      gatherNetworks()
    default: return
    }
  }

  private mutating func gatherNetworks() {
    for index in scenario.networks.indices {
      scenario.networks[index].gather(from: scenario.schools)
    }
  }

  private mutating func index(of id: SchoolID, at position: SourcePosition) -> Int? {
    guard school(id, at: position) != nil else { return nil }
    return scenario.schools.firstIndex { $0.id == id }
  }

  private mutating func add(_ school: School, _ people: [Person], because change: ScenarioChange) {
    let place = change.position
    guard !scenario.schools.contains(where: { $0.id == school.id }) else {
      reject(
        place, "this id has another school already", found: school.id.rawValue,
        remedy: "give the school an id of its own, or use 'change-school'")
      return
    }
    scenario.schools.append(school)
    gatherNetworks()
    touch(.school(school.id), at: place)
    note("\(school.name) joins", change)
    for person in people { add(person, at: place) }
  }
}
