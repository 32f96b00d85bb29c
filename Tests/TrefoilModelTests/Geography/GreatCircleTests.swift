import Foundation
import Testing
import TrefoilModel
import TrefoilSolver

@Suite("Great circle distances")
struct GreatCircleTests {
  @Test func `a quarter and a half of the Earth are their share of the circumference`() {
    let quarter = Double.pi / 2 * 6371.0088
    #expect(abs(GreatCircle.kilometres(from: (0, 0), to: (90, 0)) - quarter) < 1e-9)
    #expect(abs(GreatCircle.kilometres(from: (0, 0), to: (0, 90)) - quarter) < 1e-9)
    #expect(abs(GreatCircle.kilometres(from: (0, -90), to: (0, 90)) - 2 * quarter) < 1e-9)
    #expect(abs(GreatCircle.kilometres(from: (51.5, 0), to: (-51.5, 180)) - 2 * quarter) < 1e-6)
    #expect(abs(GreatCircle.kilometres(from: (0, 179.5), to: (0, -179.5)) - quarter / 90) < 1e-9)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `it agrees with the angle between the two directions from the centre`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let start = (latitude: 180 * random.unit() - 90, longitude: 360 * random.unit() - 180)
      let end = (latitude: 180 * random.unit() - 90, longitude: 360 * random.unit() - 180)
      let cosine = (direction(start) * direction(end)).sum()
      let expected = 6371.0088 * acos(min(1, max(-1, cosine)))
      let found = GreatCircle.kilometres(from: start, to: end)
      #expect(abs(found - expected) < 1e-3, "seed \(seed): \(start) \(end)")
      #expect(found == GreatCircle.kilometres(from: end, to: start), "seed \(seed)")
      #expect(GreatCircle.kilometres(from: start, to: start) == 0, "seed \(seed)")
    }
  }

  private func direction(_ place: (latitude: Double, longitude: Double)) -> SIMD3<Double> {
    let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    return SIMD3(
      cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }
}
