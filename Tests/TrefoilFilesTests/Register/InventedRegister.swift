/// An establishment file of invented schools in the layout of the national register: many columns
/// that nobody asks for, every cell quoted, Windows-1252, CR LF, some rows ragged.
enum InventedRegister {
  private static let fillers = (1...20).map { "Filler \($0) (name)" }
  private static let columns =
    ["URN", "LA (name)", "EstablishmentName", "TypeOfEstablishment (name)"] + fillers + [
      "EstablishmentStatus (name)", "PhaseOfEducation (name)", "NumberOfPupils",
      "TrustSchoolFlag (name)", "Trusts (code)", "Trusts (name)", "Easting", "Northing", "Postcode",
    ]

  struct Row {
    var number: String
    var name: String
    var area = "Marshland"
    var type = "Academy converter"
    var status = "Open"
    var phase = "Primary"
    var pupils = "210"
    var flag = "Supported by a multi-academy trust"
    var trust = ("9001", "BRAMBLE LEARNING TRUST")
    var place = ("430000", "420000")
    /// Cells beyond the header, or missing from it where below zero.
    var extra = 0
  }

  static let rows: [Row] = [
    Row(number: "1", name: "St Zoë’s Primary"),
    Row(
      number: "2", name: "Bramble High", status: "Open, but proposed to close", phase: "Secondary"),
    Row(number: "3", name: "Closed Primary", status: "Closed"),
    Row(number: "4", name: "Blank Primary", status: ""),
    Row(number: "5", name: "Lonely Primary", flag: "Supported by a single-academy trust"),
    Row(number: "6", name: "Free Primary", flag: "Not applicable", trust: ("", "")),
    Row(number: "7", name: "Codeless Primary", trust: ("", "")),
    Row(number: "8", name: "Nowhere Primary", place: ("", "")),
    Row(number: "9", name: "Zero Primary", place: ("0", "0")),
    Row(number: "10", name: "Far Primary", place: ("999999", "420000")),
    Row(number: "11", name: "Willow", type: "Academy special converter", phase: "Not applicable"),
    Row(
      number: "12", name: "Bridge", type: "Academy alternative provision converter",
      phase: "Not applicable", pupils: ""),
    Row(number: "13", name: "Harbour", type: "Free schools 16 to 19", phase: "Not applicable"),
    Row(number: "14", name: "Maker", type: "University technical college", phase: "Not applicable"),
    Row(number: "15", name: "Riddle", phase: "Not applicable"),
    Row(number: "16", name: "Middle One", phase: "Middle deemed primary"),
    Row(number: "17", name: "Middle Two", phase: "Middle deemed secondary"),
    Row(number: "18", name: "Through", phase: "All-through", pupils: "many"),
    Row(number: "19", name: "Sixth", phase: "16 plus"),
    Row(number: "1", name: "Twice Primary"), Row(number: "", name: "Numberless Primary"),
    Row(number: "20", name: "Odd Primary", phase: "Upper"),
    Row(
      number: "30", name: "Thistle A", area: "Hill, and Dale", trust: ("9002", "Thistle Trust"),
      place: ("400000", "300000"), extra: 2),
    Row(
      number: "31", name: "Thistle \"B\"", area: "", trust: ("9002", "Thistle Trust"),
      place: ("400001.5", "300000"), extra: -1),
    Row(number: "32", name: "Thorn A", trust: ("9003", "Thistledown Trust")),
  ]

  /// The file in Windows-1252.
  static var bytes: [UInt8] {
    let lines = [columns] + rows.map(cells)
    let text = lines.map { line in
      line.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
    }.joined()
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "’": 0x92
      default: UInt8(scalar.value)
      }
    }
  }

  private static func cells(of row: Row) -> [String] {
    let cells =
      [row.number, row.area, row.name, row.type] + fillers.map { _ in "x" } + [
        row.status, row.phase, row.pupils, row.flag, row.trust.0, row.trust.1, row.place.0,
        row.place.1, "AB1 2CD",
      ]
    return row.extra < 0
      ? cells.dropLast(-row.extra) : cells + Array(repeating: "", count: row.extra)
  }
}
