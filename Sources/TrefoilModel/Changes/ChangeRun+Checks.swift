/// What holds of every scenario that is read, checked of one that was changed.
extension ChangeRun {
  /// The scenario after all changes.
  func finish() throws -> Scenario {
    let changed = scenario.withSecondmentsUnderWay.withPublishedTurns
    var faults = faults
    faults += changed.people.flatMap { faultsOfPerson($0) }
    faults += faultsOfHeads(in: changed) + faultsOfPlaces(in: changed)
    faults += faultsOfCandidates(in: changed) + faultsOfNetworks(in: changed)
    faults += changed.ruleFaults
    if !faults.isEmpty { throw Faults(faults) }
    return changed
  }

  /// Where somebody was changed, or whatever else was changed first.
  private func place(of subject: Subject) -> SourcePosition {
    touched[subject] ?? touched.values.min() ?? SourcePosition(file: "changes")
  }

  private func place(of person: PersonID) -> SourcePosition { place(of: .person(person)) }
  private func place(of school: SchoolID) -> SourcePosition { place(of: .school(school)) }

  private func faultsOfPerson(_ person: Person) -> [Fault] {
    var faults: [Fault] = []
    func fail(_ problem: String, remedy: String) {
      faults.append(
        Fault(
          at: place(of: person.id), problem: problem, found: person.id.rawValue, remedy: remedy))
    }
    if person.schools.isEmpty {
      fail("the person has no school left", remedy: "write one in 'school'")
    }
    if Set(person.schools).count < person.schools.count {
      fail("the same school stands twice", remedy: "write it once")
    }
    if person.isPrincipal, Set(person.schools).count > 2 {
      fail(
        "a principal heads \(person.schools.count) schools",
        remedy: "name at most two; supply the others' own principals")
    }
    if person.secondedTo.contains(where: person.schools.contains) {
      fail("nobody is seconded to a school of their own", remedy: "clear 'seconded'")
    }
    return faults
  }

  private func faultsOfHeads(in scenario: Scenario) -> [Fault] {
    var heads: [SchoolID: PersonID] = [:]
    var faults: [Fault] = []
    for person in scenario.people where person.isPrincipal {
      for school in person.schools {
        guard let other = heads.updateValue(person.id, forKey: school), other != person.id else {
          continue
        }
        let isLater = touched[.person(person.id)] != nil
        faults.append(
          Fault(
            at: place(of: isLater ? person.id : other),
            problem: "\(Excerpt.of(school.rawValue)) has a principal already, "
              + Excerpt.of((isLater ? other : person.id).rawValue), found: school.rawValue,
            remedy: "keep one; give the other the role deputy"))
      }
    }
    let ids = Set(scenario.people.map(\.id))
    for school in scenario.schools where heads[school.id] == nil {
      let id = TrustFacts.suppliedPrincipal(of: school.id)
      guard ids.contains(id) else { continue }
      faults.append(
        Fault(
          at: place(of: id),
          problem: "this id is taken by the principal of \(Excerpt.of(school.id.rawValue)), whom "
            + "no row names", found: id.rawValue,
          remedy: "give this person another id, or name the principal of that school"))
    }
    return faults
  }

  /// Schools without a place that the table of journeys does not join to all others, and trustees from
  /// whom no journey is known.
  private func faultsOfPlaces(in scenario: Scenario) -> [Fault] {
    let placeless = scenario.schools.filter { $0.place == nil }
    let schools = placeless.compactMap { school -> Fault? in
      let lost = scenario.schools.first {
        $0.id != school.id && scenario.travel.minutes(from: school.id, to: $0.id) == nil
      }
      return lost.map { other in
        let isOther = touched[.school(school.id)] == nil && touched[.school(other.id)] != nil
        return Fault(
          at: place(of: isOther ? other.id : school.id),
          problem: "the school has no place, and no journey is known to "
            + Excerpt.of(other.id.rawValue), found: school.id.rawValue,
          remedy: "give it a place; journeys that were measured do not move with a school")
      }
    }
    if !schools.isEmpty { return schools }
    let known = Set(scenario.schools.map(\.id))
    let trustees = scenario.trustees.compactMap { trustee -> Fault? in
      let lost: SchoolID? =
        switch trustee.home {
        case .place: placeless.first?.id
        case .near(let school): known.contains(school) ? nil : school
        }
      return lost.map { school in
        Fault(
          at: place(of: school),
          problem: "the journeys of the trustee \(Excerpt.of(trustee.id.rawValue)) are not known "
            + "any more", found: school.rawValue,
          remedy: "give the school a place in schools.csv, or the trustee one in advocates.csv")
      }
    }
    return trustees
  }

  private func faultsOfCandidates(in scenario: Scenario) -> [Fault] {
    let people = Dictionary(scenario.people.map { ($0.id, $0) }) { first, _ in first }
    let ids = Set(scenario.candidates.map(\.person))
    return scenario.candidates.compactMap { candidate in
      candidate.faultOfActing(among: people, candidates: ids).map { fault in
        Fault(
          at: place(of: candidate.person), problem: fault.problem,
          found: (candidate.acting ?? candidate.person).rawValue, remedy: fault.remedy)
      }
    }
  }

  private func faultsOfNetworks(in scenario: Scenario) -> [Fault] {
    scenario.networks.filter(\.venues.isEmpty).map { network in
      Fault(
        at: touched.values.min() ?? SourcePosition(file: "changes"),
        problem: "the network \(Excerpt.of(network.id.rawValue)) has nowhere left to meet",
        remedy: "name another venue in networks.csv")
    }
  }
}

extension Scenario {
  /// Faults that show only when the rules are held against the trust, and against one another.
  public var ruleFaults: [Fault] {
    rules.rules.flatMap { $0.faults(against: self) } + Contradictions(in: self).faults
  }
}
