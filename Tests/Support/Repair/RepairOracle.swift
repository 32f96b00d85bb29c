import TrefoilModel

/// Whether a published plan can be repaired with so few moves, by trying everything.
///
/// The groups and who reviews whom stay; teams of champions, leads and days are tried, each review's by
/// how many visits they move, until a whole plan breaks no rule. Knows nothing of the engine.
public struct RepairOracle {
  let before: TrustFacts
  let facts: TrustFacts
  /// As published, begun groups with those of their schools that still take part.
  let published: TermPlan
  let hasLostSchools: Bool
  private let reviewers: [SchoolID: [PersonID]]
  let freezeBefore: CalendarDay?
  let notice: Int
  private let schoolCost: Int
  private let days: [CalendarDay]
  /// Plans that may be assessed before the oracle gives up.
  let mostPlans: Int

  /// - Parameters:
  ///   - schoolCost: minutes for each review and workshop on another day.
  ///   - before: says whose principal a published reviewer is.
  public init(
    _ published: TermPlan, from before: TrustFacts, to facts: TrustFacts,
    freezeBefore: CalendarDay? = nil, notice: Int = 0, schoolCost: Int = 0, mostPlans: Int = 500
  ) {
    (self.before, self.facts) = (before, facts)
    let term = Self.goingOn(published, facts, freezeBefore)
    self.published = term
    let hasLost = term.groups.map(\.schools) != published.groups.map(\.schools)
    hasLostSchools = hasLost
    (self.freezeBefore, self.notice) = (freezeBefore, notice)
    (self.schoolCost, self.mostPlans) = (schoolCost, mostPlans)
    var reviewers: [SchoolID: [PersonID]] = [:]
    for (group, was) in zip(term.groups, published.groups) {
      let isLess = group.schools != was.schools
      reviewers.merge(
        isLess
          ? Self.reviewersGoingOn(group, before, facts, freezeBefore)
          : Self.reviewers(group, before, facts)
      ) { one, _ in one }
    }
    self.reviewers = reviewers
    days =
      facts.scenario.term.dates.map { term in
        (term.starts.number...term.ends.number).map { CalendarDay(number: $0) }
          .filter { facts.isWorkingDay($0) }
      } ?? []
  }

  /// By host, whoever reviewed there, or heads the school of one who did.
  private static func reviewers(
    _ group: Group, _ before: TrustFacts, _ facts: TrustFacts
  ) -> [SchoolID: [PersonID]] {
    var reviewers: [SchoolID: [PersonID]] = [:]
    for review in group.reviews {
      reviewers[review.host] = review.reviewers.map { id in
        let school = group.schools.first {
          $0 != review.host
            && (before.principal(of: $0)?.id == id || facts.principal(of: $0)?.id == id)
        }
        return school.flatMap { facts.principal(of: $0)?.id } ?? id
      }
    }
    return reviewers
  }

  var resting: [SchoolID] { published.resting.filter(facts.participates) }

  public enum Answer: Equatable {
    /// A plan with so few moves, and the least cost of all of them.
    case least(cost: Int)
    case none
    /// Too many plans to try.
    case unknown
  }

  /// What is true of repairs that move at most so many visits.
  public func answer(moves budget: Int) -> Answer {
    var options: [[Option]] = []
    for review in published.groups.flatMap(\.reviews) {
      options.append(self.options(of: review, most: budget))
    }
    var search = Search(oracle: self, options: options)
    search.extend(0, budget)
    if search.isOver { return .unknown }
    return search.best.map { .least(cost: $0) } ?? .none
  }

  /// What schools are charged for other days.
  public func chargeForDays(_ plan: TermPlan) -> Int {
    let old = published.groups.flatMap(\.reviews)
    var changed = 0
    for review in plan.groups.flatMap(\.reviews) {
      guard let was = old.first(where: { $0.host == review.host }) else { continue }
      if review.dates != was.dates { changed += 1 }
      let hasLost = was.workshopLead != nil && review.workshopLead == nil
      if review.workshopDate != was.workshopDate || hasLost { changed += 1 }
    }
    return changed * schoolCost
  }

  // MARK: One review

  struct Option {
    let review: Review
    let moves: Int
  }

  private func options(of old: Review, most: Int) -> [Option] {
    let team = teams(of: old, most: most)
    return team.flatMap { review, moves in
      workshops(of: old, review, most: most - moves).map { whole, more in
        Option(review: whole, moves: moves + more)
      }
    }.sorted { $0.moves < $1.moves }
  }

  func isFrozen(_ day: CalendarDay?) -> Bool {
    guard let day, let freezeBefore else { return false }
    return day < freezeBefore
  }

  func mayBegin(_ day: CalendarDay) -> Bool {
    freezeBefore.map { day >= $0 + notice } ?? true
  }

