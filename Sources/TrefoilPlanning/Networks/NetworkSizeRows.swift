import TrefoilSolver

/// The rows of a network's problem that hold the sizes of its groups.
struct NetworkSizeRows {
  private let members: Int
  private let groupCount: Int
  /// The rows in which every member at a venue counts.
  private var memberRows: [Int: [Int]] = [:]
  private var entries: [Int: [SelectionProblem.Entry]] = [:]
  /// Where sizes beyond a level are charged: the columns of each level and of each level at each venue,
  /// and of the members beyond it at each venue.
  private var columnOfLevel: [Int: Int] = [:]
  private var columnOfHeld: [Int: [Int: Int]] = [:]
  private var columnOfBeyond: [Int: Int] = [:]

  init(members: Int, groupCount: Int) {
    self.members = members
    self.groupCount = groupCount
  }

  func memberEntries(at venue: Int) -> [SelectionProblem.Entry] {
    (memberRows[venue] ?? []).map { SelectionProblem.Entry(row: $0, coefficient: 1) }
  }

  /// What the column of a venue adds to rows.
  func venueEntries(of venue: Int) -> [SelectionProblem.Entry] { entries[venue] ?? [] }

  mutating func add(_ entry: SelectionProblem.Entry, toVenue venue: Int) {
    entries[venue, default: []].append(entry)
  }

  /// Adds the rows, and the columns that they need.
  ///
  /// - Parameter isFree: whether members beyond the size of others cost nothing.
  mutating func add(
    _ sizes: NetworkCompiler.Sizes, venues: [Int], isFree: Bool, to problem: inout SelectionProblem
  ) {
    switch sizes {
    case .free: hold(venues, least: 1, most: members, &problem)
    case .level(let level): hold(venues, least: level, most: level + 1, &problem)
    case .charged(let minutes):
      hold(venues, least: 1, most: members, &problem)
      charge(venues, isFree ? 0 : minutes, &problem)
    }
  }

  private mutating func hold(
    _ venues: [Int], least: Int, most: Int, _ problem: inout SelectionProblem
  ) {
    for venue in venues {
      let above = problem.addRow(.atMost, 0)
      let below = problem.addRow(.atLeast, 0)
      memberRows[venue, default: []] += [above, below]
      add(SelectionProblem.Entry(row: above, coefficient: -most), toVenue: venue)
      add(SelectionProblem.Entry(row: below, coefficient: -least), toVenue: venue)
    }
  }

  /// One level is chosen for all: a venue has as many members, or one more, or pays.
  private mutating func charge(
    _ venues: [Int], _ minutes: Int, _ problem: inout SelectionProblem
  ) {
    let one = problem.addRow(.atMost, 1)
    let rows = venues.map { venue -> (above: Int, below: Int, isOpen: Int) in
      let rows = (
        above: problem.addRow(.atMost, 0), below: problem.addRow(.atLeast, 0),
        isOpen: problem.addRow(.equal, 0)
      )
      memberRows[venue, default: []] += [rows.above, rows.below]
      add(SelectionProblem.Entry(row: rows.isOpen, coefficient: -1), toVenue: venue)
      return rows
    }
    for level in 1...max(1, members / groupCount) {
      let sum = problem.addRow(.equal, 0)
      columnOfLevel[level] = problem.addColumn(
        cost: 0,
        entries: [
          SelectionProblem.Entry(row: one, coefficient: 1),
          SelectionProblem.Entry(row: sum, coefficient: -groupCount),
        ])
      for (venue, row) in zip(venues, rows) {
        columnOfHeld[level, default: [:]][venue] = problem.addColumn(
          cost: 0,
          entries: [
            SelectionProblem.Entry(row: sum, coefficient: 1),
            SelectionProblem.Entry(row: row.isOpen, coefficient: 1),
            SelectionProblem.Entry(row: row.above, coefficient: -(level + 1)),
            SelectionProblem.Entry(row: row.below, coefficient: -level),
          ])
      }
    }
    for (venue, row) in zip(venues, rows) {
      columnOfBeyond[venue] = problem.addColumn(
        cost: minutes, upper: members,
        entries: [SelectionProblem.Entry(row: row.above, coefficient: -1)])
    }
  }

  /// How often the columns for sizes are taken where groups of these sizes meet at these venues.
  func values(ofSizes sizes: [Int: Int]) -> [(column: Int, value: Int)] {
    guard let level = sizes.values.min(), let one = columnOfLevel[level] else { return [] }
    var values = [(column: one, value: 1)]
    for (venue, size) in sizes {
      if let column = columnOfHeld[level]?[venue] { values.append((column, 1)) }
      if let column = columnOfBeyond[venue] { values.append((column, max(0, size - level - 1))) }
    }
    return values
  }
}
