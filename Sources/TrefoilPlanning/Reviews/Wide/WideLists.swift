import TrefoilModel
import TrefoilSolver

/// Finds whom each school may well be grouped with, and floors for all others.
///
/// A school lists the schools around it up to a radius at which the journey alone costs enough: no
/// other rule charges less than nothing. It lists more of those who know what its review calls for.
struct WideLists: Sendable {
  /// The school's list, and the floors beyond it.
  struct List: Sendable {
    var others: [Int] = []
    var beyond = 0
    var evenBeyond = 0
    var beyondUncovered = 0
  }

  private let costs: WideCosts
  private let grid: SchoolGrid
  /// At least so many schools are within the floor, and so many that know what is called for.
  private let least: (any: Int, covering: Int)
  /// The floor is at least so many tenths of the cost of the second nearest.
  private let tenths: Int
  /// Lists do not grow on purpose beyond so many.
  private let most: Int

  init(
    _ costs: WideCosts, grid: SchoolGrid, least: (any: Int, covering: Int), tenths: Int, most: Int
  ) {
    self.costs = costs
    self.grid = grid
    self.least = least
    self.tenths = tenths
    self.most = most
  }

  private struct Neighbour {
    let school: Int
    let link: Int
    let even: Int
    /// With twice what it leaves uncovered.
    let charged: Int
  }

  /// O(schools around).
  func list(_ school: Int) -> List {
    let all = costs.uncovered(school, by: 0)
    var radius = 3_000.0
    var known: [Int: Neighbour] = [:]
    while true {
      let around = grid.near(school, within: radius)
      for other in around where known[other] == nil {
        let link = costs.link(school, other)
        let open = costs.uncovered(school, by: costs.covers(school, by: other))
        known[other] = Neighbour(
          school: other, link: link, even: costs.evenLink(school, other), charged: link + 2 * open)
      }
      let isWhole = around.count == grid.positions.count - 1
      let floor = isWhole ? StaffedPartition.forbidden : floor(at: radius)
      if let list = list(known.values.sorted { $0.school < $1.school }, floor, all, isWhole) {
        return list
      }
      radius *= 1.35
    }
  }

  /// The list from all schools within a radius, or nil when it is too small.
  private func list(_ around: [Neighbour], _ floor: Int, _ all: Int, _ isWhole: Bool) -> List? {
    guard isWhole || around.count > max(least.any, least.covering) else { return nil }
    let links = around.map(\.link).sorted()
    let charged = around.map(\.charged).sorted()
    var wanted = links.isEmpty ? floor : links[min(least.any, links.count - 1)]
    if links.count > 1 { wanted = max(wanted, min(links[1], 1 << 40) * tenths / 10) }
    var wantedCharged = charged.isEmpty ? floor : charged[min(least.covering, charged.count - 1)]
    if charged.count > 1 {
      wantedCharged = max(wantedCharged, min(charged[1], 1 << 40) * tenths / 10)
    }
    wantedCharged = max(wanted, min(wantedCharged, wanted + 4 * min(all, 1 << 20)))
    let inside = links.prefix { $0 < floor }.count
    guard isWhole || (wanted <= floor && wantedCharged <= floor) || inside > most else {
      return nil
    }
    var list = List()
    let cap = StaffedPartition.forbidden >> 10
    list.beyond = min(wanted, floor, cap, links.count > most ? links[most] : cap)
    list.beyondUncovered = max(
      list.beyond, min(wantedCharged, floor, cap, charged.count > most ? charged[most] : cap))
    let (near, charge) = (list.beyond, list.beyondUncovered)
    func isListed(_ other: Neighbour) -> Bool {
      other.link < near || (other.charged < charge && other.link < cap)
    }
    list.others = around.filter(isListed).map(\.school)
    list.evenBeyond = around.filter { !isListed($0) }.reduce(near) { min($0, $1.even) }
    return list
  }

  /// What any two schools cost that are further apart than this, in metres: four journeys.
  private func floor(at radius: Double) -> Int {
    // The plane of the grid and the sphere differ by less than this.
    let kilometres = max(0, radius * 0.995 - 300) / 1000
    return 4 * costs.facts.leastMinutes(forKilometres: kilometres)
  }
}
