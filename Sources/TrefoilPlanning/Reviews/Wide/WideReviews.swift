import TrefoilModel
import TrefoilSolver

/// The reviews of very many schools as one partition, when nobody but principals is planned.
struct WideReviews: Sendable {
  private let facts: TrustFacts
  private let threads: Int

  init(_ facts: TrustFacts, threads: Int) {
    self.facts = facts
    self.threads = threads
  }

  /// What stands against it, each to be read after "more than so many schools are planned only";
  /// nothing in the usual case of a national or regional study.
  var obstacles: [String] {
    let rules = facts.scenario.rules
    var obstacles: [String] = []
    if facts.asksForChampions { obstacles.append("without champions in people.csv") }
    if facts.scenario.term.dates != nil { obstacles.append("without dates of the term") }
    if !facts.scenario.travel.minutes.isEmpty { obstacles.append("without travel.csv") }
    if facts.scenario.published != nil { obstacles.append("without a published plan") }
    let groupRules = rules.rules.compactMap { $0 as? any GroupRule }
    if groupRules.contains(where: { !$0.terms(of: facts).isEmpty }) {
      obstacles.append("without rules about whole groups (pins, together, forbid, standing)")
    }
    if rules[Remainder.self].setting == .allPairs {
      obstacles.append("without 'remainder: all-pairs'")
    }
    if !rules[Pin.self].setting.seats.isEmpty { obstacles.append("without pinned seats") }
    if !facts.participants.allSatisfy(Self.isOnTheGrid) {
      obstacles.append("when every school lies in Great Britain")
    }
    if !rules[Apart.self].setting.isEmpty { obstacles.append("without 'apart'") }
    let heads = facts.participants.compactMap { facts.principal(of: $0.id) }
    let capacity = rules[Capacity.self]
    let daysOut = rules[DaysOut.self].governed
    let isLimited = heads.contains { person in
      person.schools.count > 1 || (capacity.limit(of: person) ?? 2) < 2
        || daysOut.setting(person: person.id).person != nil
        || daysOut.setting(schools: person.schools).school != nil
    }
    if isLimited {
      obstacles.append("when every principal heads one school and has time for two visits")
    }
    return obstacles
  }

  /// Whether the plane of the British grid tells how far it is to the school.
  private static func isOnTheGrid(_ school: School) -> Bool {
    switch school.place {
    case .grid(let easting, let northing):
      return BritishGrid.contains(easting: easting, northing: northing)
    case .geographic(let latitude, let longitude):
      let grid = BritishGrid.grid(latitude: latitude, longitude: longitude)
      return BritishGrid.contains(easting: grid.easting, northing: grid.northing)
    case nil: return false
    }
  }

  /// The engine's problem, and the costs it was made of. O(schools x schools around).
  ///
  /// - Throws: ``PlanningError`` when a school's review calls for more than 64 things.
  func compile(_ shape: Remainder.Shape) async throws(PlanningError) -> (WidePartition, WideCosts) {
    let costs = try WideCosts(facts)
    let count = costs.schools.count
    let grid = SchoolGrid(costs.schools)
    let near = count <= 2_000 ? 30 : count <= 40_000 ? 20 : 12
    let lists = WideLists(
      costs, grid: grid, least: (near, near * 3 / 2),
      tenths: count <= 2_000 ? 25 : count <= 40_000 ? 22 : 18,
      most: count <= 40_000 ? 400 : 200)
    var problem = WidePartition(
      itemCount: count, groupCounts: shape.groups, restCount: shape.resting
    ) {
      costs.triad($0, $1, $2)
    } part: {
      costs.part($0, groups: $1, rests: $2)
    } makeList: {
      lists.list($0, reach: $1)
    } link: { one, other in
      let (first, second) = (min(one, other), max(one, other))
      return NearLink(
        cost: costs.link(first, second), evenCost: costs.evenLink(first, second),
        covers: costs.covers(one, by: other))
    }
    problem.places = grid.positions
    problem.requirementCosts = costs.requirementCosts
    problem.restCost = costs.restCosts
    await problem.makeLists(threads: threads)
    return (problem, costs)
  }
}
