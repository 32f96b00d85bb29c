import TrefoilModel

/// A scenario written out in full, for the message of a test that failed.
public struct ScenarioDump: CustomStringConvertible {
  private let scenario: Scenario

  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// The trust, its term, schools, people, history, journeys, published plan and every rule that is not at its
  /// default, a line each.
  public var description: String {
    var lines = ["\(scenario.trust), \(scenario.term.name)"]
    if let dates = scenario.term.dates {
      lines.append("dates \(dates.days), closed \(dates.closed.ranges), reviews \(dates.reviews)")
    }
    lines += scenario.schools.map { "school \(Self.fields(of: $0))" }
    lines += scenario.people.map { "person \(Self.fields(of: $0))" }
    lines += scenario.history.terms.map { term in
      "\(term.termsAgo) terms ago: \(term.groups), rested \(term.rested)"
    }
    lines += scenario.travel.minutes.map { "\($0.key.from) to \($0.key.to): \($0.value)" }.sorted()
    for group in scenario.published?.groups ?? [] {
      lines.append("published group \(group.schools)")
      lines += group.reviews.map { review in
        "published at \(review.host): \(review.reviewers), \(review.champions), workshop "
          + "\(review.workshopLead?.rawValue ?? "none")"
      }
    }
    lines += scenario.rules.rules.flatMap { Self.lines(of: $0) }
    return lines.joined(separator: "\n")
  }

  private static func fields(of school: School) -> String {
    let place = school.place.map { "\($0)" } ?? "nowhere"
    let size = school.size.map(String.init) ?? "unknown"
    return "\(school.id) \(school.phase.rawValue) \(place) hub \(school.hub ?? "none") "
      + "\(school.standing) strengths \(school.strengths) needs \(school.needs) size \(size) "
      + "closed \(school.closed.ranges)\(school.participates ? "" : " takes no part")"
  }

  private static func fields(of person: Person) -> String {
    let capacity = person.capacity.map(String.init) ?? "unlimited"
    let phases = person.phases.map { "\($0.rawValue)" } ?? "as taught"
    let seconded = person.seconded.map { " seconded to \($0)" } ?? ""
    return "\(person.id) of \(person.schools) \(person.roles.map(\.rawValue)) capacity \(capacity) "
      + "phases \(phases) conflicts \(person.conflicts) away \(person.unavailable.ranges) "
      + "off \(person.nonWorking.rawValue)\(seconded)"
  }

  private static func lines<R: Rule>(of rule: R) -> [String] {
    let setting = R.write(rule.setting)
    let base = setting == R.write(R.standard) ? [] : ["\(R.key): \(setting)"]
    return base
      + rule.governed.exceptions.map { exception in
        "\(R.key) for \(exception.subject): \(R.write(exception.setting))"
      }
  }
}
