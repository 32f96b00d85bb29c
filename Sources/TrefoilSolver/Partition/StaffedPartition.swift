/// A partition of items into small groups in which every item is host of one task, visited by
/// other items of its group and joined by staff: the problem in numbers.
///
/// Every item belongs to exactly one group, or rests. In a group each item hosts a task. In groups
/// of three, four and five, two other items of the group visit each host and each item makes two
/// visits; in a pair one. A task has seats for staff and may have a lead; nobody is twice in one
/// task. Costs are whole numbers; ``forbidden`` stands for what may not be. Sums of costs that are
/// not forbidden stay below it: every single cost is below 2^31.
public struct StaffedPartition: Sendable {
  /// Stands for a cost that may not be paid.
  public static let forbidden = 1 << 40

  /// A charge on the number of members of a group from a class of items.
  public struct ClassTerm: Sendable {
    public enum Kind: Sendable, Hashable {
      /// Each member beyond the limit is charged.
      case atMost(Int)
      /// A group without a member is charged.
      case atLeastOne
    }

    public var kind: Kind
    /// Whether an item is of the class.
    public var contains: [Bool]
    public var charge: Int

    public init(kind: Kind, contains: [Bool], charge: Int) {
      self.kind = kind
      self.contains = contains
      self.charge = charge
    }
  }

  /// A charge, or a gain below zero, on one exact group.
  public struct ExactTerm: Sendable {
    /// In ascending order.
    public var members: [Int]
    public var charge: Int

    public init(members: [Int], charge: Int) {
      self.members = members.sorted()
      self.charge = charge
    }
  }

  /// Two people who are charged for being on one team.
  public struct Friction: Sendable {
    public var one: Int
    public var other: Int
    public var charge: Int

    public init(one: Int, other: Int, charge: Int) {
      self.one = one
      self.other = other
      self.charge = charge
    }
  }

  // MARK: Groups

  public var itemCount: Int
  /// Number of groups by size; sizes 2 to 5.
  public var groupCounts: [Int: Int]
  public var restCount: Int
  /// What it costs that an item rests, by item.
  public var restCost: [Int]
  /// Added to every solution.
  public var constant = 0
  /// [one * itemCount + other], symmetric; may be below zero.
  public var pairCost: [Int]
  public var classTerms: [ClassTerm] = []
  public var exactTerms: [ExactTerm] = []
  /// A group that has one member of such a set is exactly that set.
  public var closedSets: [[Int]] = []
  /// Two items that are in one group, and neither rests.
  public var inseparable: [(Int, Int)] = []

  // MARK: Tasks

  /// [visitor * itemCount + host].
  public var visitCost: [Int]
  /// [visitor * itemCount + host]: the requirements of the host that the visitor covers, as bits.
  public var visitCovers: [UInt64]
  /// What each requirement of a host costs when nobody in its task covers it, at most 64.
  public var requirementCosts: [[Int]]
  /// Days that a task takes, by host.
  public var taskDays: [Int]

  // MARK: Staff

  public var staffCount = 0
  /// [staff * itemCount + host]: a seat in the task; may be below zero.
  public var seatCost: [Int] = []
  /// [staff * itemCount + host]: leading the task.
  public var leadCost: [Int] = []
  /// [staff * itemCount + host], as ``visitCovers``.
  public var seatCovers: [UInt64] = []
  /// Items that are home to a member of staff.
  public var staffItems: [[Int]] = []
  /// What a seat costs more when no home of its holder is in the group, by host.
  public var outsideCost: [Int]
  /// Seats by host in groups of three and more; a pair has one more where there is any.
  public var seats: [Int]
  /// What an empty seat costs, by host.
  public var emptySeatCost: [Int]
  /// Whether the task has a lead, by host.
  public var wantsLead: [Bool]
  /// What it costs to have no lead, by host.
  public var noLeadCost: [Int]
  /// Whether the lead may share no site with anyone in the task, by host.
  public var leadFromOtherSite: [Bool]
  /// (host, staff) that must be.
  public var fixedSeats: [(host: Int, staff: Int)] = []
  public var fixedLeads: [(host: Int, staff: Int)] = []
  /// Costs of a person's 1st, 2nd, 3rd ... seat, ascending; the last holds for all after. By staff.
  public var seatSteps: [[Int]] = []

