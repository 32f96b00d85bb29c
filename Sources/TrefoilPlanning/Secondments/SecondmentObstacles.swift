import TrefoilModel

/// Everything that a move has to keep, with the rest of a plan as it stands.
///
/// It has to name every must there is: where it names nothing, a move may be added to the plan, and a
/// plan that is proven best lacks it because it saves nothing.
struct SecondmentObstacles {
  private let facts: SecondmentFacts
  private let books: [TermBook]
  private let covers: CoverBook
  private let people: [PersonID: Person]
  private let candidates: Set<PersonID>
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
    underWay = facts.trust.scenario.underWay.reduce(into: [:]) { last, secondment in
      last[secondment.person] = max(
        last[secondment.person] ?? 0, secondment.terms.max() ?? 0)
    }
  }

  /// What keeps a move of a day a week in one term from being added. O(rules x roles).
  func obstacles(of move: Move) -> [SecondmentObstacle] {
    var obstacles: [SecondmentObstacle] = []
    if !facts.roles(of: move.candidate).contains(move.opening.role) {
      obstacles.append(SecondmentObstacle(.role))
    }
    if !move.candidate.hasConsent {
      obstacles.append(
        obstacle(
          .consent, "\(move.person.name) agrees to go", move.candidate.with(hasConsent: true)))
    }
    if !move.candidate.hasReleaseConsent {
      obstacles.append(
        obstacle(
          .release, "the head of \(move.home.name) agrees to release \(move.person.name)",
          move.candidate.with(hasReleaseConsent: true)))
    }
    obstacles += limits(of: move) + terms(of: move) + days(of: move) + home(of: move)
    return obstacles
  }

  /// What keeps somebody who is at an opening from a day a week more there: in every term of the stay,
  /// which has one number of days.
  ///
  /// - Parameter there: their move.
  func obstacles(ofMoreDaysAt there: Move) -> [SecondmentObstacle] {
    let more = there.span.compactMap { term in
      facts.move(
        there.candidate, to: there.opening, days: there.days + 1, firstTerm: term, terms: 1)
    }
    var obstacles = firmest(more.map { days(of: $0) }).map {
      SecondmentObstacle(.fewDays, $0.remedy)
    }
    obstacles += firmest(more.map { kept(of: $0) })
    if there.home.release.needsCover, !covers.allowsMoreDays(there) {
      obstacles.append(SecondmentObstacle(.coverDays, cover(at: there.home).remedy))
    }
    return obstacles
  }

  /// The obstacles of the term in which most is in the way.
  private func firmest(_ terms: [[SecondmentObstacle]]) -> [SecondmentObstacle] {
    func weight(_ obstacles: [SecondmentObstacle]) -> Int {
      obstacles.reduce(0) { $0 + 1_000 + ($1.remedy?.size ?? 1_000) }
    }
    return terms.reduce([]) { weight($1) > weight($0) ? $1 : $0 }
  }

  private func obstacle(
    _ kind: SecondmentObstacle.Kind, _ sentence: String, _ candidate: Candidate, size: Int = 1
  ) -> SecondmentObstacle {
    // What the files would not take is no remedy.
    guard
      candidate.faultOfActing(among: people, candidates: candidates) == nil
    else { return SecondmentObstacle(kind) }
    return SecondmentObstacle(
      kind, SecondmentRemedy(sentence: sentence, change: .candidate(candidate), size: size))
  }

  /// Rules about single moves.
  private func limits(of move: Move) -> [SecondmentObstacle] {
    rules.compactMap { rule in
      guard rule.charges(for: move, of: facts).contains(where: { $0.charge == .must }) else {
        return nil
      }
      switch rule {
      case is CommuteLimit:
        let minutes = max(
          facts.trust.minutes(from: move.home, to: move.school),
          facts.trust.minutes(from: move.school, to: move.home))
        let limit = move.candidate.commuteLimit ?? 0
        return obstacle(
          .commute, "\(move.person.name) travels \(minutes) minutes one way in place of \(limit)",
          move.candidate.with(commuteLimit: minutes), size: minutes - limit)
      case is SecondmentSkill, is SecondmentPhase: return SecondmentObstacle(.skill)
      case is Conflict: return SecondmentObstacle(.conflict)
      case is ReleaseStanding: return SecondmentObstacle(.standing)
      default: return SecondmentObstacle(.rule)
      }
    }
  }

  private func terms(of move: Move) -> [SecondmentObstacle] {
    let term = move.firstTerm
    // Who is away by what was decided before is no candidate for it, whatever they would like.
    if term <= underWay[move.person.id] ?? -1 || (term == 0 && !move.person.secondedTo.isEmpty) {
      return [SecondmentObstacle(.serving)]
    }
    if move.candidate.isOnOffer(in: term) { return [] }
    let (from, until) = (move.candidate.from, move.candidate.until ?? term)
    return [
      obstacle(
        .offered, "\(move.person.name) is on offer in \(facts.termName(term))",
        move.candidate.onOffer(alsoIn: term), size: term < from ? from - term : term - until)
    ]
  }

  private func days(of move: Move) -> [SecondmentObstacle] {
    let used = books[move.firstTerm].days(of: move.person.id)
    if used < move.candidate.days { return [] }
    if used >= Opening.mostDays { return [SecondmentObstacle(.days)] }
    return [
      obstacle(
        .days,
        "\(move.person.name) offers \(used + 1) days a week in place of \(move.candidate.days)",
        move.candidate.with(days: used + 1), size: used + 1)
    ]
  }

  /// Rules about the home school.
  private func home(of move: Move) -> [SecondmentObstacle] {
    let rules = facts.trust.scenario.rules
    let (home, book) = (move.home, books[move.firstTerm])
    var obstacles: [SecondmentObstacle] = []
    let gone =
      book.peopleAway(from: home.id) + facts.staff.peopleAway(from: home.id, term: move.firstTerm)
    if book.days(of: move.person.id) == 0, let limit = rules[MostOut.self].limit(of: home),
      gone >= limit
    {
      obstacles.append(
        SecondmentObstacle(
          .away,
          SecondmentRemedy(
            sentence: "\(home.name) lets \(gone + 1) people go at once in place of \(limit)",
            change: .school(home.with(mostOut: gone + 1)), size: gone + 1 - limit)))
    }
    obstacles += kept(of: move)
    if home.release.needsCover {
      switch covers.place(for: move) {
      case .open: break
      case .none: obstacles.append(cover(at: home))
      case .tooLong: obstacles.append(SecondmentObstacle(.chain))
      }
    }
    return obstacles
  }

  private func cover(at home: School) -> SecondmentObstacle {
    SecondmentObstacle(
      .cover,
      SecondmentRemedy(
        sentence: "\(home.name) releases people without cover",
        change: .school(home.with(needsCover: false)), size: 1))
  }

  /// Roles of which the home school would keep too few with a day less.
  private func kept(of move: Move) -> [SecondmentObstacle] {
    let (home, book) = (move.home, books[move.firstTerm])
    return Role.allCases.filter { move.person.roles.contains($0) }.compactMap { role in
      let least = facts.trust.scenario.rules[LeastKept.self].least(role, at: home)
      let there = facts.staff.days(of: role, at: home.id, term: move.firstTerm)
      let left = there - book.daysOut(of: role, from: home.id) - 1
      if least == 0 || left >= Opening.mostDays * least { return nil }
      if left < 0 { return SecondmentObstacle(.kept) }
      let kept = left / Opening.mostDays
      return SecondmentObstacle(
        .kept,
        SecondmentRemedy(
          sentence:
            "\(home.name) keeps \(kept) of the role \(role.rawValue) in place of \(least)",
          change: .school(home.with(leastKept: [role: kept])), size: least - kept))
    }
  }
}
