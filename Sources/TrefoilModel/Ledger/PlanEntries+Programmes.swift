/// What a plan gives besides reviews: secondments, coaching, advocates, meetings of networks.
extension PlanEntries {
  /// An entry for each term that a secondment lasts.
  mutating func add(_ secondment: Secondment, _ secondments: SecondmentFacts) {
    guard (1...Opening.mostDays).contains(secondment.days),
      (1...Scenario.mostTerms).contains(secondment.terms)
    else {
      remark(
        "The secondment of \(facts.name(secondment.person)) to \(facts.name(secondment.to)) is not "
          + "counted: there is none of \(secondment.days) days a week and \(secondment.terms) terms."
      )
      return
    }
    let days = secondment.days * facts.scenario.rules[Commute.self].setting
    let minutes = roundTrip(of: secondment)
    for step in 0..<secondment.terms {
      add(
        LedgerEntry(
          published: published, term: Self.term(step, of: secondment, secondments),
          kind: .secondment, person: secondment.person, from: secondment.from, at: secondment.to,
          days: days, minutes: minutes * days, opening: secondment.opening))
    }
  }

  /// The name of a term that a secondment lasts, 0 being the first.
  ///
  /// Where the plan's terms, and those that follow them, do not have the first, terms are counted on
  /// from its name.
  private static func term(
    _ step: Int, of secondment: Secondment, _ secondments: SecondmentFacts
  ) -> String {
    secondments.term(named: secondment.firstTerm).map { secondments.termName($0 + step) }
      ?? TermName.name(of: step, after: secondment.firstTerm)
  }

  /// Days are given whether or not the schools are known; of unknown schools there are no journeys.
  private mutating func roundTrip(of secondment: Secondment) -> Int {
    let ids = [secondment.from, secondment.to]
    if let unknown = ids.first(where: { facts.school($0) == nil }) {
      leaveOut(
        "The journeys of \(facts.name(secondment.person)) to \(facts.name(secondment.to)) are",
        for: unknown.rawValue)
    }
    guard let home = facts.school(secondment.from), let school = facts.school(secondment.to) else {
      return 0
    }
    return facts.roundTrip(from: home, to: school)
  }

  private var term: String { facts.scenario.term.name }

  /// A coach's sessions are no whole days; they count as one thing given, with its journeys.
  ///
  /// Whether the two still ask and offer does not matter: they did when the plan was made.
  mutating func add(_ pair: CoachingPair) {
    func school(_ id: PersonID) -> School? {
      facts.person(id)?.schools.first.flatMap { facts.school($0) }
    }
    guard let from = school(pair.coach), let place = school(pair.coachee) else {
      let unknown = school(pair.coach) == nil ? pair.coach : pair.coachee
      leaveOut(
        "The coaching of \(facts.name(pair.coachee)) by \(facts.name(pair.coach)) is",
        for: unknown.rawValue)
      return
    }
    let sessions = facts.scenario.rules[CoachingTravel.self].setting
    add(
      LedgerEntry(
        published: published, term: term, kind: .coaching, person: pair.coach, from: from.id,
        at: place.id, days: 0, minutes: facts.roundTrip(from: from, to: place) * sessions))
  }

  /// A trustee's visits, which are nobody's days.
  mutating func add(_ pair: Advocacy, _ advocates: AdvocateFacts) {
    guard let trustee = advocates.trustee(pair.trustee), let school = facts.school(pair.school)
    else {
      let isKnown = advocates.trustee(pair.trustee) != nil
      leaveOut(
        "That \(advocates.name(pair.trustee)) champions \(facts.name(pair.school)) is",
        for: isKnown ? pair.school.rawValue : pair.trustee.rawValue)
      return
    }
    let visits = facts.scenario.rules[AdvocateTravel.self].setting
    add(
      LedgerEntry(
        published: published, term: term, kind: .advocate,
        person: PersonID(pair.trustee.rawValue), from: pair.school, at: pair.school, days: 0,
        minutes: advocates.roundTrip(of: trustee, to: school) * visits))
  }

  /// A day at the venue for each meeting; journeys are the members', and in no entry.
  mutating func add(_ planned: NetworkPlan, _ networks: NetworkFacts) {
    guard let network = networks.network(planned.network) else {
      leaveOut("Where \(planned.network) meets is", for: planned.network.rawValue)
      return
    }
    for group in planned.groups {
      add(
        LedgerEntry(
          published: published, term: term, kind: .network,
          person: PersonID(network.id.rawValue), from: group.venue, at: group.venue,
          days: network.meetings, minutes: 0))
    }
  }
}
