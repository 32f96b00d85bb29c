import TrefoilModel
import TrefoilSolver

/// Why an opening is not filled, and the least changes that would fill more of it.
///
/// Each candidate who is not there is held against everything that a move there has to keep, with the
/// rest of the plan as it stands. Whoever fails in one thing alone, apart from what hangs on the rest of
/// the plan, might come if that one thing changed; of these the least changes of each kind are tried, and
/// what helps is named.
struct UnfilledReasons {
  private let facts: SecondmentFacts
  private let moves: [OpeningID: [Move]]
  private let obstacles: SecondmentObstacles
  /// What is said where nothing is in the way.
  private let unhindered: SecondmentObstacle.Kind
  private let stop: StopSignal

  /// After a stop so many candidates are still looked at, over all openings.
  private static let mostAfterStop = 100_000
  static let stopped = "the search was stopped before it was looked at why"

  /// - Parameter isProven: whether no secondments cost less; only then it is known what saves nothing.
  init(
    _ facts: SecondmentFacts, _ secondments: [Secondment], isProven: Bool,
    stop: StopSignal = StopSignal()
  ) {
    self.facts = facts
    self.stop = stop
    unhindered = isProven ? .price : .open
    let planned = secondments.enumerated().compactMap { place, secondment in
      facts.move(secondment).map {
        PlannedMove(move: $0, place: place, coveredBy: secondment.coveredBy)
      }
    }
    moves = Dictionary(grouping: planned.map(\.move)) { $0.opening.id }
    obstacles = SecondmentObstacles(facts, planned)
  }

  /// Every opening that lacks something, with the remedies that the trials bear out.
  func unfilled(trying trials: inout RemedyTrials) -> [UnfilledOpening] {
    var left = Self.mostAfterStop
    return facts.openings.compactMap { opening in
      let own = moves[opening.id] ?? []
      let filled = opening.span.map { term in
        own.reduce(0) { $0 + ($1.span.contains(term) ? $1.days : 0) }
      }
      let lacking = zip(opening.span, filled.map { opening.days - $0 }).filter { $0.1 > 0 }
      if lacking.isEmpty { return nil }
      let days = lacking.reduce(0) { $0 + $1.1 }
      if stop.isSent {
        left -= facts.candidates.count
        trials.stop()
      }
      if left < 0 {
        return UnfilledOpening(opening: opening.id, days: days, reasons: [Self.stopped])
      }
      let accounts = accounts(of: opening, lacking: Dictionary(uniqueKeysWithValues: lacking))
      let tried = changes(accounts.flatMap(\.hindered), of: opening, filled: filled.min() ?? 0)
      return UnfilledOpening(
        opening: opening.id, days: days,
        reasons: reasons(lacking.map(\.0), accounts, opening),
        remedies: remedies(tried, opening, &trials))
    }
  }

  // MARK: Accounts

  /// What is in the way in each term that lacks days, in the order of the terms.
  /// O(candidates x terms x rules).
  private func accounts(of opening: Opening, lacking: [Int: Int]) -> [OpeningAccount] {
    let terms = lacking.keys.sorted()
    var accounts = terms.map { _ in OpeningAccount() }
    let stays = Dictionary(grouping: moves[opening.id] ?? []) { $0.person.id }
    for candidate in facts.candidates {
      // Nobody stands twice at one opening.
      if let stay = stays[candidate.person]?.first {
        for (place, term) in terms.enumerated() {
          count(stay, term, lacking, in: &accounts[place])
        }
        continue
      }
      guard
        let move = facts.move(candidate, to: opening, days: 1, firstTerm: terms[0], terms: 1),
        !move.person.schools.contains(opening.school)
      else { continue }
      guard obstacles.hasRole(candidate, for: opening) else {
        for place in terms.indices { accounts[place].count(.role) }
        continue
      }
      let always = obstacles.fixed(of: move)
      for (place, term) in terms.enumerated() {
        let fixed = always + (obstacles.fixed(of: candidate, in: term).map { [$0] } ?? [])
        let now = move.inTerm(term)
        accounts[place].count(
          fixed: fixed, planned: fixed.count > 1 ? [] : obstacles.obstacles(besides: now),
          of: now, otherwise: unhindered)
      }
    }
    return accounts
  }

