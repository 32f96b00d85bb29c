import TrefoilModel
import TrefoilSolver

/// Turns one network into a choice among columns: venues, members at venues, members at none, and
/// the size that groups have at least. It is the location of facilities with capacities.
struct NetworkCompiler {
  /// What is made as small as can be.
  enum Goal: Sendable, Equatable {
    /// What all the rules charge.
    case cost
    /// How many members come to no meeting.
    case absent
  }

  /// How the sizes of groups are held.
  enum Sizes: Sendable, Equatable {
    /// Every group has somebody in it.
    case free
    /// Every group has so many members or one more.
    case level(Int)
    /// Every group has as many members as the smallest or one more, and what is beyond is charged.
    case charged(Int)
  }

  /// Rows that hold one member at one venue to that venue are made for this many near venues; far
  /// ones have the venue's row alone.
  static let mostLinks = 6_000

  private(set) var problem = SelectionProblem()
  /// What a column of the problem stands for; others only count.
  private(set) var venueOfColumn: [Int: Int] = [:]
  private(set) var attendanceOfColumn: [Int: (member: Int, venue: Int)] = [:]
  /// The choice in which nobody meets.
  private(set) var nothing: [Int] = []

  /// The choice to begin a search with.
  private(set) var start: [Int] = []

  let members: [School]
  let venues: [School]
  private let network: Network
  private let facts: NetworkFacts
  private let goal: Goal
  private let longest: Int?
  private let sizes: Sizes
  private var groupCount: Int { network.groupCount }

  /// O(members x venues).
  ///
  /// - Parameters:
  ///   - longest: no journey is longer one way, in minutes; nil for any.
  ///   - mostAbsent: at most so many members come to no meeting; nil for any number.
  init(
    _ network: Network, _ facts: NetworkFacts, sizes: Sizes, goal: Goal = .cost,
    longest: Int? = nil, mostAbsent: Int? = nil
  ) {
    self.network = network
    self.facts = facts
    self.goal = goal
    self.longest = longest
    self.sizes = sizes
    members = network.members.compactMap { facts.trust.school($0) }
    venues = network.venues.compactMap { facts.trust.school($0) }
    build(mostAbsent)
  }

  // MARK: What a member costs at a venue

  /// The minutes, or nil where it may not be.
  private func cost(of charges: [NetworkCharge]) -> Int? {
    var sum = 0
    for charge in charges {
      guard case .minutes(let minutes) = charge.charge else { return nil }
      sum += minutes
    }
    return goal == .cost ? sum : 0
  }

  private func attendanceCost(_ member: School, _ venue: School) -> Int? {
    if let longest, facts.oneWay(of: member, to: venue) > longest { return nil }
    let rules = facts.trust.scenario.rules
    return cost(
      of: rules[NetworkTravel.self].charges(for: member, at: venue, of: network, facts: facts)
        + rules[NetworkLimit.self].charges(for: member, at: venue, of: network, facts: facts))
  }

  private func venueCost(_ venue: School) -> Int? {
    cost(of: facts.trust.scenario.rules[NetworkRepeat.self].charges(for: venue, of: network))
  }

  // MARK: Rows and columns

