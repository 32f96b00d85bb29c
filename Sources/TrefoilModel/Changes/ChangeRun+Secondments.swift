extension ChangeRun {
  mutating func add(_ opening: Opening, because change: ScenarioChange) {
    let place = change.position
    guard school(opening.school, at: place) != nil else { return }
    if scenario.openings.contains(where: { $0.id == opening.id }) {
      reject(
        place, "this id has another opening already", found: opening.id.rawValue,
        remedy: "give each opening an id of its own")
      return
    }
    scenario.openings.append(opening)
    note("there is an opening \(opening.id.rawValue)", change)
  }

  mutating func add(_ candidate: Candidate, because change: ScenarioChange) {
    let place = change.position
    guard let index = index(of: candidate.person, at: place) else { return }
    if scenario.candidates.contains(where: { $0.person == candidate.person }) {
      reject(
        place, "this person is a candidate already", found: candidate.person.rawValue,
        remedy: "take them out with 'remove-candidate' first")
      return
    }
    guard candidate.choices.map({ isKnown($0, at: place) }).allSatisfy(\.self) else { return }
    scenario.candidates.append(candidate)
    note("\(scenario.people[index].name) is a candidate for secondment", change)
    touch(.person(candidate.person), at: place)
  }

  mutating func removeCandidate(_ id: PersonID, because change: ScenarioChange) {
    let ids = scenario.candidates.map(\.person)
    guard ids.contains(id) else {
      rejectName(
        "candidate", id.rawValue, among: ids.map(\.rawValue), at: change.position,
        file: "candidates.csv")
      return
    }
    note("\(TrustFacts(scenario).name(id)) is no candidate for secondment", change)
    scenario.candidates.removeAll { $0.person == id }
    remove("candidate \(id)", at: change.position)
  }
}
