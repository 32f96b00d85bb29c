/// What makes secondments possible, before any rule: people, openings, consent, days and terms.
///
/// Its findings carry the key `secondments`; there is nothing to set.
struct SecondmentStructure {
  static let key: RuleKey = "secondments"

  let facts: SecondmentFacts

  func findings(in secondments: [Secondment]) -> [Finding] {
    var findings = secondments.enumerated().flatMap { place, secondment in
      names(secondment, place)
    }
    let moves = secondments.enumerated().compactMap { place, secondment in
      facts.move(secondment).map {
        PlannedMove(move: $0, place: place, coveredBy: secondment.coveredBy)
      }
    }
    for planned in moves { findings += single(planned) }
    return findings + together(moves)
  }

  private func broken(_ place: Int?, _ sentence: String) -> Finding {
    Finding(rule: Self.key, charge: .must, group: place, sentence: sentence)
  }

  private func names(_ secondment: Secondment, _ place: Int) -> [Finding] {
    var findings: [Finding] = []
    func fail(_ sentence: String) { findings.append(broken(place, sentence)) }
    if facts.trust.person(secondment.person) == nil {
      fail("there is no person '\(secondment.person)'")
    } else if facts.candidate(secondment.person) == nil {
      fail("\(facts.trust.name(secondment.person)) is no candidate for secondment")
    }
    if let opening = facts.opening(secondment.opening) {
      if opening.school != secondment.to {
        fail("opening \(secondment.opening) is at \(facts.trust.name(opening.school))")
      }
    } else {
      fail("there is no opening '\(secondment.opening)'")
    }
    if let person = facts.trust.person(secondment.person),
      person.schools.first != secondment.from
    {
      fail("\(person.name) is not of '\(secondment.from)'")
    }
    if !(1...Opening.mostDays).contains(secondment.days)
      || !(1...Scenario.mostTerms).contains(secondment.terms)
    {
      fail(
        "a secondment is of 1 to 5 whole days a week for whole terms, not of \(secondment.days) days "
          + "and \(secondment.terms) terms")
    }
    if facts.term(named: secondment.firstTerm) == nil {
      fail("there is no term '\(secondment.firstTerm)' to begin in")
    }
    return findings
  }

  private func single(_ planned: PlannedMove) -> [Finding] {
    let move = planned.move
    var findings: [Finding] = []
    func fail(_ sentence: String) { findings.append(broken(planned.place, sentence)) }
    if !move.candidate.hasConsent { fail("\(move.person.name) has not agreed to go") }
    if !move.candidate.hasReleaseConsent {
      fail("the head of \(move.home.name) has not agreed to release \(move.person.name)")
    }
    if !facts.roles(of: move.candidate).contains(move.opening.role) {
      fail("\(move.person.name) does not offer the role \(move.opening.role.rawValue)")
    }
    if move.person.schools.contains(move.school.id) {
      fail("nobody is seconded to a school of their own, as \(move.person.name) is")
    }
    let span = move.opening.span
    if move.span.lowerBound < span.lowerBound || move.span.upperBound > span.upperBound {
      fail("\(move.person.name) is at \(move.school.name) in a term without the opening")
    }
    for term in move.span.prefix(Scenario.mostTerms) where !move.candidate.isOnOffer(in: term) {
      fail("\(move.person.name) is not on offer in \(facts.termName(term))")
    }
    if move.span.contains(0), !move.person.secondedTo.isEmpty {
      fail("\(move.person.name) serves another school on secondment already")
    }
    return findings
  }

  /// Days of people and of openings, term by term.
  private func together(_ moves: [PlannedMove]) -> [Finding] {
    var findings: [Finding] = []
    var pairs: Set<[String]> = []
    for planned in moves {
      let pair = [planned.move.person.id.rawValue, planned.move.opening.id.rawValue]
      if !pairs.insert(pair).inserted {
        findings.append(
          broken(planned.place, "\(planned.move.person.name) stands twice at one opening"))
      }
    }
    for term in 0..<facts.termCount {
      let now = moves.map(\.move).filter { $0.span.contains(term) && $0.days > 0 }
      for opening in facts.openings {
        let days = now.reduce(0) { $0 + ($1.opening.id == opening.id ? $1.days : 0) }
        if days > opening.days {
          findings.append(
            broken(
              nil,
              "opening \(opening.id) has \(days) days a week in \(facts.termName(term)), of "
                + "\(opening.days)"))
        }
      }
      for candidate in facts.candidates {
        let days = now.reduce(0) {
          $0 + ($1.person.id == candidate.person ? $1.days : 0)
        }
        if days > candidate.days {
          findings.append(
            broken(
              nil,
              "\(facts.trust.name(candidate.person)) is away \(days) days a week in "
                + "\(facts.termName(term)), of \(candidate.days) on offer"))
        }
      }
    }
    return findings
  }
}
