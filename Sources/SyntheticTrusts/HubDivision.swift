import struct TrefoilSolver.SeededGenerator

/// Hubs by geography: neighbours, five to nine schools each where the numbers allow.
enum HubDivision {
  private static let sizes = 5...9

  /// Schools by hub, neighbouring hubs next to one another in the list.
  ///
  /// The schools are halved again and again across the wider side, in proportion to the hubs
  /// wanted: O(n log^2 n).
  static func hubs(of sites: [Site], using random: inout SeededGenerator) -> [[Int]] {
    let wanted = max(1, (sites.count + 3) / 7)
    var hubs: [[Int]] = []
    divide(Array(sites.indices), into: wanted, sites: sites, hubs: &hubs, using: &random)
    return hubs
  }

  private static func divide(
    _ schools: [Int], into count: Int, sites: [Site], hubs: inout [[Int]],
    using random: inout SeededGenerator
  ) {
    guard count > 1 else {
      hubs.append(schools)
      return
    }
    let sorted = ordered(schools, sites: sites)
    let left = count / 2
    let right = count - left
    let fewest = max(sizes.lowerBound * left, schools.count - sizes.upperBound * right)
    let most = min(sizes.upperBound * left, schools.count - sizes.lowerBound * right)
    let even = schools.count * left / count
    let cut = min(most, max(fewest, even + random.whole(in: -2...2)))
    divide(Array(sorted[..<cut]), into: left, sites: sites, hubs: &hubs, using: &random)
    divide(Array(sorted[cut...]), into: right, sites: sites, hubs: &hubs, using: &random)
  }

  /// From south to north, or from west to east where the schools lie wider that way.
  private static func ordered(_ schools: [Int], sites: [Site]) -> [Int] {
    let latitudes = schools.map { sites[$0].latitude }
    let longitudes = schools.map { sites[$0].longitude }
    let height = ((latitudes.max() ?? 0) - (latitudes.min() ?? 0)) * 111.2
    let width = ((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * 67
    let keys = height >= width ? latitudes : longitudes
    return zip(keys, schools).sorted { $0 < $1 }.map(\.1)
  }
}
