import TrefoilModel

/// Reads what is said of one school: in a row of schools.csv, or in a change file.
struct SchoolCells {
  private static let standings = Standing.allCases.map { ($0.rawValue, $0) }
  static let mostPupils = 100_000
  /// The engine keeps what a review should bring in a word of 64 bits.
  private static let mostNeeds = 60

  let terms: [TermDates]
  let places: PlaceCells

  /// The school of a row, whatever id it gets; without a name it is called by its id.
  func school(in row: ScenarioRow, faults: inout [Fault]) -> (SchoolID) -> School {
    let place = places.read(row, faults: &faults)
    let phase = row.required("phase", faults: &faults)?
      .meaning(among: SchoolsTable.phases, what: "phase", faults: &faults)
    let parts = parts(in: row, faults: &faults)
    let name = row.required("name", faults: &faults)?.text
    return { id in
      var school = School(id: id, name: name ?? id.rawValue, phase: phase ?? .primary, place: place)
      school.set(parts)
      return school
    }
  }

  /// Everything that a row states beside id, place, name and phase; what is blank is cleared.
  func parts(in row: ScenarioRow, faults: inout [Fault]) -> [SchoolPart] {
    var parts: [SchoolPart] = []
    func read(_ column: String, _ part: (CSVCell?, inout [Fault]) -> SchoolPart) {
      if row.states(column) { parts.append(part(row[column], &faults)) }
    }
    read("standing") { cell, faults in
      .standing(
        cell?.meaning(among: Self.standings, what: "standing", faults: &faults) ?? .balanced)
    }
    read("participates") { cell, faults in
      .participates(
        cell?.meaning(among: SchoolsTable.answers, what: "answer", faults: &faults) ?? true)
    }
    read("size") { cell, faults in
      .size(cell?.whole(in: 0...Self.mostPupils, what: "the size", faults: &faults))
    }
    read("closed") { cell, faults in
      .closed(DaySet(cell?.dayRanges(terms: terms, faults: &faults) ?? []))
    }
    read("most-out") { cell, faults in
      .mostOut(cell?.whole(in: 0...1_000, what: "the number of people", faults: &faults))
    }
    read("needs-cover") { cell, faults in
      .needsCover(
        cell?.meaning(among: SchoolsTable.answers, what: "answer", faults: &faults) ?? false)
    }
    read("least-kept") { cell, faults in .leastKept(leastKept(in: cell, faults: &faults)) }
    read("hub") { cell, _ in .hub(cell?.text) }
    read("strengths") { cell, _ in .strengths(cell?.list ?? []) }
    read("needs") { cell, faults in .needs(needs(in: cell, faults: &faults)) }
    return parts
  }

  private func needs(in cell: CSVCell?, faults: inout [Fault]) -> [String] {
    guard let cell else { return [] }
    if cell.list.count > Self.mostNeeds {
      faults.append(
        cell.fault(
          "the school has more than \(Self.mostNeeds) needs",
          remedy: "name the ones that matter most"))
    }
    return cell.list
  }

  /// The least people whom the school keeps in each role.
  private func leastKept(in cell: CSVCell?, faults: inout [Fault]) -> [Role: Int] {
    var least: [Role: Int] = [:]
    for part in cell?.list ?? [] {
      guard let cell else { continue }
      let words = part.split(separator: ":", maxSplits: 1).map { ScenarioRow.trimmed($0) }
      guard words.count == 2, let number = Int(words[1]), (0...100).contains(number) else {
        faults.append(
          cell.fault(
            "this is no number of people kept in a role",
            remedy: "write deputy:1, and several separated by ';'"))
        continue
      }
      let role = CSVCell.meaning(
        of: words[0], among: PeopleTable.roles, at: cell.position, what: "role", faults: &faults)
      if let role { least[role] = number }
    }
    return least
  }
}
