import TrefoilModel
import TrefoilSolver

/// Turns a scenario's schools, people and rules into the engine's numbers.
///
/// O(schools^2 x rules + champions x schools x rules).
package struct ReviewCompiler {
  var model: ReviewModel
  let facts: TrustFacts
  private let rules: [any Rule]
  private let pairRules: [any PairRule]
  private let visitRules: [any VisitRule]
  private let coverRules: [any CoverRule]
  private let stop: StopSignal
  private let threads: Int
  /// False once a stop has left a part out.
  private var isComplete = true

  /// What the review of one school may call for, each thing once: a bit of a word stands for each.
  static let mostRequirements = 64

  /// Compiles everything but dates; nil when a stop came first, which is looked at once for each
  /// school and champion.
  ///
  /// - Parameter threads: so many share the rows of what visits cost and cover.
  /// - Throws: ``PlanningError`` when a school's review calls for more than 64 things. Readers of
  ///   files admit 60 needs, so only a scenario made in code can.
  package static func compile(
    _ facts: TrustFacts, shape: Remainder.Shape, threads: Int = 1, stop: StopSignal = StopSignal()
  ) async throws(PlanningError) -> ReviewModel? {
    var compiler = ReviewCompiler(facts, shape, threads: threads, stop: stop)
    compiler.addPeople()
    compiler.addPairs()
    compiler.addGroupTerms()
    await compiler.addVisits()
    await compiler.addStaff()
    compiler.addReviews()
    try await compiler.addRequirements()
    // What was cut short has no costs that a wish could change.
    if compiler.mustEnd() { return nil }
    compiler.addSeatWishes()
    return compiler.model
  }

  private init(_ facts: TrustFacts, _ shape: Remainder.Shape, threads: Int, stop: StopSignal) {
    self.facts = facts
    self.threads = threads
    self.stop = stop
    model = ReviewModel(facts: facts, shape: shape)
    rules = facts.scenario.rules.rules
    let loud = rules.filter { !$0.isSilent(about: facts) }
    pairRules = loud.compactMap { $0 as? any PairRule }
    visitRules = loud.compactMap { $0 as? any VisitRule }
    coverRules = rules.compactMap { $0 as? any CoverRule }
  }

  /// Whether a part must be left out for a stop.
  private mutating func mustEnd() -> Bool {
    if stop.isSent { isComplete = false }
    return !isComplete
  }

  // MARK: People

  private mutating func addPeople() {
    let capacity = facts.scenario.rules[Capacity.self]
    let daysOut = facts.scenario.rules[DaysOut.self].governed
    model.problem.personCount = model.people.count
    model.problem.personSites = model.people.map { person in
      person.schools.compactMap { model.siteIndex[$0] }
    }
    model.problem.siteCount = model.sites.count
    model.problem.dutyLimit = model.people.map { capacity.limit(of: $0) ?? .max }
    model.problem.dayLimit = model.people.map { daysOut.setting(person: $0.id).person ?? .max }
    model.problem.siteDayLimit = model.sites.map { school in
      daysOut.setting(schools: [school.id]).school ?? .max
    }
    model.problem.itemPerson = model.items.map { school in
      facts.principal(of: school.id).flatMap { model.personIndex[$0.id] } ?? 0
    }
    for apart in facts.scenario.rules[Apart.self].people(of: facts) {
      guard let one = model.personIndex[apart.one], let other = model.personIndex[apart.other]
      else { continue }
      model.problem.frictions.append(
        .init(one: one, other: other, charge: ReviewModel.cost(apart.charge)))
    }
  }

  // MARK: Groups

  private mutating func addPairs() {
    let items = model.items
    for (index, one) in items.enumerated() {
      if mustEnd() { return }
      for other in (index + 1)..<max(items.count, index + 1) {
        var charges: [Charge] = []
        for rule in pairRules {
          charges += rule.charges(between: one, and: items[other], of: facts)
        }
        let cost = ReviewModel.cost(charges)
        model.problem.pairCost[index * items.count + other] = cost
        model.problem.pairCost[other * items.count + index] = cost
      }
    }
    let rest = facts.scenario.rules[Rest.self]
    model.problem.restCost = items.map {
      ReviewModel.cost(rest.charges(forResting: $0.id, facts: facts))
    }
  }

  private mutating func addGroupTerms() {
    for rule in rules.compactMap({ $0 as? any GroupRule }) {
      for term in rule.terms(of: facts) { add(term) }
    }
  }

  private mutating func add(_ term: GroupTerm) {
    switch term {
    case .atMost(let limit, let schools, let charge):
      model.problem.classTerms.append(
        .init(kind: .atMost(limit), contains: members(schools), charge: ReviewModel.cost(charge)))
    case .atLeastOne(let schools, let charge):
      model.problem.classTerms.append(
        .init(kind: .atLeastOne, contains: members(schools), charge: ReviewModel.cost(charge)))
    case .together(let one, let other, let charge): together(one, other, charge)
    case .exactly(let schools, let charge): exactly(schools, charge)
    case .never(let schools, let charge):
      let indices = schools.compactMap { model.itemIndex[$0] }
      // What no group can be needs no forbidding, and the engine knows no such group.
      guard indices.count == schools.count, hasGroups(of: schools.count) else { return }
      model.problem.exactTerms.append(
        .init(members: indices, charge: ReviewModel.cost(charge)))
    }
  }

  private func members(_ schools: [SchoolID]) -> [Bool] {
    var isMember = Array(repeating: false, count: model.items.count)
    for school in schools { if let index = model.itemIndex[school] { isMember[index] = true } }
    return isMember
  }

  private mutating func together(_ one: SchoolID, _ other: SchoolID, _ charge: Charge) {
    guard let first = model.itemIndex[one], let second = model.itemIndex[other] else {
      missing(
        charge,
        "\(facts.name(one)) and \(facts.name(other)) cannot be in one group, as one "
          + "of them takes no part")
      return
    }
    switch charge {
    case .must: model.problem.inseparable.append((first, second))
    case .minutes(let minutes):
      // Charged when they are apart: always, and given back when they are together.
      model.problem.constant += minutes
      let count = model.items.count
      addPair(first * count + second, -minutes)
      addPair(second * count + first, -minutes)
    }
  }

  private mutating func addPair(_ index: Int, _ minutes: Int) {
    if model.problem.pairCost[index] < StaffedPartition.forbidden {
      model.problem.pairCost[index] += minutes
    }
  }

  private mutating func exactly(_ schools: [SchoolID], _ charge: Charge) {
    let indices = schools.compactMap { model.itemIndex[$0] }
    guard indices.count == schools.count, hasGroups(of: schools.count) else {
      let names = schools.map { facts.name($0) }.joined(separator: ", ")
      missing(charge, "\(names) cannot be one group: no group has this size, or one takes no part")
      return
    }
    switch charge {
    case .must: model.problem.closedSets.append(indices)
    case .minutes(let minutes):
      model.problem.constant += minutes
      model.problem.exactTerms.append(.init(members: indices, charge: -minutes))
    }
  }

  private func hasGroups(of size: Int) -> Bool { (model.problem.groupCounts[size] ?? 0) > 0 }

  /// A wish that nothing can fulfil: an obstacle if it must be, otherwise paid for at once.
  mutating func missing(_ charge: Charge, _ sentence: String) {
    switch charge {
    case .must: model.obstacles.append(sentence)
    case .minutes(let minutes): model.problem.constant += minutes
    }
  }

  // MARK: Visits

  private mutating func addVisits() async {
    model.problem.taskDays = model.items.map { facts.reviewDays(at: $0) }
    if mustEnd() { return }
    let compiler = self
    let rows = await Parallel.map(model.items, threads: threads) { from in
      compiler.costs(ofVisitsFrom: from)
    }
    model.problem.visitCost = rows.flatMap(\.self)
  }

  /// What each host costs a principal, by host.
  private func costs(ofVisitsFrom from: School) -> [Int] {
    guard let principal = facts.principal(of: from.id), !stop.isSent else {
      return Array(repeating: 0, count: model.items.count)
    }
    return model.items.map { host in
      host.id == from.id
        ? 0 : cost(of: Visit(person: principal, from: from, host: host, duty: .reviewer))
    }
  }

  private func cost(of visit: Visit) -> Int {
    if facts.served(by: visit.person).contains(visit.host.id) { return StaffedPartition.forbidden }
    var charges: [Charge] = []
    for rule in visitRules { charges += rule.charges(for: visit, of: facts) }
    return ReviewModel.cost(charges)
  }

  private mutating func addStaff() async {
    let count = model.items.count
    let load = facts.scenario.rules[Load.self].governed
    model.problem.staffCount = model.staff.count
    model.problem.staffPerson = model.staff.map { model.personIndex[$0.id] ?? 0 }
    model.problem.staffItems = model.staff.map { person in
      person.schools.compactMap { model.itemIndex[$0] }
    }
    model.problem.seatSteps = model.staff.map { person in
      let steps = load.setting(person: person.id)
      return steps.isEmpty ? [] : [0] + steps
    }
    model.problem.seatCovers = Array(repeating: 0, count: model.staff.count * count)
    if mustEnd() { return }
    let compiler = self
    let rows = await Parallel.map(model.staff, threads: threads) { person in
      compiler.costs(ofSeatsFor: person)
    }
    model.problem.seatCost = rows.flatMap(\.seats)
    model.problem.leadCost = rows.flatMap(\.leads)
  }

  /// What a champion's seat and lead cost, by host.
  private func costs(ofSeatsFor person: Person) -> (seats: [Int], leads: [Int]) {
    guard let from = person.schools.first.flatMap(facts.school), !stop.isSent else {
      let blank = Array(repeating: StaffedPartition.forbidden, count: model.items.count)
      return (blank, blank)
    }
    func costs(_ duty: Duty) -> [Int] {
      model.items.map { cost(of: Visit(person: person, from: from, host: $0, duty: duty)) }
    }
    return (costs(.champion), costs(.workshopLead))
  }

  // MARK: Reviews

  private mutating func addReviews() {
    let champions = facts.scenario.rules[Champions.self]
    let leads = facts.scenario.rules[WorkshopLead.self]
    let outside = facts.scenario.rules[ChampionFromOutside.self].governed
    for (host, school) in model.items.enumerated() {
      let wanted = champions.wanted(at: school.id, groupSize: 3, facts: facts)
      model.problem.seats[host] = wanted
      model.problem.emptySeatCost[host] = ReviewModel.cost(
        champions.governed.setting(schools: [school.id]).missing)
      model.problem.outsideCost[host] = ReviewModel.cost(outside.setting(schools: [school.id]))
      if let lead = leads.wanted(at: school.id, facts: facts) {
        model.problem.wantsLead[host] = true
        model.problem.noLeadCost[host] = ReviewModel.cost(lead.missing)
        model.problem.leadFromOtherSite[host] = lead.from == .otherSchool
      }
    }
  }

  private mutating func addRequirements() async throws(PlanningError) {
    if mustEnd() { return }
    let compiler = self
    let found = await Parallel.map(model.items, threads: threads) { school in
      compiler.requirements(of: school)
    }
    let count = model.items.count
    for (host, school) in model.items.enumerated() {
      guard found[host].charges.count <= Self.mostRequirements else {
        throw .tooManyRequirements(of: school, count: found[host].charges.count)
      }
      model.problem.requirementCosts[host] = found[host].charges
      for (visitor, covered) in found[host].byPrincipals.enumerated() {
        model.problem.visitCovers[visitor * count + host] = covered
      }
      for (staff, covered) in found[host].byStaff.enumerated() {
        model.problem.seatCovers[staff * count + host] = covered
      }
    }
  }

  /// What a review calls for, and a bit for each thing that one who comes covers.
  private struct Requirements: Sendable {
    var charges: [Int] = []
    var byPrincipals: [UInt64] = []
    var byStaff: [UInt64] = []
  }

  private func requirements(of school: School) -> Requirements {
    var found = Requirements()
    if stop.isSent { return found }
    var requirements: [CoverRequirement] = []
    for rule in coverRules { requirements += rule.requirements(of: school, facts: facts) }
    found.charges = requirements.map { ReviewModel.cost($0.charge) }
    guard requirements.count <= Self.mostRequirements else { return found }
    func covered(by person: Person?, from: School?) -> UInt64 {
      guard let person, let from, !requirements.isEmpty else { return 0 }
      var bits: UInt64 = 0
      for (bit, requirement) in requirements.enumerated()
      where requirement.isCovered(person, from) {
        bits |= 1 << UInt64(bit)
      }
      return bits
    }
    found.byPrincipals = model.items.map { from in
      from.id == school.id ? 0 : covered(by: facts.principal(of: from.id), from: from)
    }
    found.byStaff = model.staff.map { person in
      covered(by: person, from: person.schools.first.flatMap(facts.school))
    }
    return found
  }
}
