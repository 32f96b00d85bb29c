import Foundation

/// The transverse Mercator projection of the British National Grid: Airy latitude and longitude
/// to eastings and northings, and back.
///
/// The series are those of annexe C of the Ordnance Survey's "A guide to coordinate systems in
/// Great Britain", exact to a millimetre within the grid. Angles are radians on the Airy ellipsoid
/// (OSGB36), which lie up to 120 m from those of satellite navigation.
enum NationalGridProjection {
  private static let ellipsoid = Ellipsoid.airy1830
  private static let centralScale = 0.999_601_271_7
  private static let originLatitude = 49 * Double.pi / 180
  private static let originLongitude = -2 * Double.pi / 180
  private static let originEasting = 400_000.0
  private static let originNorthing = -100_000.0

  static func grid(latitude: Double, longitude: Double) -> (easting: Double, northing: Double) {
    let radii = Radii(at: latitude)
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let (cosine3, cosine5) = (pow(cosine, 3), pow(cosine, 5))
    let tangent2 = pow(tan(latitude), 2)
    let tangent4 = tangent2 * tangent2
    let (transverse, ratio) = (radii.transverse, radii.transverse / radii.meridional)
    let eta2 = ratio - 1

    let east1 = transverse * cosine
    let east3 = transverse / 6 * cosine3 * (ratio - tangent2)
    let east5 =
      transverse / 120 * cosine5
      * (5 - 18 * tangent2 + tangent4 + 14 * eta2 - 58 * tangent2 * eta2)
    let north2 = transverse / 2 * sine * cosine
    let north4 = transverse / 24 * sine * cosine3 * (5 - tangent2 + 9 * eta2)
    let north6 = transverse / 720 * sine * cosine5 * (61 - 58 * tangent2 + tangent4)

    let away = longitude - originLongitude
    let away2 = away * away
    let north = away2 * (north2 + away2 * (north4 + away2 * north6))
    return (
      easting: originEasting + away * (east1 + away2 * (east3 + away2 * east5)),
      northing: originNorthing + meridianArc(to: latitude) + north
    )
  }

  static func geographic(
    easting: Double, northing: Double
  ) -> (latitude: Double, longitude: Double) {
    let foot = footLatitude(northing: northing)
    let radii = Radii(at: foot)
    let (transverse, meridional) = (radii.transverse, radii.meridional)
    let eta2 = transverse / meridional - 1
    let (tangent, secant) = (tan(foot), 1 / cos(foot))
    let tangent2 = tangent * tangent
    let tangent4 = tangent2 * tangent2
    let tangent6 = tangent4 * tangent2

    let north2 = tangent / (2 * meridional * transverse)
    let north4 =
      tangent / (24 * meridional * pow(transverse, 3))
      * (5 + 3 * tangent2 + eta2 - 9 * tangent2 * eta2)
    let north6 =
      tangent / (720 * meridional * pow(transverse, 5)) * (61 + 90 * tangent2 + 45 * tangent4)
    let east1 = secant / transverse
    let east3 = secant / (6 * pow(transverse, 3)) * (transverse / meridional + 2 * tangent2)
    let east5 = secant / (120 * pow(transverse, 5)) * (5 + 28 * tangent2 + 24 * tangent4)
    let east7 =
      secant / (5040 * pow(transverse, 7))
      * (61 + 662 * tangent2 + 1320 * tangent4 + 720 * tangent6)

    let away = easting - originEasting
    let away2 = away * away
    let east = east1 - away2 * (east3 - away2 * (east5 - away2 * east7))
    return (
      latitude: foot - away2 * (north2 - away2 * (north4 - away2 * north6)),
      longitude: originLongitude + away * east
    )
  }

  /// The radii of curvature at a latitude, in metres on the scaled ellipsoid.
  private struct Radii {
    /// Across the meridian.
    let transverse: Double
    /// Along the meridian.
    let meridional: Double

    init(at latitude: Double) {
      let sine = sin(latitude)
      let eccentricity2 = ellipsoid.eccentricitySquared
      let flattening = 1 - eccentricity2 * sine * sine
      transverse = ellipsoid.major * centralScale / flattening.squareRoot()
      meridional = transverse * (1 - eccentricity2) / flattening
    }
  }

  /// The distance along the central meridian from the origin to a latitude, in grid metres.
  private static func meridianArc(to latitude: Double) -> Double {
    let third = (ellipsoid.major - ellipsoid.minor) / (ellipsoid.major + ellipsoid.minor)
    let (third2, third3) = (third * third, third * third * third)
    let difference = latitude - originLatitude
    let sum = latitude + originLatitude
    let term0 = (1 + third + 1.25 * (third2 + third3)) * difference
    let term2 = (3 * (third + third2) + 21 / 8 * third3) * sin(difference) * cos(sum)
    let term4 = 15 / 8 * (third2 + third3) * sin(2 * difference) * cos(2 * sum)
    let term6 = 35 / 24 * third3 * sin(3 * difference) * cos(3 * sum)
    return ellipsoid.minor * centralScale * (term0 - term2 + term4 - term6)
  }

  /// The latitude on the central meridian that has a northing.
  ///
  /// Each round gains more than two digits; eight rounds are exact to far below a millimetre, and
  /// a fixed number of them ends for every input, infinities included.
  private static func footLatitude(northing: Double) -> Double {
    var latitude = originLatitude
    for _ in 0..<8 {
      let remaining = northing - originNorthing - meridianArc(to: latitude)
      latitude += remaining / (ellipsoid.major * centralScale)
    }
    return latitude
  }
}
