import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// Where a school stands.
struct Site {
  /// Degrees, rounded to five decimals: about a metre.
  let latitude: Double
  let longitude: Double
  /// A village has this one school.
  let isVillage: Bool

  var place: Place { .geographic(latitude: latitude, longitude: longitude) }

  /// The square of the distance in kilometres, near enough to compare neighbours.
  func squaredKilometres(to other: Site) -> Double {
    let north = (latitude - other.latitude) * 111.2
    let east = (longitude - other.longitude) * 67
    return north * north + east * east
  }
}

/// Regions with towns of very different sizes, and villages around them.
enum Landscape {
  /// Schools of one region, at most; a trust of no more lies in one.
  private static let largestRegion = 45

  /// Sites of schools, those of a region next to one another. O(n).
  static func sites(count: Int, using random: inout SeededGenerator) -> [Site] {
    var sites: [Site] = []
    sites.reserveCapacity(count)
    while sites.count < count {
      let left = count - sites.count
      let size = left <= largestRegion ? left : min(left - 12, random.whole(in: 20...largestRegion))
      sites += region(size: size, using: &random)
    }
    return sites
  }

  private static func region(size: Int, using random: inout SeededGenerator) -> [Site] {
    let centre = EnglandOutline.point(using: &random)
    let villages = size < 6 ? 0 : size / 5
    let towns = max(1, (size - villages) / 5)
    var sites: [Site] = []
    for schools in townSizes(towns: towns, schools: size - villages, using: &random) {
      let town = moved(centre, deviation: 10, using: &random)
      let extent = 0.6 + 0.4 * Double(schools).squareRoot()
      for _ in 0..<schools {
        sites.append(site(near: town, deviation: extent, isVillage: false, using: &random))
      }
    }
    for _ in 0..<villages {
      sites.append(site(near: centre, deviation: 13, isVillage: true, using: &random))
    }
    return sites
  }

  /// Schools of each town: the second town is about half as large as the first, the third a third.
  private static func townSizes(
    towns: Int, schools: Int, using random: inout SeededGenerator
  ) -> [Int] {
    let weights = (1...towns).map { 1 / Double($0) }
    let total = weights.reduce(0, +)
    var sizes = Array(repeating: 0, count: towns)
    for _ in 0..<schools {
      var draw = random.unit() * total
      let town = weights.firstIndex { weight in
        draw -= weight
        return draw < 0
      }
      sizes[town ?? 0] += 1
    }
    return sizes
  }

  private static func moved(
    _ place: (latitude: Double, longitude: Double), deviation: Double,
    using random: inout SeededGenerator
  ) -> (latitude: Double, longitude: Double) {
    EnglandOutline.moved(
      from: place, north: random.bell() * deviation, east: random.bell() * deviation)
  }

  private static func site(
    near place: (latitude: Double, longitude: Double), deviation: Double, isVillage: Bool,
    using random: inout SeededGenerator
  ) -> Site {
    let found = moved(place, deviation: deviation, using: &random)
    return Site(
      latitude: (found.latitude * 100_000).rounded() / 100_000,
      longitude: (found.longitude * 100_000).rounded() / 100_000, isVillage: isVillage)
  }
}
