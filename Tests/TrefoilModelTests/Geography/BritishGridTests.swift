import Foundation
import Testing
import TrefoilSolver

@testable import TrefoilModel

@Suite("The British National Grid")
struct BritishGridTests {
  /// The method's own error is at most about five metres, so a slip in any parameter that matters
  /// shows long before the ten metres that the programme promises.
  let toleranceMetres = 5.0

  @Test(arguments: OrdnanceSurveyPoint.england + OrdnanceSurveyPoint.beyond)
  func `a published latitude and longitude has its published grid position`(
    point: OrdnanceSurveyPoint
  ) {
    let found = BritishGrid.grid(latitude: point.latitude, longitude: point.longitude)
    let off = hypot(found.easting - point.easting, found.northing - point.northing)
    #expect(off < toleranceMetres)
  }

  @Test(arguments: OrdnanceSurveyPoint.england + OrdnanceSurveyPoint.beyond)
  func `a published grid position has its published latitude and longitude`(
    point: OrdnanceSurveyPoint
  ) {
    let found = BritishGrid.geographic(easting: point.easting, northing: point.northing)
    let off = GreatCircle.kilometres(from: found, to: (point.latitude, point.longitude)) * 1000
    #expect(off < toleranceMetres)
    #expect(BritishGrid.contains(easting: point.easting, northing: point.northing))
  }

  @Test func `the projection alone gives the worked example of the guide, both ways`() {
    let latitude = (52 + 39 / 60 + 27.2531 / 3600) * Double.pi / 180
    let longitude = (1 + 43 / 60 + 4.5177 / 3600) * Double.pi / 180
    let grid = NationalGridProjection.grid(latitude: latitude, longitude: longitude)
    #expect(abs(grid.easting - 651409.903) < 0.001)
    #expect(abs(grid.northing - 313177.270) < 0.001)
    let back = NationalGridProjection.geographic(easting: 651409.903, northing: 313177.270)
    #expect(abs(back.latitude - latitude) < 2e-10)
    #expect(abs(back.longitude - longitude) < 2e-10)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `there and back is the same place to a centimetre, all over England`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let easting = 80_000 + 580_000 * random.unit()
      let northing = 5_000 + 655_000 * random.unit()
      let place = BritishGrid.geographic(easting: easting, northing: northing)
      let back = BritishGrid.grid(latitude: place.latitude, longitude: place.longitude)
      #expect(
        hypot(back.easting - easting, back.northing - northing) < 0.01,
        "seed \(seed): \(easting), \(northing)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `short distances on the grid and over the ground agree to half a per cent`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let easting = 100_000 + 500_000 * random.unit()
      let northing = 50_000 + 550_000 * random.unit()
      let angle = 2 * Double.pi * random.unit()
      let start = BritishGrid.geographic(easting: easting, northing: northing)
      let end = BritishGrid.geographic(
        easting: easting + 20_000 * cos(angle), northing: northing + 20_000 * sin(angle))
      let ground = GreatCircle.kilometres(from: start, to: end)
      #expect(abs(ground - 20) < 0.1, "seed \(seed): \(easting), \(northing), \(angle)")
    }
  }

  @Test(arguments: [
    (0.0, 0.0, true), (700_000, 1_300_000, true), (-0.001, 5, false), (5, -0.001, false),
    (700_000.001, 5, false), (5, 1_300_000.001, false), (.nan, 5, false), (5, .nan, false),
    (.infinity, 5, false), (5, -.infinity, false),
  ])
  func `the sheet has edges`(easting: Double, northing: Double, inside: Bool) {
    #expect(BritishGrid.contains(easting: easting, northing: northing) == inside)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 1e300, -1e9])
  func `no number is fatal`(number: Double) {
    _ = BritishGrid.geographic(easting: number, northing: number)
    _ = BritishGrid.geographic(easting: 400_000, northing: number)
    _ = BritishGrid.grid(latitude: number, longitude: number)
    #expect(BritishGrid.geographic(easting: .nan, northing: 0).longitude.isNaN)
  }
}
