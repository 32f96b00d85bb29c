import TrefoilModel

/// Why an opening is not filled, and the least changes that would fill more of it.
///
/// Each candidate who is not there is held against everything that a move there has to keep, with the
/// rest of the plan as it stands. Who fails in one thing alone would come if that one thing changed;
/// of these the least change of each kind is named.
struct UnfilledReasons {
  private let facts: SecondmentFacts
  private let moves: [Move]
  let missing: [(opening: Opening, term: Int, days: Int)]

  init(_ facts: SecondmentFacts, _ secondments: [Secondment]) {
    self.facts = facts
    let moves = secondments.compactMap { facts.move($0) }
    self.moves = moves
    missing = facts.openings.flatMap { opening in
      opening.span.compactMap { term in
        let filled = moves.reduce(0) {
          $0 + ($1.opening.id == opening.id && $1.span.contains(term) ? $1.days : 0)
        }
        return filled < opening.days ? (opening, term, opening.days - filled) : nil
      }
    }
  }

  var unfilled: [UnfilledOpening] {
    facts.openings.compactMap { opening in
      let terms = missing.filter { $0.opening.id == opening.id }
      guard let first = terms.first else { return nil }
      let (reasons, remedies) = account(for: opening, term: first.term)
      return UnfilledOpening(
        opening: opening.id, days: terms.reduce(0) { $0 + $1.days }, reasons: reasons,
        remedies: remedies)
    }
  }

  /// One thing in the way of one candidate.
  private struct Obstacle {
    /// Obstacles of one kind are counted together, and one remedy is named for them.
    let kind: Kind
    let remedy: String?
    /// The size of the change, to find the least.
    let size: Int
  }

  private enum Kind: String, CaseIterable {
    case role, consent, release, commute, must, conflict, offered, days, away, kept, cover, price

    func words(_ count: Int) -> String {
      let who = count == 1 ? "1 candidate" : "\(count) candidates"
      return switch self {
      case .role: "\(who) \(count == 1 ? "offers" : "offer") another role"
      case .consent: "\(who) \(count == 1 ? "has" : "have") not agreed to go"
      case .release: "\(who) may not be released by the home school's head"
      case .commute: "\(who) would travel further than their commute limit"
      case .must: "\(who) \(count == 1 ? "lacks" : "lack") a skill or phase that is a must"
      case .conflict: "\(who) \(count == 1 ? "has" : "have") a conflict of interest there"
      case .offered: "\(who) \(count == 1 ? "is" : "are") not on offer in that term"
      case .days: "\(who) \(count == 1 ? "has" : "have") no days left, at other openings"
      case .away: "\(who) would leave too many away from the home school"
      case .kept: "\(who) would leave the home school too few of the role"
      case .cover: "\(who) may go only when someone comes, and nobody does"
      case .price: "\(who) could come, but that costs more than leaving the days open"
      }
    }
  }

  private func account(for opening: Opening, term: Int) -> ([String], [String]) {
    var counts: [Kind: Int] = [:]
    var least: [Kind: (size: Int, remedy: String)] = [:]
    for candidate in facts.candidates {
      guard let move = facts.move(candidate, to: opening, days: 1, firstTerm: term, terms: 1),
        !move.person.schools.contains(opening.school),
        !moves.contains(where: {
          $0.opening.id == opening.id && $0.person.id == move.person.id
        })
      else { continue }
      let obstacles = obstacles(of: move)
      let first = obstacles.first ?? Obstacle(kind: .price, remedy: nil, size: 0)
      counts[first.kind, default: 0] += 1
      // Another role is no small change, and nobody is asked to take one.
      if obstacles.count == 1, let remedy = first.remedy,
        first.size < least[first.kind]?.size ?? .max
      {
        least[first.kind] = (first.size, remedy)
      }
    }
    let name = facts.termName(term)
    let reasons =
      counts.isEmpty
      ? ["nobody else is a candidate for it"]
      : Kind.allCases.compactMap { kind in counts[kind].map { "\(name): \(kind.words($0))" } }
    return (reasons, Kind.allCases.compactMap { least[$0]?.remedy })
  }