  /// Somebody who is at the opening, and what keeps them from more days, or from staying longer.
  private func count(
    _ stay: Move, _ term: Int, _ lacking: [Int: Int], in account: inout OpeningAccount
  ) {
    if stay.span.contains(term) {
      let isOpen = stay.span.allSatisfy { lacking[$0] != nil }
      account.count(
        fixed: [], planned: obstacles.obstacles(ofMoreDaysAt: stay), of: stay.inTerm(term, days: 1),
        otherwise: isOpen ? unhindered : .stay)
      return
    }
    let longer =
      term < stay.firstTerm ? term..<stay.firstTerm : stay.span.upperBound..<(term + 1)
    // A stay has one number of days, in all of its terms.
    guard longer.allSatisfy({ lacking[$0] ?? 0 >= stay.days }) else { return account.count(.there) }
    let more = stay.inTerm(term)
    let fixed = longer.compactMap { obstacles.fixed(of: stay.candidate, in: $0) }.last
    account.count(
      fixed: fixed.map { [$0] } ?? [],
      planned: obstacles.obstacles(ofStaying: stay, alsoIn: longer), of: more,
      otherwise: unhindered)
  }

  // MARK: Reasons

  /// What is said of each missing term, once for terms that follow on and have the same to say.
  private func reasons(
    _ terms: [Int], _ accounts: [OpeningAccount], _ opening: Opening
  ) -> [String] {
    let rules = facts.trust.scenario.rules
    var reasons: [String] = []
    var place = 0
    while place < terms.count {
      let account = accounts[place]
      var last = place
      while last + 1 < terms.count, terms[last + 1] == terms[last] + 1,
        accounts[last + 1].counts == account.counts
      {
        last += 1
      }
      let name =
        facts.termName(terms[place])
        + (last > place ? " to \(facts.termName(terms[last]))" : "")
      if account.isEmpty { reasons.append("\(name): nobody else is a candidate for it") }
      for kind in SecondmentObstacle.Kind.allCases where account.counts[kind.rawValue] > 0 {
        let count = account.counts[kind.rawValue]
        reasons.append("\(name): \(kind.words(count, at: opening, by: rules))")
      }
      place = last + 1
    }
    return reasons
  }

  // MARK: Remedies

  /// Of each kind so many are tried, the least first; the first that helps is named.
  private static let mostOfKind = 3

  /// What may be tried, kind by kind: whoever nothing else keeps away first, then the least.
  private func changes(
    _ hindered: [OpeningAccount.Hindered], of opening: Opening, filled: Int
  ) -> [[SecondmentRemedy]] {
    if stop.isSent { return [] }
    let byKind = Dictionary(grouping: hindered) { $0.obstacle.kind }
    let kinds = SecondmentObstacle.Kind.allCases.compactMap { kind -> [SecondmentRemedy]? in
      let remedies = (byKind[kind] ?? []).compactMap { one in
        obstacles.remedy(of: one.obstacle, for: one.move).map { (remedy: $0, one.isAlone) }
      }
      return remedies.enumerated().sorted {
        ($0.element.1 ? 0 : 1, $0.element.remedy.size, $0.offset)
          < ($1.element.1 ? 0 : 1, $1.element.remedy.size, $1.offset)
      }.map(\.element.remedy)
    }
    return kinds + changes(of: opening, filled: filled).map { [$0] }
  }

  /// Of each kind the first that helps. What one kind had tried, another need not.
  private func remedies(
    _ changes: [[SecondmentRemedy]], _ opening: Opening, _ trials: inout RemedyTrials
  ) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for kind in changes {
      let own = kind.filter { seen.insert($0.sentence).inserted }.prefix(Self.mostOfKind)
      if let remedy = own.first(where: { trials.helps($0, opening) }) {
        found.append(remedy.sentence)
      }
    }
    return found
  }

  /// Fewer days, with which the opening would be filled; and a term later.
  private func changes(of opening: Opening, filled: Int) -> [SecondmentRemedy] {
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
    return tried
  }
}
