import TrefoilModel

/// Why an opening is not filled, and the least changes that would fill more of it.
///
/// Each candidate who is not there is held against everything that a move there has to keep, with the
/// rest of the plan as it stands. Who fails in one thing alone might come if that one thing changed;
/// of these the least changes of each kind are tried, and what helps is named.
struct UnfilledReasons {
  private let facts: SecondmentFacts
  private let moves: [Move]
  private let obstacles: SecondmentObstacles
  private let isProven: Bool

  /// - Parameter isProven: whether no secondments cost less; only then it is known what saves nothing.
  init(_ facts: SecondmentFacts, _ secondments: [Secondment], isProven: Bool) {
    self.facts = facts
    self.isProven = isProven
    let planned = secondments.enumerated().compactMap { place, secondment in
      facts.move(secondment).map {
        PlannedMove(move: $0, place: place, coveredBy: secondment.coveredBy)
      }
    }
    moves = planned.map(\.move)
    obstacles = SecondmentObstacles(facts, planned)
  }

  /// Every opening that lacks something, with the remedies that the trials bear out.
  func unfilled(trying trials: inout RemedyTrials) -> [UnfilledOpening] {
    facts.openings.compactMap { opening in
      let filled = opening.span.map { term in
        moves.reduce(0) {
          $0 + ($1.opening.id == opening.id && $1.span.contains(term) ? $1.days : 0)
        }
      }
      let missing = zip(opening.span, filled).filter { $0.1 < opening.days }.map(\.0)
      if missing.isEmpty { return nil }
      let accounts = missing.map { account(of: opening, term: $0, missing: Set(missing)) }
      let least = filled.min() ?? 0
      return UnfilledOpening(
        opening: opening.id, days: filled.reduce(0) { $0 + opening.days - $1 },
        reasons: reasons(missing, accounts.map(\.counts)),
        remedies: remedies(of: accounts.flatMap(\.single), opening, &trials)
          + changes(of: opening, filled: least, &trials))
    }
  }

  private struct Account {
    var counts: [SecondmentObstacle.Kind: Int] = [:]
    /// Obstacles that are the only one of somebody.
    var single: [SecondmentObstacle] = []
  }

  /// O(candidates x rules).
  private func account(of opening: Opening, term: Int, missing: Set<Int>) -> Account {
    let own = moves.filter { $0.opening.id == opening.id }
    let unhindered = isProven ? SecondmentObstacle.Kind.price : .open
    var account = Account()
    for candidate in facts.candidates {
      let stays = own.filter { $0.person.id == candidate.person }
      let obstacles: [SecondmentObstacle]
      // Nobody stands twice at one opening.
      var otherwise = stays.isEmpty ? unhindered : .there
      if let there = stays.first(where: { $0.span.contains(term) }) {
        obstacles = self.obstacles.obstacles(ofMoreDaysAt: there)
        otherwise = there.span.allSatisfy(missing.contains) ? unhindered : .stay
      } else if let move = facts.move(
        candidate, to: opening, days: 1, firstTerm: term, terms: 1),
        !move.person.schools.contains(opening.school)
      {
        obstacles = self.obstacles.obstacles(of: move)
      } else {
        continue
      }
      let first = obstacles.first ?? SecondmentObstacle(otherwise)
      account.counts[first.kind, default: 0] += 1
      if obstacles.count == 1 { account.single.append(first) }
    }
    return account
  }

  // MARK: Reasons

  /// What is said of each missing term, once for terms that follow on and have the same to say.
  private func reasons(
    _ terms: [Int], _ counts: [[SecondmentObstacle.Kind: Int]]
  ) -> [String] {
    var reasons: [String] = []
    var place = 0
    while place < terms.count {
      var last = place
      while last + 1 < terms.count, terms[last + 1] == terms[last] + 1,
        counts[last + 1] == counts[place]
      {
        last += 1
      }
      let name =
        facts.termName(terms[place])
        + (last > place ? " to \(facts.termName(terms[last]))" : "")
      if counts[place].isEmpty { reasons.append("\(name): nobody else is a candidate for it") }
      for kind in SecondmentObstacle.Kind.allCases {
        if let count = counts[place][kind] { reasons.append("\(name): \(kind.words(count))") }
      }
      place = last + 1
    }
    return reasons
  }

  // MARK: Remedies

  /// Of each kind so many are tried, the least first; the first that helps is named.
  private static let mostOfKind = 3

  private func remedies(
    of obstacles: [SecondmentObstacle], _ opening: Opening, _ trials: inout RemedyTrials
  ) -> [String] {
    var found: [String] = []
    for kind in SecondmentObstacle.Kind.allCases {
      var seen: Set<String> = []
      let remedies = obstacles.filter { $0.kind == kind }.compactMap(\.remedy)
        .filter { seen.insert($0.sentence).inserted }
      let sorted = remedies.enumerated().sorted {
        ($0.element.size, $0.offset) < ($1.element.size, $1.offset)
      }.map(\.element)
      for remedy in sorted.prefix(Self.mostOfKind) where trials.helps(remedy, opening) {
        found.append(remedy.sentence)
        break
      }
    }
    return found
  }

  /// Fewer days, with which the opening would be filled; and a term later.
  private func changes(
    of opening: Opening, filled: Int, _ trials: inout RemedyTrials
  ) -> [String] {
    var tried: [SecondmentRemedy] = []
    let days = filled > 0 ? filled : opening.days - 1
    if days > 0 {
      tried.append(
        SecondmentRemedy(
          sentence:
            "the opening asks for \(days == 1 ? "1 day" : "\(days) days") a week in place of "
            + "\(opening.days): then it is filled",
          change: .opening(opening.with(days: days)), size: 1))
    }
    let next = opening.firstTerm + 1
    if next + opening.terms <= Scenario.mostTerms {
      tried.append(
        SecondmentRemedy(
          sentence: "the opening begins a term later, in \(facts.termName(next))",
          change: .opening(opening.with(firstTerm: next)), size: 1))
    }
    return tried.filter { trials.helps($0, opening) }.map(\.sentence)
  }
}
