import TrefoilModel

/// Everything that a move has to keep, with the rest of a plan as it stands.
///
/// It has to name every must there is: where it names nothing, a move may be added to the plan, and a
/// plan that is proven best lacks it because it saves nothing.
struct SecondmentObstacles {
  let facts: SecondmentFacts
  let books: [TermBook]
  let people: [PersonID: Person]
  let candidates: Set<PersonID>
  private let covers: CoverBook
  /// Rules about single moves that may be musts.
  private let rules: [any MoveRule]
  /// The last term in which somebody is away by the ledger.
  private let underWay: [PersonID: Int]

  /// O(terms x moves).
  init(_ facts: SecondmentFacts, _ planned: [PlannedMove]) {
    self.facts = facts
    let moves = planned.map(\.move)
    covers = CoverBook(planned, setting: facts.trust.scenario.rules[NeedsCover.self].setting)
    people = Dictionary(facts.trust.people.map { ($0.id, $0) }) { first, _ in first }
    candidates = Set(facts.candidates.map(\.person))
    books = (0..<facts.termCount).map { TermBook(moves, term: $0) }
    rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any MoveRule }
      .filter { type(of: $0).mayForbid }
    underWay = facts.trust.scenario.underWay.reduce(into: [:]) { last, secondment in
      last[secondment.person] = max(
        last[secondment.person] ?? 0, secondment.terms.max() ?? 0)
    }
  }

  // MARK: Whatever else is planned

  func hasRole(_ candidate: Candidate, for opening: Opening) -> Bool {
    facts.roles(of: candidate).contains(opening.role)
  }

  /// What keeps somebody from an opening in every term, the role apart. O(rules).
  func fixed(of move: Move) -> [SecondmentObstacle] {
    var kinds: [SecondmentObstacle.Kind] = []
    if !move.candidate.hasConsent { kinds.append(.consent) }
    if !move.candidate.hasReleaseConsent { kinds.append(.release) }
    for rule in rules
    where rule.charges(for: move, of: facts).contains(where: { $0.charge == .must }) {
      switch rule {
      case is CommuteLimit: kinds.append(.commute)
      case is SecondmentSkill, is SecondmentPhase: kinds.append(.skill)
      case is Conflict: kinds.append(.conflict)
      case is ReleaseStanding: kinds.append(.standing)
      default: kinds.append(.rule)
      }
    }
    return kinds.map { SecondmentObstacle($0, in: move.firstTerm) }
  }

  /// What keeps somebody from any opening in a term. O(1).
  func fixed(of candidate: Candidate, in term: Int) -> SecondmentObstacle? {
    // Who is away by what was decided before is no candidate for it, whatever they would like.
    if term <= underWay[candidate.person] ?? -1
      || (term == 0 && people[candidate.person]?.secondedTo.isEmpty == false)
    {
      return SecondmentObstacle(.serving, in: term)
    }
    return candidate.isOnOffer(in: term) ? nil : SecondmentObstacle(.offered, in: term)
  }

  // MARK: As the plan stands

  /// What keeps a move in one term from being added to the plan. O(roles + moves).
  func obstacles(besides move: Move) -> [SecondmentObstacle] {
    var obstacles = days(of: move) + away(of: move) + kept(of: move)
    if move.home.release.needsCover {
      switch covers.place(for: move) {
      case .open: break
      case .none: obstacles.append(SecondmentObstacle(.cover, in: move.firstTerm))
      case .tooLong: obstacles.append(SecondmentObstacle(.chain, in: move.firstTerm))
      }
    }
    return obstacles
  }

  /// What keeps somebody who is at an opening from a day a week more there: in every term of the stay,
  /// which has one number of days.
  ///
  /// - Parameter there: their move.
  func obstacles(ofMoreDaysAt there: Move) -> [SecondmentObstacle] {
    let more = there.span.map { there.inTerm($0, days: 1) }
    var obstacles = firmest(more.map(days), among: more).map {
      SecondmentObstacle(.fewDays, in: $0.term)
    }
    obstacles += firmest(more.map(kept), among: more)
    if there.home.release.needsCover, !covers.allowsMoreDays(there) {
      obstacles.append(SecondmentObstacle(.coverDays, in: there.firstTerm))
    }
    return obstacles
  }

  /// What keeps somebody who is at an opening from staying there in other terms too, on the same days.
  /// Whether they are on offer then is not looked at.
  ///
  /// - Parameters:
  ///   - there: their move.
  ///   - terms: those before or after the stay, up to it.
  func obstacles(ofStaying there: Move, alsoIn terms: Range<Int>) -> [SecondmentObstacle] {
    let more = terms.map { there.inTerm($0) }
    var obstacles: [SecondmentObstacle] = []
    for hindrances in [more.map(days), more.map(away), more.map(kept)] {
      obstacles += firmest(hindrances, among: more)
    }
    if there.home.release.needsCover, !covers.allowsStaying(there, alsoIn: terms) {
      obstacles.append(SecondmentObstacle(.cover, in: terms.lowerBound))
    }
    return obstacles
  }

  /// The obstacles of the term in which most is in the way.
  private func firmest(
    _ terms: [[SecondmentObstacle]], among moves: [Move]
  ) -> [SecondmentObstacle] {
    var firmest: (weight: Int, obstacles: [SecondmentObstacle]) = (0, [])
    for (obstacles, move) in zip(terms, moves) {
      let weight = obstacles.reduce(0) {
        $0 + 1_000 + (remedy(of: $1, for: move)?.size ?? 1_000)
      }
      if weight > firmest.weight { firmest = (weight, obstacles) }
    }
    return firmest.obstacles
  }

  private func days(of move: Move) -> [SecondmentObstacle] {
    let used = books[move.firstTerm].days(of: move.person.id)
    return used + move.days <= move.candidate.days
      ? [] : [SecondmentObstacle(.days, in: move.firstTerm)]
  }

  /// People away from the home school.
  private func away(of move: Move) -> [SecondmentObstacle] {
    let (book, limit) = (
      books[move.firstTerm], facts.trust.scenario.rules[MostOut.self].limit(of: move.home)
    )
    guard let limit, book.days(of: move.person.id) == 0,
      peopleAway(from: move.home, in: move.firstTerm) >= limit
    else { return [] }
    return [SecondmentObstacle(.away, in: move.firstTerm)]
  }

  func peopleAway(from home: School, in term: Int) -> Int {
    books[term].peopleAway(from: home.id) + facts.staff.peopleAway(from: home.id, term: term)
  }

  /// Roles of which the home school would keep too few.
  private func kept(of move: Move) -> [SecondmentObstacle] {
    let rule = facts.trust.scenario.rules[LeastKept.self]
    return Role.allCases.filter { role in
      let least = rule.least(role, at: move.home)
      return least > 0 && move.person.roles.contains(role)
        && daysLeft(of: role, without: move, in: move.firstTerm) < Opening.mostDays * least
    }.map { SecondmentObstacle(.kept, in: move.firstTerm, role: $0) }
  }

  /// Days a week of a role that the home school would keep in a term without a move.
  func daysLeft(of role: Role, without move: Move, in term: Int) -> Int {
    facts.staff.days(of: role, at: move.home.id, term: term)
      - books[term].daysOut(of: role, from: move.home.id) - move.days
  }
}
