import TrefoilModel

/// What each part of a plan costs on its own, so that the cost of any plan is a sum of parts.
///
/// A finding that names a group depends on that group alone, so thousands of candidate groups are
/// assessed side by side in one made-up plan. The parts, each the toll that `Assessment` finds:
/// - an outline without reviews, with the findings that name no group;
/// - a group with a pattern of visits and all other seats empty;
/// - for each review what changes when its champions are seated, and what changes when its
///   workshop lead is. The two touch each other only where the lead clashes with a champion, and
///   such pairs are left out;
/// - pinned seats, whose findings name no group: what changes when one is filled.
///
/// What one person adds up over several reviews (load, capacity, days out) is not here but in
/// ``SeatSearch``.
struct PricedTrust {
  /// One host of one group with its reviewers.
  struct Stage: Hashable {
    let schools: [SchoolID]
    let host: SchoolID
    let reviewers: [PersonID]
  }

  private struct Clash: Hashable {
    let host: SchoolID
    let champion: PersonID
    let lead: PersonID
  }

  private let facts: TrustFacts
  private let outlines: [Outline]
  private let champions: [PersonID]
  private var patterns: [[SchoolID]: [Draft.Visits]] = [:]
  private var options: [Stage: [Draft.Option]] = [:]

  init(facts: TrustFacts, outlines: [Outline]) {
    self.facts = facts
    self.outlines = outlines
    champions = facts.champions.map(\.id)
    var seen: Set<[SchoolID]> = []
    let groups = outlines.flatMap(\.groups).filter { seen.insert($0).inserted }
    pricePatterns(of: groups)
    priceOptions()
  }

  /// Every outline with every pattern of visits, priced, but for those that break a must anyway.
  func drafts() -> [Draft] {
    var drafts: [Draft] = []
    for outline in outlines {
      let bare = outline.groups.map { Group(schools: $0, reviews: []) }
      let plan = TermPlan(term: "", groups: bare, resting: outline.resting)
      let findings = Assessment(of: plan, facts: facts).findings.filter { $0.group == nil }
      let toll = BruteForce.toll(findings)
      for visits in Combinations.product(of: outline.groups.map { patterns[$0] ?? [] }) {
        let draft = Draft(
          outline: outline, visits: visits, toll: toll, order: drafts.count,
          options: visits.flatMap(\.stages).map { options[$0] ?? [] })
        if draft.leastToll < BruteForce.must / 2 { drafts.append(draft) }
      }
    }
    return drafts
  }

  /// Findings of candidate groups, assessed side by side.
  private func findings(of groups: [Group]) -> [[Finding]] {
    var findings: [[Finding]] = Array(repeating: [], count: groups.count)
    for finding in Assessment(of: TermPlan(term: "", groups: groups), facts: facts).findings {
      if let group = finding.group { findings[group].append(finding) }
    }
    return findings
  }

  /// Whether a group with empty seats breaks a must that filling them cannot mend: all but what
  /// asks for people, or for something that people bring.
  private static func isPastMending(_ findings: [Finding]) -> Bool {
    findings.contains { finding in
      finding.charge == .must
        && ![Champions.key, WorkshopLead.key, Need.key, PhaseRule.key].contains(finding.rule)
    }
  }

  private mutating func pricePatterns(of groups: [[SchoolID]]) {
    var visits: [[Stage]] = []
    for schools in groups {
      for pattern in VisitPattern.all(groupOf: schools.count) {
        visits.append(
          schools.indices.map { host in
            let reviewers = pattern[host].compactMap { facts.principal(of: schools[$0])?.id }
            return Stage(schools: schools, host: schools[host], reviewers: reviewers)
          })
      }
    }
    let assessed = findings(
      of: visits.map { stages in
        Group(
          schools: stages[0].schools, reviews: stages.map { $0.review(seats: .empty) })
      })
    for (stages, findings) in zip(visits, assessed) where !Self.isPastMending(findings) {
      let toll = BruteForce.toll(findings)
      patterns[stages[0].schools, default: []].append(Draft.Visits(stages: stages, toll: toll))
    }
  }

