/// What secondments change in the terms that they reach.
extension Scenario {
  /// A principal who is away on so many days a week or more has someone act in their place.
  public static let daysOfAbsence = 3

  /// Everybody in one term of the plan: people on secondment serve there too, and while a principal is
  /// away most of the week the acting head is the principal.
  func people(ofTerm index: Int) -> [Person] {
    if secondments.isEmpty, underWay.isEmpty { return people }
    let places = placesOfTerms
    var serving: [PersonID: [SchoolID]] = [:]
    var days: [PersonID: Int] = [:]
    for secondment in secondments {
      guard (1...Opening.mostDays).contains(secondment.days),
        (1...Self.mostTerms).contains(secondment.terms),
        let start = places[TermName.key(of: secondment.firstTerm)],
        (start..<(start + secondment.terms)).contains(index)
      else { continue }
      serving[secondment.person, default: []].append(secondment.to)
      days[secondment.person, default: 0] += secondment.days
    }
    for secondment in underWay where secondment.terms.contains(index) {
      serving[secondment.person, default: []].append(secondment.at)
      days[secondment.person, default: 0] += secondment.days
    }
    var acting: Set<PersonID> = []
    var away: Set<PersonID> = []
    for candidate in candidates where days[candidate.person] ?? 0 >= Self.daysOfAbsence {
      guard let stand = candidate.acting else { continue }
      acting.insert(stand)
      away.insert(candidate.person)
    }
    return people.map { person in
      var roles = person.roles
      let wasPrincipal = person.isPrincipal
      if away.contains(person.id) { roles.removeAll { $0 == .principal } }
      if acting.contains(person.id), !wasPrincipal { roles.append(.principal) }
      return person.with(roles: roles, alsoSecondedTo: serving[person.id] ?? [])
    }
  }
}
