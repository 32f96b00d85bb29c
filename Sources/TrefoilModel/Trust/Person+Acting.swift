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
