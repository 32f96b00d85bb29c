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

  private struct Entry: Sendable {
    let other: Int
    let link: Int
    let even: Int
    let covers: UInt64
  }

  /// The engine's problem, and the costs it was made of. O(schools x schools around).
  ///
  /// - Throws: ``PlanningError`` when a school's review calls for more than 64 things.
  func compile(_ shape: Remainder.Shape) async throws(PlanningError) -> (WidePartition, WideCosts) {
    let costs = try WideCosts(facts)
    let count = costs.schools.count
    var problem = WidePartition(
      itemCount: count, groupCounts: shape.groups, restCount: shape.resting
    ) {
      costs.triad($0, $1, $2)
    } part: {
      costs.part($0, groups: $1, rests: $2)
    }
    let grid = SchoolGrid(costs.schools)
    problem.places = grid.positions
    problem.requirementCosts = costs.requirementCosts
    problem.restCost = costs.restCosts
    let near = count <= 2_000 ? 30 : count <= 40_000 ? 20 : 12
    let finder = WideLists(
      costs, grid: grid, least: (near, near * 3 / 2),
      tenths: count <= 2_000 ? 25 : count <= 40_000 ? 22 : 18,
      most: count <= 40_000 ? 400 : 200)
    let lists = await Self.lists(count, threads: threads) { finder.list($0) }
    problem.beyond = lists.map(\.beyond)
    problem.evenBeyond = lists.map(\.evenBeyond)
    problem.beyondUncovered = lists.map(\.beyondUncovered)
    var listed = lists.map(\.others)
    for (school, list) in lists.enumerated() {
      for other in list.others { listed[other].append(school) }
    }
    let symmetric = listed
    let entries = await Self.lists(count, threads: threads) { school in
      Set(symmetric[school]).sorted().map { other in
        Entry(
          other: other, link: costs.link(min(school, other), max(school, other)),
          even: costs.evenLink(min(school, other), max(school, other)),
          covers: costs.covers(school, by: other))
      }.filter { $0.link < Int(Int32.max) }
    }
    for (school, list) in entries.enumerated() {
      for entry in list {
        problem.others.append(Int32(entry.other))
        problem.costs.append(Int32(entry.link))
        problem.evenCosts.append(Int32(entry.even))
        problem.covers.append(entry.covers)
      }
      problem.starts[school + 1] = problem.others.count
    }
    return (problem, costs)
  }

  /// An answer for each school, by several threads.
  private static func lists<Answer: Sendable>(
    _ count: Int, threads: Int, _ answer: @escaping @Sendable (Int) -> Answer
  ) async -> [Answer] {
    let size = 500
    let starts = Array(stride(from: 0, to: count, by: size))
    return await withTaskGroup(of: (Int, [Answer]).self) { group in
      var found: [(Int, [Answer])] = []
      var next = 0
      func add() {
        guard next < starts.count else { return }
        let start = starts[next]
        next += 1
        group.addTask { (start, (start..<min(count, start + size)).map(answer)) }
      }
      for _ in 0..<max(1, threads) { add() }
      while let part = await group.next() {
        found.append(part)
        add()
      }
      return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
