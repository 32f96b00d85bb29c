import TrefoilModel

/// Reads `history.csv`.
struct HistoryTable {
  static let name = "history.csv"
  static let layout = TableLayout(
    required: ["term", "group", "school"], optional: ["terms-ago"])
  /// The group of schools that sat a term out; an empty cell says the same.
  static let rest = "rest"
  static let mostTermsAgo = 300

  private(set) var faults: [Fault]
  private(set) var known: KnownSchools

  private struct PastTerm {
    let name: String
    let position: SourcePosition
    var termsAgo: Int?
    var groups: [[SchoolID]] = []
    var rested: [SchoolID] = []
    var groupByLabel: [String: Int] = [:]
    var lines: [SchoolID: Int] = [:]
  }

  private var terms: [PastTerm] = []
  private var termByKey: [String: Int] = [:]
  private var termByName: [String: Int] = [:]
  private let planned: Term
  private let mayHoldPlanned: Bool

  /// Reads the history. Linear.
  ///
  /// - Parameter mayHoldPlanned: whether the planned term may stand in it, as it does once its plan is
  ///   published; ``history`` then is what was before it.
  init(
    _ bytes: [UInt8], file: String, planned: Term, known: KnownSchools, mayHoldPlanned: Bool = false
  ) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    self.known = known
    self.planned = planned
    self.mayHoldPlanned = mayHoldPlanned
    for row in table.rows { read(row, statesAge: table.has("terms-ago")) }
    if !table.has("terms-ago") { setAges() }
  }

  /// The terms before the planned one.
  var history: History { history(of: terms.filter { ($0.termsAgo ?? 1) > 0 }) }

  /// All terms of the table; one that is the planned one counts as one term ago.
  var whole: History { history(of: terms) }

  private func history(of terms: [PastTerm]) -> History {
    History(
      terms: terms.map { term in
        History.PastTerm(
          name: term.name, termsAgo: max(1, term.termsAgo ?? 1), groups: term.groups,
          rested: term.rested)
      })
  }

  private mutating func read(_ row: ScenarioRow, statesAge: Bool) {
    let school = row.required("school", faults: &faults).flatMap { known.find($0, faults: &faults) }
    guard let name = row.required("term", faults: &faults) else { return }
    let index = index(of: name)
    if statesAge { readAge(row, of: index) }
    guard let school else { return }
    if let line = terms[index].lines[school] {
      faults.append(
        Fault(
          at: row.position("school"),
          problem: "the school stands in this term already, in line \(line)",
          found: school.rawValue, remedy: "keep one of the two rows"))
      return
    }
    terms[index].lines[school] = row.position("school").line
    guard let label = row["group"]?.text, label.lowercased() != Self.rest else {
      terms[index].rested.append(school)
      return
    }
    if let group = terms[index].groupByLabel[label] {
      terms[index].groups[group].append(school)
    } else {
      terms[index].groupByLabel[label] = terms[index].groups.count
      terms[index].groups.append([school])
    }
  }

  /// The term of a name; two ways of writing one term are one.
  private mutating func index(of cell: CSVCell) -> Int {
    if let index = termByName[cell.text] { return index }
    let key = TermName.key(of: cell.text)
    defer { termByName[cell.text] = termByKey[key] }
    if let index = termByKey[key] { return index }
    termByKey[key] = terms.count
    terms.append(PastTerm(name: cell.text, position: cell.position))
    return terms.count - 1
  }

  private mutating func readAge(_ row: ScenarioRow, of index: Int) {
    guard let cell = row.required("terms-ago", faults: &faults),
      let age = cell.whole(in: 1...Self.mostTermsAgo, what: "terms-ago", faults: &faults)
    else { return }
    if let other = terms[index].termsAgo, other != age {
      faults.append(
        cell.fault(
          "another row of this term says \(other)", remedy: "write the same number in each"))
    }
    terms[index].termsAgo = age
  }

  /// Counts how long ago each term was.
  private mutating func setAges() {
    let ages = TermAges(of: terms.map(\.name), planned: planned.name)
    for (index, age) in ages.termsAgo.enumerated() {
      terms[index].termsAgo = age
      guard age < (mayHoldPlanned ? 0 : 1) else { continue }
      faults.append(
        Fault(
          at: terms[index].position,
          problem: "this term is not before the one that is planned, "
            + "\(Excerpt.of(planned.name))", found: terms[index].name,
          remedy: "take its rows out, or correct the name of the term in scenario.yaml"))
    }
    if ages.areInOrderOfFile { rejectMisspellings() }
  }

  /// One misspelt season would leave all terms to be counted in the order of the file.
  private mutating func rejectMisspellings() {
    for term in terms where TermName(term.name) == nil {
      guard let season = TermName.misspelling(in: term.name) else { continue }
      faults.append(
        Fault(
          at: term.position, problem: "there is no season of this name", found: term.name,
          remedy: "did you mean '\(season)'?"))
    }
  }
}
