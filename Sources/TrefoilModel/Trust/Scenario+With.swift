extension Scenario {
  /// The same scenario with some of its parts replaced. O(1) but for what is copied.
  public func with(
    term: Term? = nil, later: [Term]? = nil, schools: [School]? = nil, people: [Person]? = nil,
    rules: RuleBook? = nil
  ) -> Scenario {
    var copy = Scenario(
      trust: trust, term: term ?? self.term, horizon: horizon, later: later ?? self.later,
      schools: schools ?? self.schools, people: people ?? self.people, history: history,
      travel: travel, rules: rules ?? self.rules, published: published,
      publishedLater: publishedLater, earlier: earlier, namesPeople: namesPeople,
      openings: openings, candidates: candidates, ledger: ledger, coaching: coaching,
      trustees: trustees, networks: networks)
    copy.secondments = secondments
    copy.underWay = underWay
    copy.sources = sources
    copy.byTerm = byTerm
    return copy
  }

  /// The same scenario in which somebody is no candidate for a secondment.
  public func without(candidate person: PersonID) -> Scenario {
    var copy = self
    copy.candidates.removeAll { $0.person == person }
    return copy
  }

  /// The same scenario with one rule put in place of the one of its kind, in every term. O(terms).
  public func withInAllTerms(_ rule: any Rule) -> Scenario {
    withRulesInAllTerms { $0.with(rule) }
  }

  /// The same scenario with other rules made of its own, and of those of each term that has its own.
  /// O(terms).
  public func withRulesInAllTerms(_ change: (RuleBook) -> RuleBook) -> Scenario {
    var copy = with(rules: change(rules))
    copy.byTerm = byTerm.mapValues { $0.with(rules: change($0.rules)) }
    return copy
  }
}

extension Person {
  /// The same person with other limits.
  public func with(
    capacity: Int?, unavailable: DaySet, nonWorking: WeekdaySet, conflicts: [SchoolID]
  ) -> Person {
    var person = self
    (person.capacity, person.unavailable) = (capacity, unavailable)
    (person.nonWorking, person.conflicts) = (nonWorking, conflicts)
    return person
  }
}

extension School {
  /// The same school with other closed days.
  public func with(closed: DaySet) -> School {
    School(
      id: id, name: name, phase: phase, place: place, hub: hub, standing: standing,
      strengths: strengths, needs: needs, size: size, closed: closed, participates: participates,
      release: release)
  }
}
