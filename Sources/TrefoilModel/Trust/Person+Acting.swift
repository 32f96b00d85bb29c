extension [Person] {
  /// The same people once somebody acts for a principal: the role goes from the one to the other, in all
  /// schools of both.
  ///
  /// - Parameter acting: nil for somebody who is not named, such as ``TrustFacts`` supplies.
  public func handingOver(_ principal: PersonID, to acting: PersonID?) -> [Person] {
    map { person in
      var person = person
      if person.id == principal {
        person.roles.removeAll { $0 == .principal }
      } else if person.id == acting, !person.isPrincipal {
        person.roles.append(.principal)
      }
      return person
    }
  }

  /// Whether somebody can act for a principal: no principal yet, and principal then of at most two schools,
  /// none of which has another. O(people).
  public func mayAct(_ person: Person, for principal: PersonID) -> Bool {
    let isFree = allSatisfy { other in
      other.id == principal || !other.isPrincipal
        || !other.schools.contains(where: person.schools.contains)
    }
    return person.id != principal && !person.isPrincipal && person.schools.count <= 2 && isFree
  }
}

extension Person {
  /// The same person at work all the time, as far as an absence of all the time goes, and without a limit
  /// of duties: what the limit was before the absence is not known any more.
  public var atWork: Person {
    var person = self
    (person.isAway, person.capacity) = (false, nil)
    return person
  }
}
