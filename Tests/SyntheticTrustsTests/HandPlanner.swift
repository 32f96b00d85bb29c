import TrefoilModel

/// Plans a term the way a person with a pencil would: first come, first served, no cost minded.
///
/// Good enough to show that a trust with room to spare can be planned under its must rules. It
/// takes the rules at their defaults.
struct HandPlanner {
  private let facts: TrustFacts
  private var free: [PersonID: Int] = [:]
  private var isBusy: Set<Engagement> = []
  private var out: [Absence: Int] = [:]

  private struct Engagement: Hashable {
    let person: PersonID
    let day: CalendarDay
  }

  private struct Absence: Hashable {
    let school: SchoolID
    let day: CalendarDay
  }

  init(_ facts: TrustFacts) {
    self.facts = facts
    for champion in facts.champions {
      free[champion.id] = (champion.capacity ?? 99) - (champion.isPrincipal ? 2 : 0)
    }
  }

  /// A plan with teams and dates, or nil when the pencil got stuck.
  mutating func plan() -> TermPlan? {
    guard let groups = groups() else { return nil }
    var planned: [Group] = []
    for schools in groups {
      var reviews: [Review] = []
      for place in schools.indices {
        guard let review = review(of: place, in: schools) else { return nil }
        reviews.append(review)
      }
      planned.append(Group(schools: schools.map(\.id), reviews: reviews))
    }
    return TermPlan(term: facts.scenario.term.name, groups: planned)
  }

  /// Neighbours in the file together; where that gets stuck, beginning at another school.
  private func groups() -> [[School]]? {
    let schools = facts.participants
    for start in schools.indices {
      if let groups = groups(of: Array(schools[start...] + schools[..<start])) { return groups }
    }
    return nil
  }

  private func groups(of schools: [School]) -> [[School]]? {
    guard let shape = Remainder().shape(of: schools.count) else { return nil }
    var left = schools
    var groups: [[School]] = []
    for size in shape.groups.keys.sorted(by: >) {
      for _ in 0..<(shape.groups[size] ?? 0) {
        var group = [left.removeFirst()]
        while group.count < size {
          guard let next = left.firstIndex(where: { group.allSatisfy(canMeet($0)) }) else {
            return nil
          }
          group.append(left.remove(at: next))
        }
        groups.append(group)
      }
    }
    return groups
  }

  private func canMeet(_ one: School) -> (School) -> Bool {
    { other in
      guard let first = facts.principal(of: one.id), let second = facts.principal(of: other.id)
      else { return false }
      return first.id != second.id && !first.conflicts.contains(other.id)
        && !second.conflicts.contains(one.id)
    }
  }

  /// The review of one school by the principals of the next two in the circle of its group.
  private mutating func review(of place: Int, in group: [School]) -> Review? {
    let host = group[place]
    let reviewers = [1, 2].compactMap { step in
      facts.principal(of: group[(place + step) % group.count].id)
    }
    let homes = Set(reviewers.flatMap(\.schools))
    let onTeam = Set(reviewers.map(\.id))
    let possible = facts.champions.filter { champion in
      free[champion.id, default: 0] > 0 && !champion.schools.contains(host.id)
        && !champion.conflicts.contains(host.id) && !onTeam.contains(champion.id)
    }.sorted { free[$0.id, default: 0] > free[$1.id, default: 0] }
    // Champions from the team's own schools first: they leave the others for the workshop.
    let inside = possible.filter { !homes.isDisjoint(with: $0.schools) }
    for champion in inside + possible {
      let there = homes.union(champion.schools)
      guard let lead = possible.first(where: { there.isDisjoint(with: $0.schools) }) else {
        continue
      }
      let team = reviewers + [champion]
      guard let dates = dates(of: team, workshop: lead, at: host) else { continue }
      free[champion.id, default: 0] -= 1
      free[lead.id, default: 0] -= 1
      return Review(
        host: host.id, reviewers: reviewers.map(\.id), champions: [champion.id],
        lead: reviewers[0].id, workshopLead: lead.id, dates: dates.review,
        workshopDate: dates.workshop, dataDue: dates.data)
    }
    return nil
  }

  private mutating func dates(
    of team: [Person], workshop lead: Person, at host: School
  ) -> (review: [CalendarDay], workshop: CalendarDay, data: CalendarDay)? {
    guard let term = facts.scenario.term.dates, let head = facts.principal(of: host.id) else {
      return nil
    }
    let length = facts.reviewDays(at: host)
    let window = term.reviews.first.number...(term.reviews.last.number - length + 1)
    for first in window {
      let days = (0..<length).map { CalendarDay(number: first + $0) }
      let due = DataBefore().due(host: host, reviewBegins: days[0], facts: facts)
      guard days.allSatisfy({ suits($0, host, head: head, visitors: team) }), let due else {
        continue
      }
      let after = (1...14).map { days[length - 1] + $0 }
      guard let meeting = after.first(where: { suits($0, host, head: head, visitors: [lead]) })
      else { continue }
      for day in days { engage(team, head: head, on: day) }
      engage([lead], head: head, on: meeting)
      return (days, meeting, due)
    }
    return nil
  }

  private func suits(
    _ day: CalendarDay, _ host: School, head: Person, visitors: [Person]
  ) -> Bool {
    let everyone = visitors + [head]
    var leaving: [SchoolID: Int] = [:]
    for visitor in visitors { leaving[visitor.schools[0], default: 0] += 1 }
    return facts.canHost(host, on: day)
      && everyone.allSatisfy { facts.isAvailable($0, on: day) }
      && everyone.allSatisfy { !isBusy.contains(Engagement(person: $0.id, day: day)) }
      && leaving.allSatisfy { out[Absence(school: $0, day: day), default: 0] + $1 <= 2 }
  }

  private mutating func engage(_ visitors: [Person], head: Person, on day: CalendarDay) {
    for person in visitors + [head] { isBusy.insert(Engagement(person: person.id, day: day)) }
    for visitor in visitors { out[Absence(school: visitor.schools[0], day: day), default: 0] += 1 }
  }
}
