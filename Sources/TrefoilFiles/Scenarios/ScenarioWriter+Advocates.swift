import TrefoilModel

extension ScenarioWriter {
  /// `advocates.csv` as ``AdvocatesTable`` reads it.
  static func advocates(_ trustees: [Trustee]) -> String {
    table(
      of: trustees,
      columns: [
        ("id", true, \.id.rawValue), ("name", true, \.name), ("near", false, near),
        ("latitude", false, { number(geographic($0)?.0) }),
        ("longitude", false, { number(geographic($0)?.1) }),
        ("easting", false, { number(grid($0)?.0) }),
        ("northing", false, { number(grid($0)?.1) }),
        ("schools", false, { $0.most.map(String.init) ?? "" }),
        ("ties", false, { $0.ties.map(\.rawValue).joined(separator: ";") }),
        ("past", false, { turns($0.past) }),
      ])
  }

  /// Earlier turns; how long ago one was is written where its place in the list does not say it.
  static func turns(_ past: [PastTurn]) -> String {
    past.enumerated().map { index, turn in
      turn.termsAgo == index + 1 ? turn.school.rawValue : "\(turn.school):\(turn.termsAgo)"
    }.joined(separator: ";")
  }

  private static func near(_ trustee: Trustee) -> String {
    if case .near(let school) = trustee.home { school.rawValue } else { "" }
  }

  private static func geographic(_ trustee: Trustee) -> (Double, Double)? {
    guard case .place(.geographic(let latitude, let longitude)) = trustee.home else { return nil }
    return (latitude, longitude)
  }

  private static func grid(_ trustee: Trustee) -> (Double, Double)? {
    guard case .place(.grid(let easting, let northing)) = trustee.home else { return nil }
    return (easting, northing)
  }
}
