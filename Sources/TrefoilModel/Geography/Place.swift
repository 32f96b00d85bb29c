/// Where a school lies.
public enum Place: Sendable, Hashable {
  /// Degrees, WGS84; latitude -90...90, longitude -180...180.
  case geographic(latitude: Double, longitude: Double)
  /// Metres on the British National Grid.
  case grid(easting: Double, northing: Double)
}
