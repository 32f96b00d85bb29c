import TrefoilModel

/// Remedies for a principal who is away all the time: who acts in the meantime.
extension RemedySearch {
  private static let mostNamed = 3
  /// Who is likely to act is asked about first.
  private static let ranks: [Role] = [.deputy, .assistant, .middleLeader]

  /// Those of the same school who will do, deputies first; somebody who is not named where none of them
  /// will, or nobody is known.
  func acting(_ principal: PersonID) async throws -> [Solved] {
    let schools = facts.headed(by: principal)
    guard !schools.isEmpty else { return [] }
    var remedies: [Solved] = []
    for person in candidates(principal).prefix(Self.mostNamed) {
      // Who acts heads the schools they belong to, and no others.
      let headed = schools.filter { person.schools.contains($0.id) }
      let text = "\(person.name) acts as principal of \(Self.names(headed))"
      remedies += try await acting(principal, person.id, text)
    }
    if !remedies.isEmpty { return remedies }
    let text = "somebody with a row in people.csv acts as principal of \(Self.names(schools))"
    return try await acting(principal, nil, text)
  }

  private func acting(
    _ principal: PersonID, _ person: PersonID?, _ text: String
  ) async throws -> [Solved] {
    let own = Relaxation(eased: [.away(principal): .acting(person)])
    guard try await memo.answer(others.with(own)) == .possible else { return [] }
    let source = words.written([.away(principal)])
    let who = person.map { SettingText.scalar($0.rawValue) } ?? "..."
    return [
      remedy(
        text, edit: "acting: \(who)", file: source.file, line: source.line, try await whole(own))
    ]
  }

  private func candidates(_ principal: PersonID) -> [Person] {
    let schools = Set(facts.headed(by: principal).map(\.id))
    func rank(_ person: Person) -> Int {
      Self.ranks.firstIndex { person.roles.contains($0) } ?? Self.ranks.count
    }
    return words.scenario.people.enumerated().filter { _, person in
      !person.isAway && person.secondedTo.isEmpty
        && person.schools.contains(where: schools.contains)
        && words.scenario.people.mayAct(person, for: principal)
    }.sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  private static func names(_ schools: [School]) -> String {
    schools.map(\.name).joined(separator: " and ")
  }
}