  // MARK: People

  public var personCount: Int
  /// The person who visits for an item. One person may stand for several items.
  public var itemPerson: [Int]
  public var staffPerson: [Int] = []
  /// The sites a person belongs to.
  public var personSites: [[Int]]
  public var siteCount: Int
  public var frictions: [Friction] = []
  /// The most visits, seats and leads; `Int.max` for no limit. By person.
  public var dutyLimit: [Int]
  /// The most days of visits, seats and leads (a lead takes one day). By person.
  public var dayLimit: [Int]
  /// The most days of all the people whose first site it is. By site.
  public var siteDayLimit: [Int]
  /// What duties weigh beside what they cost; nil where that is of no interest.
  public var burdens: Burdens?

  // MARK: Slots

  /// 64-bit words of a set of starting slots; 0 when tasks have no dates. At most 5.
  public var slotWords = 0
  /// [host * slotWords + word]: slots at which the task of a host can start.
  public var hostSlots: [UInt64] = []
  /// [(days * personCount + person) * slotWords + word]: slots from which a person is free for so
  /// many days; days from 0 to the longest task.
  public var personSlots: [UInt64] = []
  /// [(staff * itemCount + host) * slotWords + word]: starting slots after which this lead has a
  /// day for the host.
  public var leadSlots: [UInt64] = []

  /// A problem without costs, staff or limits, to be filled in.
  public init(itemCount: Int, groupCounts: [Int: Int], restCount: Int = 0) {
    self.itemCount = itemCount
    self.groupCounts = groupCounts
    self.restCount = restCount
    restCost = Array(repeating: 0, count: itemCount)
    pairCost = Array(repeating: 0, count: itemCount * itemCount)
    visitCost = Array(repeating: 0, count: itemCount * itemCount)
    visitCovers = Array(repeating: 0, count: itemCount * itemCount)
    requirementCosts = Array(repeating: [], count: itemCount)
    taskDays = Array(repeating: 1, count: itemCount)
    outsideCost = Array(repeating: 0, count: itemCount)
    seats = Array(repeating: 0, count: itemCount)
    emptySeatCost = Array(repeating: 0, count: itemCount)
    wantsLead = Array(repeating: false, count: itemCount)
    noLeadCost = Array(repeating: 0, count: itemCount)
    leadFromOtherSite = Array(repeating: false, count: itemCount)
    personCount = itemCount
    itemPerson = Array(0..<itemCount)
    personSites = (0..<itemCount).map { [$0] }
    siteCount = itemCount
    dutyLimit = Array(repeating: .max, count: itemCount)
    dayLimit = Array(repeating: .max, count: itemCount)
    siteDayLimit = Array(repeating: .max, count: itemCount)
  }

  /// Items that something decided keeps from resting: bound to others, in a closed set, or host of
  /// a fixed seat or lead.
  public var itemsThatNeverRest: Set<Int> {
    var items = Set(closedSets.flatMap(\.self))
    for (one, other) in inseparable { items.formUnion([one, other]) }
    return items.union(fixedSeats.map(\.host)).union(fixedLeads.map(\.host))
  }

  /// Sizes of groups that occur, ascending.
  public var sizes: [Int] { groupCounts.filter { $0.value > 0 }.keys.sorted() }

  /// The cost of a person's seat of this ordinal, 1 for the first.
  public func seatStep(staff: Int, ordinal: Int) -> Int {
    let steps = seatSteps[staff]
    return steps.isEmpty ? 0 : steps[min(ordinal - 1, steps.count - 1)]
  }
}