  /// Teams and days, without a workshop.
  private func teams(of old: Review, most: Int) -> [(Review, Int)] {
    if isFrozen(old.dates.first) { return [(old, 0)] }
    guard let host = facts.school(old.host) else { return [] }
    let members = reviewers[old.host] ?? []
    var found: [(Review, Int)] = []
    for run in runs(facts.reviewDays(at: host)) {
      let mayBegin = run.first.map(mayBegin) ?? true
      let isStanding = run == old.dates && members.allSatisfy { hasDuty($0, old) }
      guard isStanding || mayBegin, suits(run, host: host, people: members) else { continue }
      let due = due(old, run, host)
      if due == nil, !run.isEmpty { continue }
      for champions in sets(old, group(of: old.host).schools.count) {
        guard suits(run, host: host, people: champions) else { continue }
        if !mayBegin, !champions.allSatisfy(old.champions.contains) { continue }
        var review = old
        (review.reviewers, review.champions, review.dates) = (members, champions, run)
        review.dataDue = due
        review.lead = members.first ?? old.lead
        (review.workshopLead, review.workshopDate) = (old.workshopLead, old.workshopDate)
        let moves = self.moves(old, review)
        if moves <= most { found.append((review, moves)) }
      }
    }
    return found
  }

  /// All days that a review can take; none of them where there are no dates.
  private func runs(_ length: Int) -> [[CalendarDay]] {
    if facts.scenario.term.dates == nil { return [[]] }
    guard days.count >= length else { return [] }
    return (0...(days.count - length)).map { Array(days[$0..<($0 + length)]) }
  }

  private func group(of host: SchoolID) -> Group {
    published.groups.first { $0.schools.contains(host) } ?? Group(schools: [], reviews: [])
  }

  private func suits(_ run: [CalendarDay], host: School, people: [PersonID]) -> Bool {
    let head = facts.principal(of: host.id).map { [$0.id] } ?? []
    return run.allSatisfy { day in
      facts.canHost(host, on: day)
        && (people + head).compactMap(facts.person).allSatisfy { facts.isAvailable($0, on: day) }
    }
  }

  private func due(_ old: Review, _ run: [CalendarDay], _ host: School) -> CalendarDay? {
    let rule = facts.scenario.rules[DataBefore.self]
    guard let first = run.first,
      let due = rule.due(host: host, reviewBegins: first, facts: facts)
    else { return nil }
    let isReady = old.dataDue.map { isFrozen($0) } ?? false
    if run == old.dates || isReady, let was = old.dataDue, was <= due, facts.isOpen(host, on: was) {
      return was
    }
    guard let freezeBefore else { return due }
    return due >= freezeBefore ? due : nil
  }

  private func sets(_ old: Review, _ size: Int) -> [[PersonID]] {
    let wanted = facts.scenario.rules[Champions.self]
      .wanted(at: old.host, groupSize: size, facts: facts)
    let able = facts.champions.filter { !facts.served(by: $0).contains(old.host) }.map(\.id)
    var sets: [[PersonID]] = [[]]
    var last: [[PersonID]] = [[]]
    for _ in 0..<wanted {
      last = last.flatMap { set in
        able.drop { champion in
          guard let most = set.last, let place = able.firstIndex(of: most) else { return false }
          return (able.firstIndex(of: champion) ?? 0) <= place
        }.map { set + [$0] }
      }
      sets += last
    }
    return sets
  }

  private func workshops(of old: Review, _ review: Review, most: Int) -> [(Review, Int)] {
    if isFrozen(old.workshopDate) { return most >= 0 ? [(review, 0)] : [] }
    guard let host = facts.school(old.host) else { return [] }
    var found: [(Review, Int)] = []
    func add(_ lead: PersonID?, _ day: CalendarDay?) {
      var whole = review
      (whole.workshopLead, whole.workshopDate) = (lead, day)
      let isSame = lead == old.workshopLead && day == old.workshopDate
      let moves = isSame ? 0 : 1
      if moves <= most { found.append((whole, moves)) }
    }
    add(nil, nil)
    for lead in facts.champions where !review.team.contains(lead.id) {
      if facts.scenario.term.dates == nil { add(lead.id, nil) }
      for day in days where review.dates.last.map({ day > $0 }) ?? true {
        let isOld = lead.id == old.workshopLead && day == old.workshopDate
        guard isOld || mayBegin(day), suits([day], host: host, people: [lead.id]) else {
          continue
        }
        add(lead.id, day)
      }
    }
    return found
  }

  private func moves(_ old: Review, _ new: Review) -> Int {
    let group = group(of: old.host)
    let before = TermPlan(term: "", groups: [Group(schools: group.schools, reviews: [old])])
    let after = TermPlan(term: "", groups: [Group(schools: group.schools, reviews: [new])])
    return VisitMoves(from: before, to: after).moves.count
  }
}
