import TrefoilModel

/// Three schools in one place, so that nothing but rules and people can be in the way: A, B and C.
public enum ThreeSchools {
  public static let schools = ["a", "b", "c"].map {
    School(
      id: SchoolID($0), name: $0.uppercased(), phase: .primary,
      place: .grid(easting: 440_000, northing: 445_000))
  }
}
