/// Taking schools and people out of a scenario, with every mention of them.
extension Scenario {
  /// Takes a school out: people of no other school go too, and so do openings there. A published plan
  /// and the ledger stay as they were: what is written there has happened.
  mutating func remove(_ school: SchoolID) {
    let place = schools.first { $0.id == school }?.place
    schools.removeAll { $0.id == school }
    let gone = people.filter { $0.schools == [school] }.map(\.id)
    for id in gone + [TrustFacts.suppliedPrincipal(of: school)] { remove(id) }
    for index in people.indices {
      people[index].schools.removeAll { $0 == school }
      people[index].conflicts.removeAll { $0 == school }
      people[index].secondedTo.removeAll { $0 == school }
    }
    history = history.without(school)
    travel = TravelTable(
      minutes: travel.minutes.filter { $0.key.from != school && $0.key.to != school })
    for id in openings.filter({ $0.school == school }).map(\.id) { remove(id) }
    term.away.removeAll { $0 == school }
    for index in later.indices { later[index].away.removeAll { $0 == school } }
    for index in networks.indices { networks[index].remove(school) }
    networks.removeAll { $0.members.isEmpty }
    for index in trustees.indices { trustees[index].forget(school, at: place) }
    rules = rules.without(.school(school), namesToo: true)
  }

  /// Takes a person out; the principal of a school leaves one behind whom nobody names.
  mutating func remove(_ person: PersonID) {
    people.removeAll { $0.id == person }
    candidates.removeAll { $0.person == person }
    for index in candidates.indices where candidates[index].acting == person {
      candidates[index].acting = nil
    }
    stopCoaching(person)
    for index in coaching.indices { coaching[index].lineManagers.removeAll { $0 == person } }
    let isSchool = schools.contains { $0.id.rawValue == person.rawValue }
    rules = rules.without(.person(person), namesToo: !isSchool)
  }

  /// Takes a person out of coaching, and out of the choices of others.
  mutating func stopCoaching(_ person: PersonID) {
    coaching.removeAll { $0.person == person }
    for index in coaching.indices { coaching[index].choices.removeAll { $0 == person } }
  }

  /// Takes an opening out, and out of the choices of candidates.
  mutating func remove(_ opening: OpeningID) {
    openings.removeAll { $0.id == opening }
    for index in candidates.indices { candidates[index].choices.removeAll { $0 == opening } }
  }
}

extension History {
  /// Groups and rests without a school; groups and terms of nobody else are left out.
  fileprivate func without(_ school: SchoolID) -> History {
    History(
      terms: terms.compactMap { term in
        let groups = term.groups.map { $0.filter { $0 != school } }.filter { !$0.isEmpty }
        let rested = term.rested.filter { $0 != school }
        if groups.isEmpty && rested.isEmpty { return nil }
        return PastTerm(
          name: term.name, termsAgo: term.termsAgo, groups: groups, rested: rested)
      })
  }
}

extension Network {
  fileprivate mutating func remove(_ school: SchoolID) {
    members.removeAll { $0 == school }
    venues.removeAll { $0 == school }
    past.removeAll { $0.school == school }
    intake?.removeAll { $0 == .school(school) }
    venueIntake?.removeAll { $0 == .school(school) }
  }
}

extension Trustee {
  /// Whoever lives near a school that is gone lives where it stood.
  fileprivate mutating func forget(_ school: SchoolID, at place: Place?) {
    ties.removeAll { $0 == school }
    past.removeAll { $0.school == school }
    if home == .near(school), let place { home = .place(place) }
  }
}

extension RuleBook {
  /// The rules without exceptions for somebody who is gone, and without wishes that name them: groups
  /// and seats that are to be exactly so go, lists lose a member and go once nobody is left to be with.
  ///
  /// - Parameter namesToo: whether the id in a list means this one and nobody else.
  fileprivate func without(_ subject: Subject, namesToo: Bool) -> RuleBook {
    var book = self
    book.revoke(subject)
    if namesToo {
      let apart = book[Apart.self].setting.compactMap { $0.without(subject) }
      let together = book[Together.self].setting.compactMap { $0.without(subject) }
      book = book.with(Apart(apart)).with(Together(together))
    }
    return book.with(Pin(book[Pin.self].setting.without(subject)))
      .with(Forbid(book[Forbid.self].setting.without(subject)))
  }
}

extension Subject {
  var id: String {
    switch self {
    case .school(let school): school.rawValue
    case .person(let person): person.rawValue
    }
  }
}

extension Wish {
  fileprivate func without(_ subject: Subject) -> Wish? {
    if !members.contains(subject.id) { return self }
    let rest = members.filter { $0 != subject.id }
    return rest.count < 2
      ? nil : Wish(rest, charge: charge, reason: reason, position: position)
  }
}

extension GroupsAndSeats {
  fileprivate func without(_ subject: Subject) -> GroupsAndSeats {
    switch subject {
    case .school(let school):
      GroupsAndSeats(
        groups: groups.filter { !$0.members.contains(school.rawValue) },
        seats: seats.filter { $0.host != school })
    case .person(let person):
      GroupsAndSeats(groups: groups, seats: seats.filter { $0.person != person })
    }
  }
}
