/// Scenarios in which one thing is otherwise, to ask what would help.
extension Scenario {
  /// The same scenario with one candidate replaced, who is the same person.
  public func replacing(_ candidate: Candidate) -> Scenario {
    var copy = self
    copy.candidates = candidates.map { $0.person == candidate.person ? candidate : $0 }
    return copy
  }

  /// The same scenario with one school replaced, of the same id.
  public func replacing(_ school: School) -> Scenario {
    var copy = self
    copy.schools = schools.map { $0.id == school.id ? school : $0 }
    return copy
  }

  /// The same scenario with one opening replaced, of the same id.
  public func replacing(_ opening: Opening) -> Scenario {
    var copy = self
    copy.openings = openings.map { $0.id == opening.id ? opening : $0 }
    return copy
  }
}

extension Candidate {
  /// The same candidate on other terms; what is not said stays.
  public func with(
    days: Int? = nil, commuteLimit: Int? = nil, hasConsent: Bool? = nil,
    hasReleaseConsent: Bool? = nil
  ) -> Candidate {
    Candidate(
      person: person, roles: roles, phases: phases, skills: skills, days: days ?? self.days,
      from: from, until: until, commuteLimit: commuteLimit ?? self.commuteLimit,
      hasConsent: hasConsent ?? self.hasConsent,
      hasReleaseConsent: hasReleaseConsent ?? self.hasReleaseConsent, aim: aim, choices: choices,
      acting: acting)
  }

  /// The same candidate, on offer in this term too and in all between.
  public func onOffer(alsoIn term: Int) -> Candidate {
    Candidate(
      person: person, roles: roles, phases: phases, skills: skills, days: days,
      from: min(from, term), until: until.map { max($0, term) }, commuteLimit: commuteLimit,
      hasConsent: hasConsent, hasReleaseConsent: hasReleaseConsent, aim: aim, choices: choices,
      acting: acting)
  }
}

extension Opening {
  /// The same opening of other days a week, or that begins in another term.
  public func with(days: Int? = nil, firstTerm: Int? = nil) -> Opening {
    Opening(
      id: id, school: school, role: role, phase: phase, skills: skills, days: days ?? self.days,
      firstTerm: firstTerm ?? self.firstTerm, terms: terms, priority: priority)
  }
}

extension School {
  /// The same school that says otherwise about leaders who are seconded; what is not said stays.
  public func with(
    mostOut: Int? = nil, leastKept: [Role: Int] = [:], needsCover: Bool? = nil
  ) -> School {
    var copy = self
    copy.release = Release(
      mostOut: mostOut ?? release.mostOut,
      leastKept: release.leastKept.merging(leastKept) { _, new in new },
      needsCover: needsCover ?? release.needsCover)
    return copy
  }
}
