import TrefoilModel
import TrefoilSolver

/// Finds whom each school may well be grouped with, and floors for all others.
///
/// A school lists the schools around it up to a radius at which the journey alone costs enough: no
/// other rule charges less than nothing. Further out it lists those who bring something that its
/// review calls for.
struct WideLists: Sendable {
  private let costs: WideCosts
  private let grid: SchoolGrid
  /// At least so many schools are within the floor, and so many that bring a thing called for.
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
    let covers: UInt64
  }

  /// Sums of so much are far from overflow.
  private static let cap = StaffedPartition.forbidden >> 10

  /// A school's list; about twice as long with each step of the reach. O(schools around).
  func list(_ school: Int, reach: Int) -> NearList {
    var list = NearList(coverBeyond: [])
    var radius = 3_000.0
    var around: [Neighbour] = []
    while true {
      let floor = neighbours(of: school, within: radius, &around) { _ in true }
      if let near = end(around.map(\.link), floor, least: least.any << reach, dearest: Self.cap) {
        list.beyond = near
        break
      }
      radius *= 1.35
    }
    list.evenBeyond = list.beyond
    for other in around {
      if other.link < list.beyond {
        list.others.append(other.school)
      } else {
        list.evenBeyond = min(list.evenBeyond, costs.evenLink(school, other.school))
      }
    }
    addCovering(school, reach: reach, radius: radius, to: &list)
    list.others.sort()
    return list
  }

  /// Lists, further out, who brings something that the school's review calls for.
  private func addCovering(
    _ school: Int, reach: Int, radius start: Double, to list: inout NearList
  ) {
    let wanted = costs.requirementCosts[school]
    var radius = start
    var around: [Neighbour] = []
    while list.coverBeyond.count < wanted.count {
      let floor = neighbours(of: school, within: radius, &around) { $0 != 0 }
      while list.coverBeyond.count < wanted.count {
        let bit = list.coverBeyond.count
        let links = around.filter { $0.covers >> UInt64(bit) & 1 == 1 }.map(\.link)
        // Beyond four times the cost of going without, a school cannot earn more for it.
        let dearest = list.beyond + 4 * min(wanted[bit], 1 << 20)
        guard let end = end(links, floor, least: least.covering << reach, dearest: dearest)
        else { break }
        list.coverBeyond.append(max(list.beyond, end))
      }
      radius *= 1.5
    }
    for other in around where other.link >= list.beyond && isWithinReach(other, list) {
      list.others.append(other.school)
    }
  }

  /// The schools within a radius that bring what is asked of them.
  ///
  /// - Returns: what the link to anyone further away costs at least.
  private func neighbours(
    of school: Int, within radius: Double, _ found: inout [Neighbour],
    bringing isWanted: (UInt64) -> Bool
  ) -> Int {
    let around = grid.near(school, within: radius)
    found.removeAll(keepingCapacity: true)
    for other in around {
      let covers = costs.covers(school, by: other)
      if isWanted(covers) {
        found.append(
          Neighbour(school: other, link: costs.link(school, other), covers: covers))
      }
    }
    let isWhole = around.count == grid.positions.count - 1
    return isWhole ? Self.cap : min(Self.cap, floor(at: radius))
  }

  /// Where a list should end that holds these links and at least so many of them, but none as dear
  /// as `dearest`; nil when what is further away than they are may cost less.
  private func end(_ links: [Int], _ floor: Int, least: Int, dearest: Int) -> Int? {
    let sorted = links.sorted()
    var wanted = Self.cap
    if sorted.count > 1 {
      let second = min(sorted[1], Self.cap) * tenths / 10
      wanted = min(wanted, max(second, sorted.count > least ? sorted[least] : Self.cap))
    }
    wanted = min(wanted, dearest)
    if sorted.count > most, sorted[most] < floor { return min(wanted, sorted[most]) }
    return wanted <= floor ? wanted : nil
  }

  /// Whether it brings something from nearer than the floor for it.
  private func isWithinReach(_ other: Neighbour, _ list: NearList) -> Bool {
    list.coverBeyond.indices.contains { bit in
      other.covers >> UInt64(bit) & 1 == 1 && other.link < list.coverBeyond[bit]
    }
  }

  /// What any two schools cost that are further apart than this, in metres: four journeys.
  private func floor(at radius: Double) -> Int {
    // The plane of the grid and the sphere differ by less than this.
    let kilometres = max(0, radius * 0.995 - 300) / 1000
    return 4 * costs.facts.leastMinutes(forKilometres: kilometres)
  }
}
