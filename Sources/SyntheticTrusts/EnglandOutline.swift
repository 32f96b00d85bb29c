import struct TrefoilSolver.SeededGenerator

/// Roughly where England lies: how far west and east its land reaches, by latitude.
enum EnglandOutline {
  static let latitudes = 50.5...55.0
  static let longitudes = -4.0...1.5

  private static let rows: [(latitude: Double, west: Double, east: Double)] = [
    (50.5, -4.0, -3.5), (50.8, -4.0, 0.2), (51.2, -4.0, 1.2), (51.5, -2.7, 0.8),
    (52.0, -2.9, 1.4), (52.5, -3.0, 1.5), (52.9, -2.9, 1.2), (53.2, -2.9, 0.3),
    (53.7, -2.9, 0.0), (54.0, -2.8, -0.2), (54.5, -3.3, -0.8), (55.0, -2.6, -1.6),
  ]

  /// A point inside the outline, all parts of the land equally likely.
  static func point(using random: inout SeededGenerator) -> (latitude: Double, longitude: Double) {
    while true {
      let latitude = random.position(in: latitudes)
      let longitude = random.position(in: longitudes)
      let above = rows.firstIndex { $0.latitude >= latitude } ?? rows.count - 1
      let (low, high) = (rows[max(0, above - 1)], rows[above])
      let span = high.latitude - low.latitude
      let part = span > 0 ? (latitude - low.latitude) / span : 0
      let west = low.west + part * (high.west - low.west)
      let east = low.east + part * (high.east - low.east)
      if west <= longitude, longitude <= east { return (latitude, longitude) }
    }
  }

  /// A place some kilometres away, held inside the outline's box.
  ///
  /// A degree of longitude has 70.8 km at latitude 50.5 and 63.9 km at 55; between them the
  /// straight line is near enough for made-up places.
  static func moved(
    from place: (latitude: Double, longitude: Double), north: Double, east: Double
  ) -> (latitude: Double, longitude: Double) {
    let kilometresPerDegree = 70.8 - (place.latitude - 50.5) * (70.8 - 63.9) / 4.5
    let latitude = place.latitude + north / 111.2
    let longitude = place.longitude + east / kilometresPerDegree
    return (
      min(latitudes.upperBound, max(latitudes.lowerBound, latitude)),
      min(longitudes.upperBound, max(longitudes.lowerBound, longitude))
    )
  }
}

extension SeededGenerator {
  /// A number of the range, each part of it equally likely.
  fileprivate mutating func position(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }
}
