extension Scenario {
  /// The scenario in which secondments that were published before and still last are known: whoever
  /// is on one serves there this term, and is on offer for another only when it ends.
  public var withSecondmentsUnderWay: Scenario {
    var places: [String: Int] = [:]
    for index in (0..<Self.mostTerms).reversed() { places[term(at: index).name] = index }
    var serving: [PersonID: [SchoolID]] = [:]
    var last: [PersonID: Int] = [:]
    for entry in ledger.entries where entry.kind == .secondment {
      // What this very term's publication wrote is a plan of this term, and not under way.
      guard let place = places[entry.term], entry.published != term.name else { continue }
      if place == 0 { serving[entry.person, default: []].append(entry.at) }
      last[entry.person] = max(last[entry.person] ?? 0, place)
    }
    if last.isEmpty { return self }
    return Scenario(
      trust: trust, term: term, horizon: horizon, later: later, schools: schools,
      people: people.map { $0.with(roles: $0.roles, alsoSecondedTo: serving[$0.id] ?? []) },
      history: history, travel: travel, rules: rules, published: published,
      publishedLater: publishedLater, earlier: earlier, namesPeople: namesPeople,
      openings: openings,
      candidates: candidates.map { candidate in
        guard let end = last[candidate.person] else { return candidate }
        return candidate.onOffer(from: end + 1)
      }, ledger: ledger, coaching: coaching, trustees: trustees, networks: networks)
  }
}

extension Candidate {
  /// The same candidate, on offer no sooner than this term.
  func onOffer(from term: Int) -> Candidate {
    Candidate(
      person: person, roles: roles, phases: phases, skills: skills, days: days,
      from: max(from, term), until: until, commuteLimit: commuteLimit, hasConsent: hasConsent,
      hasReleaseConsent: hasReleaseConsent, aim: aim, choices: choices, acting: acting)
  }
}
