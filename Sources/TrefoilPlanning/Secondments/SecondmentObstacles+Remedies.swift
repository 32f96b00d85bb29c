import TrefoilModel

/// What would take obstacles away.
extension SecondmentObstacles {
  /// The least change that takes an obstacle away; nil for what is no small change, or no change that a
  /// trust can make.
  ///
  /// - Parameter move: what it is in the way of: of the days that are to be added, in any term.
  func remedy(of obstacle: SecondmentObstacle, for move: Move) -> SecondmentRemedy? {
    let (candidate, home) = (move.candidate, move.home)
    switch obstacle.kind {
    case .consent:
      return remedy("\(move.person.name) agrees to go", candidate.with(hasConsent: true))
    case .release:
      return remedy(
        "the head of \(home.name) agrees to release \(move.person.name)",
        candidate.with(hasReleaseConsent: true))
    case .commute: return commute(of: move)
    case .offered:
      let term = obstacle.term
      let (from, until) = (candidate.from, candidate.until ?? term)
      return remedy(
        "\(move.person.name) is on offer in \(facts.termName(term))",
        candidate.onOffer(alsoIn: term), size: term < from ? from - term : term - until)
    case .days, .fewDays: return days(obstacle, of: move)
    case .away:
      let gone = peopleAway(from: home, in: obstacle.term) + 1
      let limit = facts.trust.scenario.rules[MostOut.self].limit(of: home) ?? gone
      return SecondmentRemedy(
        sentence: "\(home.name) lets \(gone) people go at once in place of \(limit)",
        change: .school(home.with(mostOut: gone)), size: gone - limit)
    case .kept: return kept(obstacle, of: move)
    case .cover, .coverDays:
      return SecondmentRemedy(
        sentence: "\(home.name) releases people without cover",
        change: .school(home.with(needsCover: false)), size: 1)
    default: return nil
    }
  }

  private func remedy(
    _ sentence: String, _ candidate: Candidate, size: Int = 1
  ) -> SecondmentRemedy? {
    // What the files would not take is no remedy.
    guard candidate.faultOfActing(among: people, candidates: candidates) == nil else { return nil }
    return SecondmentRemedy(sentence: sentence, change: .candidate(candidate), size: size)
  }

  private func commute(of move: Move) -> SecondmentRemedy? {
    let minutes = max(
      facts.trust.minutes(from: move.home, to: move.school),
      facts.trust.minutes(from: move.school, to: move.home))
    let limit = move.candidate.commuteLimit ?? 0
    return remedy(
      "\(move.person.name) travels \(minutes) minutes one way in place of \(limit)",
      move.candidate.with(commuteLimit: minutes), size: minutes - limit)
  }

  private func days(_ obstacle: SecondmentObstacle, of move: Move) -> SecondmentRemedy? {
    let days = books[obstacle.term].days(of: move.person.id) + move.days
    if days > Opening.mostDays { return nil }
    return remedy(
      "\(move.person.name) offers \(days) days a week in place of \(move.candidate.days)",
      move.candidate.with(days: days), size: days)
  }

  private func kept(_ obstacle: SecondmentObstacle, of move: Move) -> SecondmentRemedy? {
    guard let role = obstacle.role else { return nil }
    let left = daysLeft(of: role, without: move, in: obstacle.term)
    if left < 0 { return nil }
    let (kept, home) = (left / Opening.mostDays, move.home)
    let least = facts.trust.scenario.rules[LeastKept.self].least(role, at: home)
    return SecondmentRemedy(
      sentence: "\(home.name) keeps \(kept) of the role \(role.rawValue) in place of \(least)",
      change: .school(home.with(leastKept: [role: kept])), size: least - kept)
  }
}
