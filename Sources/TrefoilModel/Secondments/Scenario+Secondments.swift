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
    var acting: [PersonID: [PersonID]] = [:]
    var away: Set<PersonID> = []
    for candidate in candidates where days[candidate.person] ?? 0 >= Self.daysOfAbsence {
      guard let stand = candidate.acting else { continue }
      acting[stand, default: []].append(candidate.person)
      away.insert(candidate.person)
    }
    let led = away.isEmpty ? [:] : schoolsWithoutHead(away)
    return people.map { person in
      var known = person
      if away.contains(person.id) { known.roles.removeAll { $0 == .principal } }
      if let absent = acting[person.id] {
        if !person.isPrincipal { known.roles.append(.principal) }
        for school in absent.flatMap({ led[$0] ?? [] }) where !known.schools.contains(school) {
          known.schools.append(school)
        }
      }
      return known.with(roles: known.roles, alsoSecondedTo: serving[person.id] ?? [])
    }
  }

  /// The schools that each principal who is away heads and that nobody else would head: whoever acts
  /// leads all of them, or the second school of an executive principal would have no head.
  private func schoolsWithoutHead(_ away: Set<PersonID>) -> [PersonID: [SchoolID]] {
    let stays = people.filter { $0.isPrincipal && !away.contains($0.id) }
    let headed = Set(stays.flatMap(\.schools))
    return people.reduce(into: [:]) { led, person in
      guard person.isPrincipal, away.contains(person.id) else { return }
      led[person.id] = person.schools.filter { !headed.contains($0) }
    }
  }
}
