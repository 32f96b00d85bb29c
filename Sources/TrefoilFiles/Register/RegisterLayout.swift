import TrefoilModel

/// Which column of a register says what.
///
/// Columns are found by their names: the register has about 135, and they change from year to
/// year.
struct RegisterLayout {
  let number: CSVColumn
  let name: CSVColumn
  let phase: CSVColumn
  let easting: CSVColumn
  let northing: CSVColumn
  let area: CSVColumn?
  let trustID: CSVColumn?
  let trustName: CSVColumn?
  /// What the national register has and the plain table has not.
  let status: CSVColumn?
  let type: CSVColumn?
  let trustFlag: CSVColumn?
  let pupils: CSVColumn?

  private static let register = [
    "URN", "EstablishmentName", "PhaseOfEducation (name)", "Easting", "Northing",
    "EstablishmentStatus (name)", "TypeOfEstablishment (name)", "TrustSchoolFlag (name)",
    "Trusts (code)", "Trusts (name)",
  ]
  private static let plain = ["urn", "name", "phase", "easting", "northing"]

  /// The layout of a table: that of the national register (GIAS establishment file), or the plain
  /// one of `urn,name,phase,easting,northing` with `local_authority`, `trust_id` and `trust_name`
  /// where they are there.
  ///
  /// - Throws: `Faults` with every column that is missing from the layout that is nearer.
  static func of(_ table: CSVTable) throws(Faults) -> RegisterLayout {
    let isRegister = table.column(register[1]) != nil || table.column(register[2]) != nil
    let names = isRegister ? register : plain
    let columns = names.map { table.column($0) }
    let missing = zip(names, columns).filter { $0.1 == nil }.map(\.0)
    let found = columns.compactMap(\.self)
    guard missing.isEmpty, found.count == names.count else {
      let header = table.columns.first?.position ?? SourcePosition(file: table.file)
      throw Faults(
        missing.map { name in
          Fault(
            at: header, problem: "the column '\(name)' is missing",
            remedy: "give the establishment file of the national register, or a table with the "
              + "columns \(plain.joined(separator: ","))")
        })
    }
    return RegisterLayout(
      number: found[0], name: found[1], phase: found[2], easting: found[3], northing: found[4],
      area: table.column(isRegister ? "LA (name)" : "local_authority"),
      trustID: isRegister ? found[8] : table.column("trust_id"),
      trustName: isRegister ? found[9] : table.column("trust_name"),
      status: isRegister ? found[5] : nil, type: isRegister ? found[6] : nil,
      trustFlag: isRegister ? found[7] : nil,
      pupils: isRegister ? table.column("NumberOfPupils") : nil)
  }
}
