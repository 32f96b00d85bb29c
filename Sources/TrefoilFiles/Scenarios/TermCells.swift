import TrefoilModel

/// Finds the place of a term that a cell names, 0 being the one that is planned.
struct TermCells {
  private let names: [String]
  private let places: [String: Int]

  init(_ terms: TermsSetting) {
    self.init(Scenario(trust: "", term: terms.term, later: terms.laterTerms, schools: []))
  }

  init(_ scenario: Scenario) {
    names = (0..<Scenario.mostTerms).map { scenario.term(at: $0).name }
    places = scenario.placesOfTerms
  }

  /// The place of the term of this name; nil where it is none to plan.
  func place(of name: String) -> Int? { places[TermName.key(of: name)] }

  /// Whether a cell names a term before the planned one, by season and year.
  func isOver(_ cell: CSVCell) -> Bool {
    guard let term = TermName(cell.text), let planned = TermName(names[0]) else { return false }
    return term.ordinal < planned.ordinal
  }

  /// The place of the term, or nil and a fault.
  func find(_ cell: CSVCell, faults: inout [Fault]) -> Int? {
    if let place = place(of: cell.text) { return place }
    if isOver(cell) {
      faults.append(
        cell.fault(
          "this term is over",
          remedy:
            "write \(Excerpt.of(names[0])), the term that is planned, or one after it, or take "
            + "the row out"))
      return nil
    }
    let near = Spelling.nearest(to: cell.text, among: Array(names.prefix(12)))
    let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    faults.append(
      cell.fault(
        "there is no such term to plan",
        remedy: "\(hint)write \(Excerpt.of(names[0])), the term that is planned, or one after it"))
    return nil
  }
}
