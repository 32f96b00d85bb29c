import TrefoilModel

/// Finds the place of a term that a cell names, 0 being the one that is planned.
struct TermCells {
  private let names: [String]
  private let places: [String: Int]

  init(_ terms: TermsSetting) {
    let scenario = Scenario(trust: "", term: terms.term, later: terms.laterTerms, schools: [])
    names = (0..<Scenario.mostTerms).map { scenario.term(at: $0).name }
    places = Dictionary(names.enumerated().map { (TermName.key(of: $1), $0) }) { first, _ in first }
  }

  /// The place of the term, or nil and a fault.
  func find(_ cell: CSVCell, faults: inout [Fault]) -> Int? {
    if let place = places[TermName.key(of: cell.text)] { return place }
    let near = Spelling.nearest(to: cell.text, among: Array(names.prefix(12)))
    let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    faults.append(
      cell.fault(
        "there is no such term to plan",
        remedy: "\(hint)write \(Excerpt.of(names[0])), the term that is planned, or one after it"))
    return nil
  }
}