  private mutating func priceOptions() {
    let clashes = clashes()
    let pinned = PinnedSeats(facts: facts)
    var seen: Set<Stage> = []
    let stages = outlines.flatMap(\.groups).flatMap { patterns[$0] ?? [] }.flatMap(\.stages)
      .filter { seen.insert($0).inserted }
    let leads = champions.map { Seats(workshopLead: $0) }
    let seatings = stages.map { stage in [.empty] + teams(at: stage) + leads }
    let tolls = findings(
      of: zip(stages, seatings).flatMap { stage, seatings in
        seatings.map { Group(schools: stage.schools, reviews: [stage.review(seats: $0)]) }
      }
    ).map { BruteForce.toll($0) }
    var next = 0
    for (stage, seatings) in zip(stages, seatings) {
      let own = tolls[next..<(next + seatings.count)].map { $0 - tolls[next] }
      next += seatings.count
      let changes = zip(seatings, own).map { seats, change in
        Draft.Option(seats: seats, toll: change + pinned.change(at: stage.host, by: seats))
      }
      options[stage] = Self.combined(
        teams: changes.filter { $0.seats.workshopLead == nil },
        leads: changes.filter { $0.seats.workshopLead != nil },
        isClash: { clashes.contains(Clash(host: stage.host, champion: $0, lead: $1)) })
    }
  }

  /// Teams of every number of champions from one to the number wanted.
  private func teams(at stage: Stage) -> [Seats] {
    let wanted = facts.scenario.rules[Champions.self]
      .wanted(at: stage.host, groupSize: stage.schools.count, facts: facts)
    guard wanted > 0 else { return [] }
    return (1...wanted).flatMap { Combinations.choices(of: $0, from: champions) }
      .map { Seats(champions: $0) }
  }

  /// Every team with every lead or none, the cheapest first.
  ///
  /// An option that breaks more musts than another of the same review cannot be in a plan that
  /// breaks none: with the other in its place that plan would break fewer than none.
  private static func combined(
    teams: [Draft.Option], leads: [Draft.Option], isClash: (PersonID, PersonID) -> Bool
  ) -> [Draft.Option] {
    var options = teams
    for team in teams {
      for lead in leads {
        guard let person = lead.seats.workshopLead,
          !team.seats.champions.contains(where: { isClash($0, person) })
        else { continue }
        let seats = Seats(champions: team.seats.champions, workshopLead: person)
        options.append(Draft.Option(seats: seats, toll: team.toll + lead.toll))
      }
    }
    let least = options.map(\.toll).min() ?? 0
    return options.enumerated().filter { $0.element.toll < least + BruteForce.must / 2 }
      .sorted { ($0.element.toll, $0.offset) < ($1.element.toll, $1.offset) }.map(\.element)
  }

  /// Champions and leads that cannot serve the same review.
  private func clashes() -> Set<Clash> {
    let candidates = facts.participants.flatMap { host in
      champions.flatMap { champion in
        champions.map { Clash(host: host.id, champion: champion, lead: $0) }
      }
    }
    let groups = candidates.map { candidate in
      let seats = Seats(champions: [candidate.champion], workshopLead: candidate.lead)
      return Group(
        schools: [candidate.host],
        reviews: [Review(host: candidate.host, reviewers: [], seats: seats)])
    }
    let findings = Assessment(of: TermPlan(term: "", groups: groups), facts: facts).violations
    return Set(
      findings.filter { $0.rule == WorkshopLead.key }.compactMap(\.group).map { candidates[$0] })
  }
}

extension PricedTrust.Stage {
  func review(seats: Seats) -> Review {
    Review(host: host, reviewers: reviewers, seats: seats)
  }
}
