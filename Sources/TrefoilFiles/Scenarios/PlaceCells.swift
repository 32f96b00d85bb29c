import TrefoilModel

/// Reads where a school lies, from the two columns of degrees or the two of the British grid.
struct PlaceCells {
  private static let degrees = ("latitude", "longitude")
  private static let metres = ("easting", "northing")
  /// How far two places given for one school may lie apart, in kilometres: more than the
  /// transformation errs, less than would matter for a journey.
  private static let agreement = 0.2

  /// Nil in a change file, which has no columns that could be missing.
  private let table: ScenarioTable?

  init(table: ScenarioTable?) {
    self.table = table
  }

  /// Whether the table has both columns of one kind.
  var arePossible: Bool {
    [Self.degrees, Self.metres].contains { has($0.0) && has($0.1) }
  }

  private func has(_ column: String) -> Bool { table?.has(column) ?? true }

  /// Whether a row says anything about a place, sense or not.
  func areTried(_ row: ScenarioRow) -> Bool {
    [Self.degrees.0, Self.degrees.1, Self.metres.0, Self.metres.1].contains { row[$0] != nil }
  }

  /// The fault of a table that has neither pair of columns; half a pair is missing its other half.
  var missingColumns: [Fault] {
    guard !arePossible, let table else { return [] }
    let half = [Self.degrees, Self.metres].first { table.has($0.0) || table.has($0.1) }
    let problem =
      half.map { "the column '\(table.has($0.0) ? $0.1 : $0.0)' is missing" }
      ?? "no columns say where the schools lie"
    // A misspelt name is reported as such; to call the column missing as well would be noise.
    let isExplained = table.faults.contains { fault in
      [Self.degrees.0, Self.degrees.1, Self.metres.0, Self.metres.1].contains {
        fault.remedy.contains("'\($0)'")
      }
    }
    if isExplained { return [] }
    return [
      Fault(
        at: table.header, problem: problem,
        remedy: "add latitude and longitude, or easting and northing, or a travel.csv with every "
          + "pair of schools")
    ]
  }

  /// The place of one school; nil where none is given, or with faults where it makes no sense.
  func read(_ row: ScenarioRow, faults: inout [Fault]) -> Place? {
    let before = faults.count
    let geographic = pair(
      Self.degrees, (-90...90, -180...180), in: row, faults: &faults
    ).map { Place.geographic(latitude: $0.0, longitude: $0.1) }
    let grid = pair(Self.metres, (0...700_000, 0...1_300_000), in: row, faults: &faults)
      .map { Place.grid(easting: $0.0, northing: $0.1) }
    if faults.count == before, grid == .grid(easting: 0, northing: 0) {
      faults.append(
        Fault(
          at: row.position(Self.metres.0), problem: "the place is not known", found: "0, 0",
          remedy: "look up the grid reference; registers write 0, 0 where they have none"))
    }
    if let grid, let geographic, Self.distance(grid, geographic) > Self.agreement {
      faults.append(
        Fault(
          at: row.position(Self.metres.0),
          problem: "the grid reference and the latitude and longitude are two places, "
            + "\(Int(Self.distance(grid, geographic).rounded(.up))) km apart",
          found: row[Self.metres.0]?.text, remedy: "clear the one that is wrong"))
    }
    return grid ?? geographic
  }

  private func pair(
    _ names: (String, String), _ ranges: (ClosedRange<Double>, ClosedRange<Double>),
    in row: ScenarioRow, faults: inout [Fault]
  ) -> (Double, Double)? {
    let (first, second) = (row[names.0], row[names.1])
    if first == nil && second == nil { return nil }
    let one = first?.decimal(in: ranges.0, what: "the \(names.0)", faults: &faults)
    let other = second?.decimal(in: ranges.1, what: "the \(names.1)", faults: &faults)
    if first == nil || second == nil, has(names.0), has(names.1) {
      let absent = first == nil ? names.0 : names.1
      faults.append(
        Fault(
          at: row.position(absent), problem: "half a place: the \(absent) is empty",
          remedy: "write both, or clear both"))
    }
    guard let one, let other else { return nil }
    return (one, other)
  }

  private static func distance(_ one: Place, _ other: Place) -> Double {
    guard case .grid(let easting, let northing) = one,
      case .geographic(let latitude, let longitude) = other
    else { return 0 }
    return GreatCircle.kilometres(
      from: BritishGrid.geographic(easting: easting, northing: northing),
      to: (latitude, longitude))
  }
}
