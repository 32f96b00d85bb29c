/// A choice among columns at least cost, subject to rows of whole numbers.
///
/// Minimises the sum of costs over columns that are taken a whole number of times, from 0 to an upper
/// limit, such that every row holds: the sum of its coefficients over what is taken is at most, at
/// least or equal to its right-hand side. Assignments with capacities, packings of cycles and chains,
/// and choices of places are problems of this kind.
///
/// Numbers out of range are a programming error and stop the program; what comes from outside is
/// checked before. Rows come first, columns name them.
public struct SelectionProblem: Sendable {
  /// No cost is larger in size.
  public static let largestCost = 1_000_000_000_000
  /// No coefficient, right-hand side or upper limit is larger in size.
  public static let largestCoefficient = 1_000_000

  public struct Row: Sendable, Hashable {
    public let sense: RowSense
    public let rightHandSide: Int
    /// Whether the search leaves the row aside until something it found breaks it. It holds all the
    /// same; rows that seldom matter cost little this way.
    public let isLazy: Bool
  }

  /// How much one of a column adds to the sum of a row.
  public struct Entry: Sendable, Hashable {
    public let row: Int
    public let coefficient: Int

    public init(row: Int, coefficient: Int) {
      self.row = row
      self.coefficient = coefficient
    }
  }

  /// Added to every sum of costs.
  public var constant: Int
  /// Rows that hold too, and are too many to be listed.
  public var source: (any SelectionRowSource)?
  public private(set) var rows: [Row] = []
  public private(set) var costs: [Int] = []
  public private(set) var uppers: [Int] = []
  /// Where the entries of each column begin in `entryRows` and `entryCoefficients`, and the end.
  private(set) var starts: [Int] = [0]
  private(set) var entryRows: [Int32] = []
  private(set) var entryCoefficients: [Int32] = []
  /// Where the columns of each family begin in `familyColumns`, and the end.
  private(set) var familyStarts: [Int] = [0]
  private(set) var familyColumns: [Int32] = []

  public init(constant: Int = 0) {
    self.constant = constant
  }

  public var columnCount: Int { costs.count }
  public var familyCount: Int { familyStarts.count - 1 }

  /// The entries of one column, by row.
  public func entries(of column: Int) -> [Entry] {
    (starts[column]..<starts[column + 1]).map {
      Entry(row: Int(entryRows[$0]), coefficient: Int(entryCoefficients[$0]))
    }
  }

  /// The columns of one family, ascending.
  func columns(ofFamily family: Int) -> ArraySlice<Int32> {
    familyColumns[familyStarts[family]..<familyStarts[family + 1]]
  }

  /// Adds a row and returns its index. O(1).
  ///
  /// - Parameter isLazy: whether the search asks for it only once it is broken; see ``Row/isLazy``.
  @discardableResult
  public mutating func addRow(
    _ sense: RowSense, _ rightHandSide: Int, isLazy: Bool = false
  ) -> Int {
    precondition(rightHandSide.magnitude <= Self.largestCoefficient, "right-hand side out of range")
    rows.append(Row(sense: sense, rightHandSide: rightHandSide, isLazy: isLazy))
    return rows.count - 1
  }

  /// Adds a column and returns its index; entries of one row are added up, zeros left out.
  /// O(entries log entries).
  @discardableResult
  public mutating func addColumn(cost: Int, upper: Int = 1, entries: [Entry]) -> Int {
    precondition(cost.magnitude <= Self.largestCost, "cost out of range")
    precondition((0...Self.largestCoefficient).contains(upper), "upper limit out of range")
    let sorted = entries.sorted { $0.row < $1.row }
    var index = 0
    while index < sorted.count {
      let row = sorted[index].row
      precondition(rows.indices.contains(row), "no such row")
      var sum = 0
      while index < sorted.count, sorted[index].row == row {
        sum += sorted[index].coefficient
        index += 1
      }
      precondition(sum.magnitude <= Self.largestCoefficient, "coefficient out of range")
      if sum == 0 { continue }
      entryRows.append(Int32(row))
      entryCoefficients.append(Int32(sum))
    }
    starts.append(entryRows.count)
    costs.append(cost)
    uppers.append(upper)
    return costs.count - 1
  }

  /// Names columns that decide one question together, such as whether this person goes there at all:
  /// the search splits on how many of them are taken before it splits on a single column.
  ///
  /// It never changes what may be chosen.
  public mutating func addFamily(_ columns: [Int]) {
    for column in columns { precondition(costs.indices.contains(column), "no such column") }
    let isAscending = zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 }
    familyColumns += (isAscending ? columns : Set(columns).sorted()).map { Int32($0) }
    familyStarts.append(familyColumns.count)
  }

  // MARK: What a choice is worth

  /// The cost of taking each column so many times; no row is looked at. O(columns).
  public func cost(of values: [Int]) -> Int {
    zip(costs, values).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// Whether every row and every limit holds. O(entries).
  public func allows(_ values: [Int]) -> Bool {
    guard values.count == columnCount else { return false }
    var sums = [Int](repeating: 0, count: rows.count)
    for (column, value) in values.enumerated() where value != 0 {
      guard (0...uppers[column]).contains(value) else { return false }
      for entry in starts[column]..<starts[column + 1] {
        sums[Int(entryRows[entry])] += Int(entryCoefficients[entry]) * value
      }
    }
    let keepsRows = zip(rows, sums).allSatisfy { row, sum in
      switch row.sense {
      case .atMost: sum <= row.rightHandSide
      case .atLeast: sum >= row.rightHandSide
      case .equal: sum == row.rightHandSide
      }
    }
    guard keepsRows, let source else { return keepsRows }
    let taken = values.indices.filter { values[$0] != 0 }
    return source.rows(brokenBy: taken.map { ($0, Double(values[$0])) }).isEmpty
  }
}
