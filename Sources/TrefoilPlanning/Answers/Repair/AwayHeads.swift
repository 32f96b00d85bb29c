import TrefoilModel

/// Heads who are away as long as there is anything to review, while nobody acts in their place.
///
/// A head is there when their school is reviewed and visits the others of the group, so that no plan fits
/// before somebody is named who acts: what a search could say of it would name everything else.
struct AwayHeads {
  private let facts: TrustFacts
  private let published: TermPlan
  private let options: RepairOptions

  /// - Parameter facts: the trust as it is now.
  init(_ facts: TrustFacts, published: TermPlan, _ options: RepairOptions) {
    self.facts = facts
    self.published = published
    self.options = options
  }

  /// A sentence for each, in the order of the schools. O(schools x days).
  var sentences: [String] {
    facts.participants.compactMap { school in
      guard let head = facts.principal(of: school.id), isOpen(school.id),
        let time = absence(of: head)
      else { return nil }
      return
        "\(head.name) is away \(time), and nobody acts as head of \(school.name). Name who does, "
        + "with 'acting' in the change file."
    }
  }

  /// Whether anything that a head is needed for is still to come in the group of a school.
  private func isOpen(_ school: SchoolID) -> Bool {
    guard let group = published.groups.first(where: { $0.schools.contains(school) }) else {
      return !published.resting.contains(school)
    }
    return group.reviews.contains { !options.hasBegun($0.dates.first) }
  }

  /// For how long a head is away: nil for one who is there on a day that is left.
  private func absence(of head: Person) -> String? {
    if head.isAway { return "all term" }
    guard let term = facts.scenario.term.dates else { return nil }
    let days = term.days.days.filter(facts.isWorkingDay)
    let left = days.filter { !options.hasBegun($0) }
    if left.isEmpty || left.contains(where: { facts.isAvailable(head, on: $0) }) { return nil }
    let isThereBefore = days.contains { facts.isAvailable(head, on: $0) }
    return isThereBefore ? "for the rest of the term" : "all term"
  }
}
