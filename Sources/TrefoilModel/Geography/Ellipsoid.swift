import Foundation

/// The figure of the Earth that a coordinate system is drawn on.
struct Ellipsoid: Sendable {
  /// The semi-major axis in metres.
  let major: Double
  /// The semi-minor axis in metres.
  let minor: Double

  /// The ellipsoid of the British National Grid.
  static let airy1830 = Ellipsoid(major: 6_377_563.396, minor: 6_356_256.909)
  /// The ellipsoid of satellite navigation (WGS84, and GRS80 to a tenth of a millimetre).
  static let wgs84 = Ellipsoid(major: 6_378_137, minor: 6_356_752.314_2)

  /// The square of the eccentricity.
  var eccentricitySquared: Double {
    1 - (minor * minor) / (major * major)
  }

  /// A point on the ellipsoid as metres from the centre of the Earth.
  ///
  /// Latitude and longitude are in radians, the height is zero.
  func cartesian(latitude: Double, longitude: Double) -> SIMD3<Double> {
    let sine = sin(latitude)
    let curvature = major / (1 - eccentricitySquared * sine * sine).squareRoot()
    return SIMD3(
      curvature * cos(latitude) * cos(longitude),
      curvature * cos(latitude) * sin(longitude),
      curvature * (1 - eccentricitySquared) * sine)
  }

  /// The latitude and longitude, in radians, below or above a point near the surface.
  ///
  /// Found by iteration; each round gains more than two digits, so six give every digit there is.
  func geographic(cartesian point: SIMD3<Double>) -> (latitude: Double, longitude: Double) {
    let fromAxis = (point.x * point.x + point.y * point.y).squareRoot()
    var latitude = atan2(point.z, fromAxis * (1 - eccentricitySquared))
    for _ in 0..<6 {
      let sine = sin(latitude)
      let curvature = major / (1 - eccentricitySquared * sine * sine).squareRoot()
      latitude = atan2(point.z + eccentricitySquared * curvature * sine, fromAxis)
    }
    return (latitude, atan2(point.y, point.x))
  }
}
