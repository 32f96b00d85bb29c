import TrefoilModel
import TrefoilSolver

/// Rows of a problem that are named by what they are about, and gathered while columns are made.
struct RepairRows {
  /// What a row is about.
  enum Key: Hashable {
    case oneStart(part: Int)
    case team(part: Int, start: Int)
    case oneWorkshop(part: Int)
    case workshopDay(part: Int, day: Int)
    /// Not both a workshop by this day and a review that ends on it or later.
    case workshopAfter(part: Int, day: Int)
    /// Not both a workshop on this day or later and a review too long before it.
    case workshopWithin(part: Int, day: Int)
    /// A person is in one place on a day.
    case place(person: Int, day: Int)
    /// A person has one duty in so many days.
    case rest(person: Int, day: Int)
    case leadersOut(site: Int, day: Int)
    case reviewsADay(day: Int)
    /// Reviews that begin in a week, and those beyond an even share.
    case week(CalendarDay)
    case duties(person: Int)
    case days(person: Int)
    case siteDays(site: Int)
    case leadOffTeam(part: Int, person: Int)
    case leadFromElsewhere(part: Int, site: Int)
    case requirement(part: Int, bit: Int)
    case friction(part: Int, index: Int)
    case fixedSeat(part: Int, staff: Int)
    case load(staff: Int)
    case moves
  }

  private struct Row {
    let sense: RowSense
    let side: Int
    var entries: [(column: Int, coefficient: Int)] = []
    /// The sum of what columns could put into the row.
    var most = 0
  }

  /// What is taken of a limit before anything is chosen.
  private let taken: [Key: Int]
  private var index: [Key: Int] = [:]
  private var rows: [Row] = []

  /// - Parameter taken: what has happened takes of limits; where it takes more than all, nothing is left.
  init(taken: [Key: Int]) {
    self.taken = taken
  }

  /// Adds a column to a row, which is made if it is not there.
  mutating func add(
    _ column: Int, to key: Key, times coefficient: Int = 1, upper: Int = 1, _ sense: RowSense,
    _ side: @autoclosure () -> Int
  ) {
    let place: Int
    if let known = index[key] {
      place = known
    } else {
      place = rows.count
      index[key] = place
      let gone = taken[key].map { min($0, side()) } ?? 0
      rows.append(Row(sense: sense, side: side() - gone))
    }
    rows[place].entries.append((column, coefficient))
    rows[place].most += max(0, coefficient) * upper
  }

  /// Makes a row even if no column is in it.
  mutating func need(_ key: Key, _ sense: RowSense, _ side: Int) {
    guard index[key] == nil else { return }
    index[key] = rows.count
    rows.append(Row(sense: sense, side: side))
  }

  /// Writes the rows into a problem, without those that nothing can break, and gives the entries of
  /// each column. O(entries).
  func write(into problem: inout SelectionProblem, columns: Int) -> [[SelectionProblem.Entry]] {
    var entries = [[SelectionProblem.Entry]](repeating: [], count: columns)
    for row in rows where row.sense != .atMost || row.most > row.side {
      let number = problem.addRow(row.sense, row.side, isLazy: row.sense == .atMost)
      for (column, coefficient) in row.entries {
        entries[column].append(SelectionProblem.Entry(row: number, coefficient: coefficient))
      }
    }
    return entries
  }
}