  private mutating func build(_ mostAbsent: Int?) {
    let costs = venues.map { venue in members.map { attendanceCost($0, venue) } }
    let own = venues.map { venue in members.firstIndex { $0.id == venue.id } }
    let prices = venues.map { venueCost($0) }
    // A venue that may not be, or whose own school could not come, is none.
    let open = venues.indices.filter { index in
      prices[index] != nil && (own[index].map { costs[index][$0] != nil } ?? true)
        && costs[index].contains { $0 != nil }
    }
    // As many groups as there should be, or none at all.
    let groups = problem.addRow(.equal, groupCount)
    let memberRows = members.map { _ in problem.addRow(.equal, 1) }
    let absentRow = mostAbsent.map { problem.addRow(.atMost, $0) }
    let near = nearVenues(of: costs, open)
    var rows = NetworkSizeRows(members: members.count, groupCount: groupCount)
    rows.add(sizes, venues: open, isFree: goal == .absent, to: &problem)
    for index in open {
      rows.add(SelectionProblem.Entry(row: groups, coefficient: 1), toVenue: index)
      for member in members.indices {
        guard let cost = costs[index][member] else { continue }
        var entries = rows.memberEntries(at: index)
        entries.append(SelectionProblem.Entry(row: memberRows[member], coefficient: 1))
        // A venue's own school is in its group.
        let isOwn = own[index] == member
        if isOwn || near[member].contains(index) {
          let row = problem.addRow(isOwn ? .equal : .atMost, 0)
          entries.append(SelectionProblem.Entry(row: row, coefficient: 1))
          rows.add(SelectionProblem.Entry(row: row, coefficient: -1), toVenue: index)
        }
        let column = problem.addColumn(cost: cost, entries: entries)
        attendanceOfColumn[column] = (member, index)
      }
      let column = problem.addColumn(
        cost: prices[index] ?? 0, entries: rows.venueEntries(of: index))
      venueOfColumn[column] = index
    }
    addFamilies(open)
    var taken = addAbsent(memberRows, absentRow)
    taken.append(
      problem.addColumn(
        cost: 0, entries: [SelectionProblem.Entry(row: groups, coefficient: groupCount)]))
    nothing = [Int](repeating: 0, count: problem.columnCount)
    for column in taken { nothing[column] = 1 }
    start = begin(
      NetworkStart(
        costs: costs, prices: venues.indices.map { open.contains($0) ? prices[$0] : nil }, own: own,
        members: members.count, groupCount: groupCount, sizes: sizeRange), rows)
  }

  private var sizeRange: ClosedRange<Int> {
    if case .level(let level) = sizes { return level...(level + 1) }
    return 1...max(1, members.count)
  }

  /// The choice of a local search; that in which nobody meets where it finds none.
  private func begin(_ search: NetworkStart, _ rows: NetworkSizeRows) -> [Int] {
    guard let found = search.best() else { return nothing }
    var values = [Int](repeating: 0, count: problem.columnCount)
    let hosts = Set(found.venues)
    for (column, venue) in venueOfColumn where hosts.contains(venue) { values[column] = 1 }
    for (column, pair) in attendanceOfColumn where found.venueOfMember[pair.member] == pair.venue {
      values[column] = 1
    }
    let groups = Dictionary(grouping: found.venueOfMember) { $0 }
    for (column, value) in rows.values(ofSizes: groups.mapValues(\.count)) {
      values[column] = value
    }
    return problem.allows(values) && problem.cost(of: values) < problem.cost(of: nothing)
      ? values : nothing
  }

  /// The search asks first how many venues there are in a neighbourhood, and whether this is one.
  private mutating func addFamilies(_ open: [Int]) {
    var columnOfVenue: [Int: Int] = [:]
    for (column, venue) in venueOfColumn { columnOfVenue[venue] = column }
    var seen: Set<Set<Int>> = []
    for size in [1, 2, 4, 8] where size < open.count {
      for venue in open {
        let near = open.sorted {
          (facts.oneWay(of: venues[venue], to: venues[$0]), $0)
            < (facts.oneWay(of: venues[venue], to: venues[$1]), $1)
        }.prefix(size)
        let columns = Set(near.compactMap { columnOfVenue[$0] })
        if seen.insert(columns).inserted { problem.addFamily(Array(columns)) }
      }
    }
  }

  private mutating func addAbsent(_ rows: [Int], _ absentRow: Int?) -> [Int] {
    let price = goal == .absent ? 1 : facts.trust.scenario.rules[NetworkAbsent.self].setting
    return rows.map { row in
      let count = absentRow.map { [SelectionProblem.Entry(row: $0, coefficient: 1)] } ?? []
      return problem.addColumn(
        cost: price, entries: [SelectionProblem.Entry(row: row, coefficient: 1)] + count)
    }
  }

  /// For each member the nearest of the venues it can reach, by cost.
  private func nearVenues(of costs: [[Int?]], _ open: [Int]) -> [Set<Int>] {
    let most = max(1, Self.mostLinks / max(1, members.count))
    return members.indices.map { member in
      let reached = open.compactMap { index in costs[index][member].map { (index, $0) } }
      if reached.count <= most { return Set(reached.map(\.0)) }
      let sorted = reached.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      return Set(sorted.prefix(most).map(\.0))
    }
  }

}
