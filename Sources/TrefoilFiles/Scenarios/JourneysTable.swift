import TrefoilModel

/// Reads `travel.csv`.
struct JourneysTable {
  static let name = "travel.csv"
  static let layout = TableLayout(required: ["from", "to", "minutes"], optional: [])
  /// A day.
  static let mostMinutes = 1440

  private(set) var minutes: [TravelTable.Journey: Int] = [:]
  private(set) var faults: [Fault]
  private(set) var known: KnownSchools

  private var lines: [TravelTable.Journey: Int] = [:]

  /// Reads the journeys. Linear.
  init(_ bytes: [UInt8], file: String, known: KnownSchools) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    self.known = known
    for row in table.rows { read(row) }
  }

  var table: TravelTable { TravelTable(minutes: minutes) }

  private mutating func read(_ row: ScenarioRow) {
    let from = row.required("from", faults: &faults).flatMap { known.find($0, faults: &faults) }
    let to = row.required("to", faults: &faults).flatMap { known.find($0, faults: &faults) }
    let time = row.required("minutes", faults: &faults)?
      .whole(in: 0...Self.mostMinutes, what: "the time in minutes", faults: &faults)
    guard let from, let to else { return }
    let journey = TravelTable.Journey(from: from, to: to)
    if let line = lines[journey] {
      faults.append(
        Fault(
          at: row.position("from"), problem: "this journey stands in line \(line) already",
          found: "\(from) to \(to)", remedy: "keep one of the two"))
      return
    }
    lines[journey] = row.position("from").line
    if from == to {
      if let time, time > 0 {
        faults.append(
          Fault(
            at: row.position("minutes"), problem: "a school is no journey away from itself",
            found: "\(time)", remedy: "remove the row"))
      }
      return
    }
    // A time that is faulty is noted as some time, so that no school is blamed for its lack.
    minutes[journey] = time ?? 0
  }

  /// The faults of schools without a place that some other school cannot be reached from by the
  /// table, or cannot reach: one a school. O(rows + schools) where the table is nearly empty or
  /// complete, O(schools squared) at worst.
  static func unreached(in table: SchoolsTable, travel: TravelTable, file: String) -> [Fault] {
    table.placeless.compactMap { school in
      let lost = table.schools.first {
        $0.id != school.id && travel.minutes(from: school.id, to: $0.id) == nil
      }
      return lost.map { other in
        Fault(
          at: table.positions[school.id] ?? SourcePosition(file: file),
          problem: "the school has no place, and travel.csv does not cover its journeys, to "
            + "\(Excerpt.of(other.id.rawValue)) for one", found: school.id.rawValue,
          remedy: "give it a place, or add its journeys to travel.csv")
      }
    }
  }
}
