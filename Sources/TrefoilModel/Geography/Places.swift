import Foundation

/// Journey times between schools: the trust's own table first, then the model of the `travel` rule.
struct Places: Sendable {
  private let travel: Travel.Setting
  private let table: TravelTable

  init(travel: Travel.Setting, table: TravelTable) {
    self.travel = travel
    self.table = table
  }

  func isMeasured(from: School, to: School) -> Bool {
    table.minutes(from: from.id, to: to.id) != nil
  }

  /// `round(overhead + 60 * detour * km / speed)`, halves away from zero; 0 to itself.
  ///
  /// A pair with neither a measured time nor two places is refused when files are read; asked for
  /// all the same, it is a day's journey.
  func minutes(from: School, to: School) -> Int {
    if from.id == to.id { return 0 }
    if let measured = table.minutes(from: from.id, to: to.id) { return measured }
    guard let start = from.place, let end = to.place else { return 1440 }
    return modelled(from: start, to: end)
  }

  /// The same between two places of which no table says anything.
  func modelled(from start: Place, to end: Place) -> Int {
    modelled(kilometres: Self.kilometres(start, end))
  }

  /// The minutes of a journey that is so far in a straight line; never fewer for a longer one.
  func modelled(kilometres: Double) -> Int {
    let minutes = travel.overhead + 60 * travel.detour * kilometres / travel.speed
    return Int(min(minutes, Double(SettingReader.mostMinutes)).rounded())
  }

  /// The plane between two grid references, the great circle otherwise.
  private static func kilometres(_ start: Place, _ end: Place) -> Double {
    switch (start, end) {
    case (.grid(let east1, let north1), .grid(let east2, let north2)):
      let east = east1 - east2
      let north = north1 - north2
      return (east * east + north * north).squareRoot() / 1000
    default:
      return GreatCircle.kilometres(from: degrees(start), to: degrees(end))
    }
  }

  private static func degrees(_ place: Place) -> (latitude: Double, longitude: Double) {
    switch place {
    case .geographic(let latitude, let longitude): (latitude, longitude)
    case .grid(let easting, let northing):
      BritishGrid.geographic(easting: easting, northing: northing)
    }
  }
}
