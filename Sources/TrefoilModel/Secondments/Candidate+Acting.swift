extension Candidate {
  /// What is wrong with who acts for a candidate who is a principal, in words; nil for nothing.
  ///
  /// A principal away most of the week leaves somebody of the school in charge, who stays. O(1).
  public func faultOfActing(
    among people: [PersonID: Person], candidates: Set<PersonID>
  ) -> (problem: String, remedy: String)? {
    guard let person = people[person] else { return nil }
    guard let acting else {
      guard person.isPrincipal, days >= Scenario.daysOfAbsence else { return nil }
      return (
        "a principal who may be away \(Scenario.daysOfAbsence) days a week or more has nobody to "
          + "act in their place",
        "name one of the school in the column 'acting', or offer fewer days"
      )
    }
    guard let stand = people[acting] else {
      return ("there is no such person", "write an id from people.csv")
    }
    if stand.id == person.id || Set(stand.schools).isDisjoint(with: person.schools) {
      return ("this is nobody else of the same school", "name somebody of that school")
    }
    if candidates.contains(stand.id) {
      return ("this person is a candidate too, and may be away as well", "name somebody who stays")
    }
    return nil
  }
}
