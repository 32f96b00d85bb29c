/// A rule or a fact that forbids outright what somebody asks for, whatever else is planned.
public struct Barrier: Sendable, Hashable {
  public let rule: RuleKey
  /// In words that a head would accept, without a full stop.
  public let sentence: String
  /// Where the wish is written that forbids it; nil for a rule of the whole trust, or one made in code.
  public let position: SourcePosition?
}

extension ReviewQuestion {
  /// What forbids this outright; nothing where only a search can tell. O(rules x wishes).
  public func barriers(in facts: TrustFacts) -> [Barrier] {
    switch self {
    case .otherGroup(let schools): pinned(schools, facts)
    case .noRest, .champions: []
    case .together(let one, let other): apart(one, other, facts)
    case .seat(let person, let duty, let host): excluded(person, duty, host, facts)
    }
  }

  private func pinned(_ schools: [SchoolID], _ facts: TrustFacts) -> [Barrier] {
    facts.scenario.rules[Pin.self].setting.groups.filter { wish in
      wish.charge == .must && Set(wish.schools(of: facts)) == Set(schools)
    }.map {
      Barrier(rule: Pin.key, sentence: "this very group is pinned", position: $0.position)
    }
  }

  // MARK: Two schools

  private func apart(_ one: SchoolID, _ other: SchoolID, _ facts: TrustFacts) -> [Barrier] {
    let absent = [one, other].filter { !facts.participates($0) }
    if !absent.isEmpty {
      return absent.map {
        Barrier(
          rule: Structure.groups, sentence: "\(facts.name($0)) takes no part this term",
          position: nil)
      }
    }
    return pairMusts(one, other, facts) + visitMusts(one, other, facts)
      + elsewhere(one, other, facts)
  }

  /// What the rules about pairs say of a group of these two.
  private func pairMusts(
    _ one: SchoolID, _ other: SchoolID, _ facts: TrustFacts
  ) -> [Barrier] {
    guard let first = facts.school(one), let second = facts.school(other) else { return [] }
    func plan(_ groups: [[SchoolID]]) -> TermPlan {
      TermPlan(term: "", groups: groups.map { Group(schools: $0, reviews: []) })
    }
    return facts.scenario.rules.rules.compactMap { $0 as? any PairRule }.filter { rule in
      rule.charges(between: first, and: second, of: facts).contains(.must)
    }.flatMap { rule in
      Self.musts(of: rule, in: plan([[one, other]]), not: plan([[one], [other]]), facts).map {
        finding in
        Barrier(
          rule: finding.rule, sentence: finding.sentence,
          position: finding.rule == Apart.key ? position(ofApart: one, other, facts) : nil)
      }
    }
  }

  private func position(
    ofApart one: SchoolID, _ other: SchoolID, _ facts: TrustFacts
  ) -> SourcePosition? {
    facts.scenario.rules[Apart.self].setting.first { wish in
      wish.charge == .must && wish.members.contains(one.rawValue)
        && wish.members.contains(other.rawValue)
    }?.position
  }

  /// In triads and pairs both principals visit; where there are larger groups they need not.
  private func visitMusts(
    _ one: SchoolID, _ other: SchoolID, _ facts: TrustFacts
  ) -> [Barrier] {
    let shape = facts.scenario.rules[Remainder.self].shape(of: facts.participants.count)
    guard let shape, shape.largest <= 3 else { return [] }
    let reviews = [(one, other), (other, one)].compactMap { host, guest in
      facts.principal(of: guest).map {
        Review(host: host, reviewers: [$0.id], champions: [], lead: $0.id)
      }
    }
    let two = TermPlan(term: "", groups: [Group(schools: [one, other], reviews: reviews)])
    return Self.visitFindings(in: two, facts)
  }

  /// What forbids a visit of the plan by itself, whatever else is planned.
  private static func visitFindings(in plan: TermPlan, _ facts: TrustFacts) -> [Barrier] {
    let visits = plan.visits(of: facts)
    let own = visits.filter { planned in
      facts.served(by: planned.visit.person).contains(planned.visit.host.id)
    }.map { planned in
      Barrier(
        rule: Structure.teams,
        sentence: "\(planned.visit.person.name) serves \(planned.visit.host.name)", position: nil)
    }
    let rules = facts.scenario.rules.rules.compactMap { $0 as? any VisitRule }
    return own
      + rules.flatMap { rule in
        visits.filter { rule.charges(for: $0.visit, of: facts).contains(.must) }.flatMap {
          planned in
          musts(
            of: rule, in: plan.with(planned.visit), not: plan.with(nil), facts)
        }
      }.map { Barrier(rule: $0.rule, sentence: $0.sentence, position: nil) }
  }

  /// The musts that one plan breaks and another does not. What a rule says of whole plans, of which these
  /// are none, it says of both.
  private static func musts(
    of rule: any Rule, in plan: TermPlan, not other: TermPlan, _ facts: TrustFacts
  ) -> [Finding] {
    func musts(_ plan: TermPlan) -> [Finding] {
      rule.findings(in: plan, of: facts).filter { $0.charge == .must }
    }
    let known = Set(musts(other).map(\.sentence))
    return musts(plan).filter { !known.contains($0.sentence) }
  }

  /// A pinned group with one of the two and without the other.
  private func elsewhere(
    _ one: SchoolID, _ other: SchoolID, _ facts: TrustFacts
  ) -> [Barrier] {
    facts.scenario.rules[Pin.self].setting.groups.compactMap { wish in
      let schools = wish.schools(of: facts)
      guard wish.charge == .must, schools.contains(one) != schools.contains(other) else {
        return nil
      }
      let names = schools.map { facts.name($0) }.joined(separator: ", ")
      return Barrier(
        rule: Pin.key, sentence: "\(names) are pinned as one group", position: wish.position)
    }
  }

  // MARK: One person at a review

  private func excluded(
    _ person: PersonID, _ duty: Duty, _ host: SchoolID, _ facts: TrustFacts
  ) -> [Barrier] {
    let review = Review(
      host: host, reviewers: [], champions: duty == .champion ? [person] : [], lead: person,
      workshopLead: duty == .workshopLead ? person : nil)
    let alone = TermPlan(term: "", groups: [Group(schools: [host], reviews: [review])])
    let found = Self.visitFindings(in: alone, facts)
    if !found.isEmpty { return found }
    let known = Set(Contradictions(in: facts.scenario).faults)
    return Contradictions(in: asked(of: facts.scenario)).faults.filter { !known.contains($0) }
      .map { Barrier(rule: Pin.key, sentence: $0.problem, position: nil) }
  }
}

extension TermPlan {
  /// The same groups and hosts with this visit alone, or with none.
  fileprivate func with(_ visit: Visit?) -> TermPlan {
    var plan = self
    for group in plan.groups.indices {
      for index in plan.groups[group].reviews.indices {
        let review = plan.groups[group].reviews[index]
        func kept(_ duty: Duty, _ people: [PersonID]) -> [PersonID] {
          guard let visit, visit.host.id == review.host, visit.duty == duty else { return [] }
          return people.filter { $0 == visit.person.id }
        }
        plan.groups[group].reviews[index] = Review(
          host: review.host, reviewers: kept(.reviewer, review.reviewers),
          champions: kept(.champion, review.champions), lead: review.lead,
          workshopLead: review.workshopLead.flatMap { kept(.workshopLead, [$0]).first })
      }
    }
    return plan
  }
}
