import TrefoilModel

/// Reads a register of schools: the establishment file of the national register (Get Information
/// about Schools), or a plain table.
///
/// A register is taken as it is: rows that are no open school of a multi-academy trust, or that
/// lack what planning needs, are left out and counted. Local authorities become hubs, which no
/// rule looks at until it is set.
public struct RegisterReader {
  /// The flag of a school that a multi-academy trust supports.
  private static let multiAcademyTrust = "supported by a multi-academy trust"
  /// The trust that all schools of a table without trusts make up.
  private static let everySchool = (id: "all", name: "All schools")

  private let layout: RegisterLayout
  private var schools: [String: [School]] = [:]
  private var names: [String: String] = [:]
  private var numbers: Set<String> = []
  private var counts: [Register.Reason: Int] = [:]
  private var leftOut: [Register.LeftOut] = []

  /// The register that the bytes of a file hold, in UTF-8 or Windows-1252. Linear.
  ///
  /// - Parameter file: the name by which faults call the file.
  /// - Throws: `Faults` if it is no such table: not text, not comma-separated, columns missing.
  public static func read(_ bytes: [UInt8], file: String) throws(Faults) -> Register {
    let reading = CSVReader.register.read(bytes, file: file)
    guard let table = reading.table, reading.faults.isEmpty else { throw Faults(reading.faults) }
    var reader = RegisterReader(layout: try RegisterLayout.of(table))
    for row in table.rows { reader.read(row) }
    return reader.register(rows: table.rows.count)
  }

  private init(layout: RegisterLayout) {
    self.layout = layout
  }

  private func register(rows: Int) -> Register {
    let trusts = schools.map { id, schools in
      Register.Trust(id: id, name: names[id] ?? id, schools: schools)
    }
    return Register(
      trusts: trusts.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, rows: rows, counts: counts,
      leftOut: leftOut)
  }

  private func text(_ column: CSVColumn?, _ row: CSVRow) -> String {
    column.map { ScenarioRow.trimmed(row[$0].text) } ?? ""
  }

  private mutating func read(_ row: CSVRow) {
    guard isOpen(row) else { return count(.notOpen) }
    guard let trust = trust(of: row) else { return count(.noTrust) }
    let number = text(layout.number, row)
    let name = text(layout.name, row)
    func leaveOut(_ reason: Register.Reason, _ reader: inout RegisterReader) {
      reader.count(reason)
      reader.leftOut.append(
        Register.LeftOut(trust: trust.id, number: number, name: name, reason: reason))
    }
    if number.isEmpty { return leaveOut(.noNumber, &self) }
    if numbers.contains(number) { return leaveOut(.twice, &self) }
    guard let place = place(in: row) else { return leaveOut(.noPlace, &self) }
    let phase = RegisterPhase.phase(
      named: text(layout.phase, row), type: layout.type.map { text($0, row) }, name: name)
    guard let phase else { return leaveOut(.noPhase, &self) }
    numbers.insert(number)
    names[trust.id] = names[trust.id] ?? trust.name
    let area = text(layout.area, row)
    schools[trust.id, default: []].append(
      School(
        id: SchoolID(number), name: name.isEmpty ? number : name, phase: phase, place: place,
        hub: area.isEmpty ? nil : area, size: pupils(in: row)))
  }

  private mutating func count(_ reason: Register.Reason) {
    counts[reason, default: 0] += 1
  }

  /// Open, or open and proposed to close; a plain table lists no others.
  private func isOpen(_ row: CSVRow) -> Bool {
    guard let status = layout.status else { return true }
    return text(status, row).lowercased().hasPrefix("open")
  }

  private func trust(of row: CSVRow) -> (id: String, name: String)? {
    guard let column = layout.trustID ?? layout.trustName else { return Self.everySchool }
    if let flag = layout.trustFlag, text(flag, row).lowercased() != Self.multiAcademyTrust {
      return nil
    }
    let id = text(column, row)
    if id.isEmpty { return nil }
    let name = text(layout.trustName, row)
    return (id, name.isEmpty ? id : name)
  }

  /// The grid reference; registers leave it blank, or write 0, where they have none.
  private func place(in row: CSVRow) -> Place? {
    guard let easting = Double(text(layout.easting, row)),
      let northing = Double(text(layout.northing, row)), easting > 0, northing > 0,
      BritishGrid.contains(easting: easting, northing: northing)
    else { return nil }
    return .grid(easting: easting, northing: northing)
  }

  private func pupils(in row: CSVRow) -> Int? {
    Int(text(layout.pupils, row)).flatMap { (0...SchoolCells.mostPupils).contains($0) ? $0 : nil }
  }
}
