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
  private let stop: StopSignal
  /// False once a stop has left a part out.
  private var isComplete = true

  /// What the review of one school may call for, each thing once: a bit of a word stands for each.
  static let mostRequirements = 64

  /// Compiles everything but dates; nil when a stop came first, which is looked at once for each
  /// school and champion.
  ///
  /// - Throws: ``PlanningError`` when a school's review calls for more than 64 things. Readers of
  ///   files admit 60 needs, so only a scenario made in code can.
  package static func compile(
    _ facts: TrustFacts, shape: Remainder.Shape, stop: StopSignal = StopSignal()
  ) throws(PlanningError) -> ReviewModel? {
    var compiler = ReviewCompiler(facts, shape, stop: stop)
    compiler.addPeople()
    compiler.addPairs()
    compiler.addGroupTerms()
    compiler.addVisits()
    compiler.addStaff()
    compiler.addReviews()
    try compiler.addRequirements()
    compiler.addSeatWishes()
    return compiler.isComplete ? compiler.model : nil
  }

  private init(_ facts: TrustFacts, _ shape: Remainder.Shape, stop: StopSignal) {
    self.facts = facts
    self.stop = stop
    model = ReviewModel(facts: facts, shape: shape)
    rules = facts.scenario.rules.rules
    let loud = rules.filter { !$0.isSilent(about: facts) }
    pairRules = loud.compactMap { $0 as? any PairRule }
    visitRules = loud.compactMap { $0 as? any VisitRule }
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
      guard indices.count == schools.count else { return }
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
    let hasSize = (model.problem.groupCounts[schools.count] ?? 0) > 0
    guard indices.count == schools.count, hasSize else {
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

  /// A wish that nothing can fulfil: an obstacle if it must be, otherwise paid for at once.
  mutating func missing(_ charge: Charge, _ sentence: String) {
    switch charge {
    case .must: model.obstacles.append(sentence)
    case .minutes(let minutes): model.problem.constant += minutes
    }
  }

  // MARK: Visits

  private mutating func addVisits() {
    let count = model.items.count
    model.problem.taskDays = model.items.map { facts.reviewDays(at: $0) }
    for (visitor, from) in model.items.enumerated() {
      if mustEnd() { return }
      guard let principal = facts.principal(of: from.id) else { continue }
      for (host, school) in model.items.enumerated() where host != visitor {
        let visit = Visit(person: principal, from: from, host: school, duty: .reviewer)
        model.problem.visitCost[visitor * count + host] = cost(of: visit)
      }
    }
  }

  private func cost(of visit: Visit) -> Int {
    if facts.served(by: visit.person).contains(visit.host.id) { return StaffedPartition.forbidden }
    var charges: [Charge] = []
    for rule in visitRules { charges += rule.charges(for: visit, of: facts) }
    return ReviewModel.cost(charges)
  }

  private mutating func addStaff() {
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
    let blank = Array(repeating: StaffedPartition.forbidden, count: model.staff.count * count)
    model.problem.seatCost = blank
    model.problem.leadCost = blank
    model.problem.seatCovers = Array(repeating: 0, count: blank.count)
    for (staff, person) in model.staff.enumerated() {
      if mustEnd() { return }
      guard let from = person.schools.first.flatMap(facts.school) else { continue }
      for (host, school) in model.items.enumerated() {
        let index = staff * count + host
        model.problem.seatCost[index] = cost(
          of: Visit(person: person, from: from, host: school, duty: .champion))
        model.problem.leadCost[index] = cost(
          of: Visit(person: person, from: from, host: school, duty: .workshopLead))
      }
    }
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

  private mutating func addRequirements() throws(PlanningError) {
    let count = model.items.count
    let coverRules = rules.compactMap { $0 as? any CoverRule }
    for (host, school) in model.items.enumerated() {
      if mustEnd() { return }
      var requirements: [CoverRequirement] = []
      for rule in coverRules { requirements += rule.requirements(of: school, facts: facts) }
      guard requirements.count <= Self.mostRequirements else {
        throw .tooManyRequirements(of: school, count: requirements.count)
      }
      model.problem.requirementCosts[host] = requirements.map { ReviewModel.cost($0.charge) }
      func covered(by person: Person, from: School) -> UInt64 {
        var bits: UInt64 = 0
        for (bit, requirement) in requirements.enumerated()
        where requirement.isCovered(person, from) {
          bits |= 1 << UInt64(bit)
        }
        return bits
      }
      for (visitor, from) in model.items.enumerated() where visitor != host {
        guard let principal = facts.principal(of: from.id) else { continue }
        model.problem.visitCovers[visitor * count + host] = covered(by: principal, from: from)
      }
      for (staff, person) in model.staff.enumerated() {
        guard let from = person.schools.first.flatMap(facts.school) else { continue }
        model.problem.seatCovers[staff * count + host] = covered(by: person, from: from)
      }
    }
  }
}
