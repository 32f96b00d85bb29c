/// The parts that each kind of change may have, in the words of the tables where these have them.
enum ChangeLayout {
  static let place = ["latitude", "longitude", "easting", "northing"]
  static let school = columns(of: SchoolsTable.layout, but: ["id"] + place)
  static let person = columns(of: PeopleTable.layout, but: ["id"])
  static let opening = columns(of: OpeningsTable.layout, but: ["id"])
  static let candidate = columns(of: CandidatesTable.layout, but: ["person"])

  /// The parts besides the object itself and the reason.
  static func parts(of word: String) -> [String] {
    switch word {
    case "add-school": school + place + ["people"]
    case "move-school": place
    case "change-school": school
    case "add-person", "change-person": person
    case "unavailable": ["days", "acting"]
    case "set-rule": ["value"]
    case "override": ["rule", "value"]
    case "pin", "forbid", "keep-apart", "together": ["must", "cost"]
    case "add-opening": opening
    case "add-candidate": candidate
    default: []
    }
  }

  private static func columns(of layout: TableLayout, but left: [String]) -> [String] {
    (layout.required + layout.optional).filter { !left.contains($0) }
  }
}
