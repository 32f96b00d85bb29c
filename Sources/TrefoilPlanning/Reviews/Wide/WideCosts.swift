import TrefoilModel
import TrefoilSolver

/// What the rules charge for two or three schools in one group, asked for one by one.
///
/// For trusts of so many schools that no table of all pairs is made. Each question takes a few
/// microseconds and every answer is that of the rules themselves.
struct WideCosts: Sendable {
  let facts: TrustFacts
  /// The schools that take part, in the order of the file.
  let schools: [School]
  /// By school.
  let principals: [Person]
  private let visitRules: [any VisitRule]
  /// Where schools lie, when visits cost their modelled journeys and nothing else; otherwise empty.
  private let places: [Place]
  /// Whole days of the review, by school.
  private let days: [Int]
  /// The schools that the principal serves, by school.
  private let served: [Set<SchoolID>]
  private let classes: CoverClasses
  private let pairs: Company
  /// By school, what each thing costs that its review calls for and nobody brings.
  let requirementCosts: [[Int]]
  let restCosts: [Int]

  /// - Throws: ``PlanningError`` when a school's review calls for more than 64 things.
  init(_ facts: TrustFacts) throws(PlanningError) {
    self.facts = facts
    schools = facts.participants
    principals = schools.compactMap { facts.principal(of: $0.id) }
    let rules = facts.scenario.rules.rules
    let loud = rules.filter { !$0.isSilent(about: facts) }
    pairs = Company(schools, rules: loud.compactMap { $0 as? any PairRule }, facts: facts)
    let visitRules = loud.compactMap { $0 as? any VisitRule }
    self.visitRules = visitRules
    let located = schools.compactMap(\.place)
    let hasTravelAlone = visitRules.count == 1 && visitRules[0] is Travel
    let isModelled = facts.scenario.travel.minutes.isEmpty && located.count == schools.count
    places = hasTravelAlone && isModelled && facts.secondedPeople.isEmpty ? located : []
    days = schools.map { facts.reviewDays(at: $0) }
    served = principals.map { Set(facts.served(by: $0)) }
    let coverRules = rules.compactMap { $0 as? any CoverRule }
    let requirements = schools.map { school in
      coverRules.flatMap { $0.requirements(of: school, facts: facts) }
    }
    for (school, wanted) in zip(schools, requirements)
    where wanted.count > ReviewCompiler.mostRequirements {
      throw .tooManyRequirements(of: school, count: wanted.count)
    }
    requirementCosts = requirements.map { $0.map { ReviewModel.cost($0.charge) } }
    classes = CoverClasses(
      schools, principals: principals, requirements: requirements, facts: facts)
    let rest = facts.scenario.rules[Rest.self]
    restCosts = schools.map { ReviewModel.cost(rest.charges(forResting: $0.id, facts: facts)) }
  }

  /// One school's principal at the review of another.
  func visit(from visitor: Int, to host: Int) -> Int {
    if !places.isEmpty {
      let minutes = facts.modelledMinutes(from: places[visitor], to: places[host])
      return Travel.minutes(there: minutes, back: minutes, days: days[host])
    }
    if served[visitor].contains(schools[host].id) { return StaffedPartition.forbidden }
    let visit = Visit(
      person: principals[visitor], from: schools[visitor], host: schools[host], duty: .reviewer)
    var charges: [Charge] = []
    for rule in visitRules { charges += rule.charges(for: visit, of: facts) }
    return ReviewModel.cost(charges)
  }

  /// Two schools in one triad: their company and both visits.
  func link(_ one: Int, _ other: Int) -> Int {
    if !places.isEmpty {
      let minutes = facts.modelledMinutes(from: places[one], to: places[other])
      let travel = Travel.minutes(there: minutes, back: minutes, days: days[one] + days[other])
      return min(travel + pairs.cost(one, other), StaffedPartition.forbidden)
    }
    let sum =
      pairs.cost(one, other) + visit(from: one, to: other) + visit(from: other, to: one)
    return min(sum, StaffedPartition.forbidden)
  }

  /// The same with the cheaper of both visits counted twice.
  func evenLink(_ one: Int, _ other: Int) -> Int {
    let visit = min(visit(from: one, to: other), visit(from: other, to: one))
    return min(pairs.cost(one, other) + 2 * visit, StaffedPartition.forbidden)
  }

  /// What a visiting school brings of all that a host's review calls for, as bits.
  func covers(_ host: Int, by visitor: Int) -> UInt64 {
    classes.covers(host, by: visitor)
  }

  /// What a host pays for all that these bits leave open.
  func uncovered(_ host: Int, by bits: UInt64) -> Int {
    var total = 0
    for (bit, cost) in requirementCosts[host].enumerated() where bits >> UInt64(bit) & 1 == 0 {
      total += cost
    }
    return min(total, StaffedPartition.forbidden)
  }

  /// Everything that a triad costs.
  func triad(_ one: Int, _ other: Int, _ third: Int) -> Int {
    var total = link(one, other) + link(one, third) + link(other, third)
    for (host, first, second) in [(one, other, third), (other, one, third), (third, one, other)] {
      total += uncovered(host, by: covers(host, by: first) | covers(host, by: second))
    }
    return min(total, StaffedPartition.forbidden)
  }

  /// A few schools by themselves, as the engine wants them.
  func part(_ items: [Int], groups: [Int: Int], rests: Int) -> StaffedPartition {
    let count = items.count
    var part = StaffedPartition(itemCount: count, groupCounts: groups, restCount: rests)
    part.taskDays = items.map { days[$0] }
    part.requirementCosts = items.map { requirementCosts[$0] }
    part.restCost = items.map { restCosts[$0] }
    for (index, one) in items.enumerated() {
      for (position, other) in items.enumerated() where position != index {
        let cell = index * count + position
        part.pairCost[cell] = pairs.cost(min(one, other), max(one, other))
        part.visitCost[cell] = visit(from: one, to: other)
        part.visitCovers[cell] = covers(other, by: one)
      }
    }
    return part
  }
}
