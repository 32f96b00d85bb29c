/// The British National Grid: eastings and northings in metres, to and from the latitude and
/// longitude of satellite navigation.
///
/// The method is the one that the Ordnance Survey publishes in "A guide to coordinate systems in
/// Great Britain": the transverse Mercator projection on the Airy 1830 ellipsoid and the single
/// seven-parameter Helmert transformation between OSGB36 and WGS84. It agrees with the exact
/// definition (OSTN15, a table of local shifts) to about five metres anywhere in Great Britain.
/// Heights are taken as zero, which moves nothing by more than a few millimetres.
public enum BritishGrid {
  /// WGS84 latitude and longitude, in degrees, of a grid position in metres.
  ///
  /// Within 5 m wherever `contains` holds; meaningless but harmless elsewhere, and not a number
  /// for what is not a number. O(1).
  public static func geographic(
    easting: Double, northing: Double
  ) -> (latitude: Double, longitude: Double) {
    let airy = NationalGridProjection.geographic(easting: easting, northing: northing)
    let local = Ellipsoid.airy1830.cartesian(latitude: airy.latitude, longitude: airy.longitude)
    let global = Ellipsoid.wgs84.geographic(
      cartesian: HelmertShift.wgs84ToOSGB36.backward(local))
    return (global.latitude * 180 / .pi, global.longitude * 180 / .pi)
  }

  /// The grid position, in metres, of a WGS84 latitude and longitude in degrees.
  ///
  /// Within 5 m in Great Britain; meaningless but harmless elsewhere: test the result with
  /// `contains`. O(1).
  public static func grid(
    latitude: Double, longitude: Double
  ) -> (easting: Double, northing: Double) {
    let global = Ellipsoid.wgs84.cartesian(
      latitude: latitude * .pi / 180, longitude: longitude * .pi / 180)
    let airy = Ellipsoid.airy1830.geographic(
      cartesian: HelmertShift.wgs84ToOSGB36.forward(global))
    return NationalGridProjection.grid(latitude: airy.latitude, longitude: airy.longitude)
  }

  /// Whether a position, in metres, lies on the sheet of the grid: 700 km from west to east and
  /// 1300 km from south to north, edges included.
  ///
  /// False for infinities and for what is not a number. The sheet includes much sea, and the
  /// south-west corner, (0, 0), which registers use for "not known".
  public static func contains(easting: Double, northing: Double) -> Bool {
    (0...700_000).contains(easting) && (0...1_300_000).contains(northing)
  }
}