  private func obstacles(of move: Move) -> [Obstacle] {
    let name = move.person.name
    let term = facts.termName(move.firstTerm)
    var obstacles: [Obstacle] = []
    func add(_ kind: Kind, _ remedy: String?, size: Int = 1) {
      obstacles.append(Obstacle(kind: kind, remedy: remedy, size: size))
    }
    if !facts.roles(of: move.candidate).contains(move.opening.role) { add(.role, nil) }
    if !move.candidate.hasConsent { add(.consent, "\(name) agrees to go") }
    if !move.candidate.hasReleaseConsent {
      add(.release, "the head of \(move.home.name) agrees to release \(name)")
    }
    addLimits(of: move, &obstacles)
    if !move.candidate.isOnOffer(in: move.firstTerm) {
      let distance =
        move.firstTerm < move.candidate.from
        ? move.candidate.from - move.firstTerm : move.firstTerm - (move.candidate.until ?? 0)
      add(.offered, "\(name) is on offer in \(term)", size: distance)
    }
    let busy = moves.filter { $0.span.contains(move.firstTerm) }
    let own = busy.filter { $0.person.id == move.person.id }
    let used = own.reduce(0) { $0 + $1.days }
    if used >= move.candidate.days {
      let days = used + 1
      add(
        .days,
        days <= Opening.mostDays ? "\(name) offers \(days) days a week in place of \(used)" : nil,
        size: days)
    }
    addHome(of: move, busy, isAway: !own.isEmpty, &obstacles)
    return obstacles
  }

  /// Rules about single moves.
  private func addLimits(of move: Move, _ obstacles: inout [Obstacle]) {
    let rules = facts.trust.scenario.rules
    func forbids(_ rule: some MoveRule) -> Bool {
      rule.charges(for: move, of: facts).contains { $0.charge == .must }
    }
    if forbids(rules[CommuteLimit.self]), let limit = move.candidate.commuteLimit {
      let minutes = max(
        facts.trust.minutes(from: move.home, to: move.school),
        facts.trust.minutes(from: move.school, to: move.home))
      obstacles.append(
        Obstacle(
          kind: .commute,
          remedy: "\(move.person.name) travels \(minutes) minutes one way in place of \(limit)",
          size: minutes - limit))
    }
    if forbids(rules[SecondmentSkill.self]) || forbids(rules[SecondmentPhase.self]) {
      obstacles.append(Obstacle(kind: .must, remedy: nil, size: 1))
    }
    if forbids(rules[Conflict.self]) {
      obstacles.append(Obstacle(kind: .conflict, remedy: nil, size: 1))
    }
  }

  /// Rules about the home school.
  private func addHome(
    of move: Move, _ busy: [Move], isAway: Bool, _ obstacles: inout [Obstacle]
  ) {
    let rules = facts.trust.scenario.rules
    let away = Set(busy.filter { $0.home.id == move.home.id }.map(\.person.id)).count
    let gone =
      away
      + facts.staff.peopleAway(from: move.home.id, term: move.firstTerm)
    if !isAway, let limit = rules[MostOut.self].limit(of: move.home), gone >= limit {
      obstacles.append(
        Obstacle(
          kind: .away,
          remedy: "\(move.home.name) lets \(gone + 1) people go at once in place of \(limit)",
          size: gone + 1 - limit))
    }
    for role in move.person.roles where rules[LeastKept.self].least(role, at: move.home) > 0 {
      let out = busy.reduce(0) {
        $0 + ($1.home.id == move.home.id && $1.person.roles.contains(role) ? $1.days : 0)
          - ($1.school.id == move.home.id && $1.opening.role == role ? $1.days : 0)
      }
      let room = rules[LeastKept.self].room(
        role, at: move.home, term: move.firstTerm, of: facts)
      if out + 1 > room {
        obstacles.append(
          Obstacle(
            kind: .kept,
            remedy: "\(move.home.name) keeps one fewer of the role \(role.rawValue)", size: 1))
      }
    }
    if move.home.release.needsCover {
      obstacles.append(
        Obstacle(
          kind: .cover, remedy: "\(move.home.name) releases \(move.person.name) without cover",
          size: 1))
    }
  }
}
