import Foundation

/// Distances over the surface of the Earth, taken as a sphere.
public enum GreatCircle {
  /// The mean radius of the Earth in kilometres (R1 of the International Union of Geodesy and
  /// Geophysics: Moritz, "Geodetic Reference System 1980", doi:10.1007/s001900050278).
  public static let meanEarthRadius = 6371.0088

  /// The kilometres between two places given by latitude and longitude in degrees.
  ///
  /// The haversine formula: exact on the sphere, steady from millimetres to the far side, at most
  /// 0.6 per cent from the distance on the ellipsoid. Symmetric, and zero from a place to itself.
  /// O(1).
  public static func kilometres(
    from start: (latitude: Double, longitude: Double),
    to end: (latitude: Double, longitude: Double)
  ) -> Double {
    let radians = Double.pi / 180
    let northward = sin((end.latitude - start.latitude) * radians / 2)
    let eastward = sin((end.longitude - start.longitude) * radians / 2)
    let breadths = cos(start.latitude * radians) * cos(end.latitude * radians)
    let haversine = northward * northward + breadths * eastward * eastward
    // Rounding can carry the haversine of opposite points just past 1, where asin has no value.
    return 2 * meanEarthRadius * asin(min(1, haversine.squareRoot()))
  }
}
