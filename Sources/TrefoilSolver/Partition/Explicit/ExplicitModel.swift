/// The whole of a ``StaffedPartition`` as rows and columns of whole numbers, so that any solver of
/// such programs can be asked the same question.
///
/// The least sum of costs over columns of whole numbers from 0 to their upper limits that keep
/// every row, and the constant, is the least cost of the problem. A column stands for one thing
/// that may be chosen; what may not be has no column. Groups are covered by set partitioning
/// (Balas and Padberg, 1976, doi:10.1137/1018115): each item is in one group or rests.
///
/// A group takes one team for each of its members. A member that has a single possible team in a
/// group has no columns of its own there: cost and demands of that team are those of the group.
/// Where nothing is shared between groups (no totals of people, no leads) each group has the
/// cheapest of all its teams. A lead is chosen once for each host and kept off the teams that it
/// does not suit.
///
/// All costs are those of ``PartitionCost``. Time and memory grow with the number of columns.
public struct ExplicitModel: Sendable {
  /// More columns than these are not made; the model of 180 items in threes without staff has
  /// 955,860.
  public static let mostColumns = 1_000_000

  /// What a column stands for, in the indices of the problem.
  public enum Choice: Sendable, Hashable {
    /// These items, ascending, are a group.
    case group([Int])
    case rest(Int)
    /// Visitors and staff, each ascending, at a host of a group.
    case team(group: [Int], host: Int, visitors: [Int], staff: [Int])
    /// The lead of a host's task, or that it has none.
    case lead(host: Int, staff: Int?)
    /// The seat of this ordinal of a member of staff; the last also stands for all after it.
    case seat(staff: Int, ordinal: Int)
  }

  /// What a row asks for, in the indices of the problem.
  public enum Demand: Sendable, Hashable {
    /// The item is in one group or rests.
    case item(Int)
    /// So many groups of this size.
    case groups(size: Int)
    /// So many items rest.
    case resting
    /// A group has one team for this host.
    case team(group: [Int], host: Int)
    /// A member of a group of four or five makes two visits there.
    case visits(group: [Int], visitor: Int)
    /// A host that does not rest has a lead or goes without.
    case lead(host: Int)
    /// A lead and a team that do not suit each other are not chosen both.
    case leadSuits(host: Int, staff: Int)
    /// Seats beyond those that cost nothing are paid for.
    case seats(staff: Int)
    case duties(person: Int)
    case days(person: Int)
    case siteDays(site: Int)
    case burden(person: Int)
  }

  public struct Column: Sendable, Hashable {
    public let choice: Choice
    public let cost: Int
    /// The largest value; the least is 0. 1 but for some seats.
    public let upper: Int
    /// Where the column's share of ``ExplicitModel/entries`` lies.
    public let entries: Range<Int>
  }

  public struct Row: Sendable, Hashable {
    public let demand: Demand
    public let sense: RowSense
    public let rightHandSide: Int
  }

  /// How much one of a column adds to the sum of a row.
  public struct Entry: Sendable, Hashable {
    public let row: Int
    public let coefficient: Int
  }

  public internal(set) var rows: [Row] = []
  public internal(set) var columns: [Column] = []
  /// Column by column, in each by row; no row twice in a column.
  public internal(set) var entries: [Entry] = []
  /// Added to every sum of costs.
  public private(set) var constant: Int

  /// The rows and columns of a problem.
  ///
  /// - Throws: ``ExplicitModelTooLarge`` before anything is made, when there could be more than
  ///   ``mostColumns`` columns.
  public init(_ problem: StaffedPartition) throws(ExplicitModelTooLarge) {
    constant = problem.constant
    let columns = ExplicitModelSize(problem).columns
    guard columns <= Self.mostColumns else {
      throw ExplicitModelTooLarge(
        columns: columns, isLowerBound: columns >= ExplicitModelSize.mostCounted)
    }
    var builder = ExplicitModelBuilder(problem, model: self)
    self = builder.build()
  }
}
