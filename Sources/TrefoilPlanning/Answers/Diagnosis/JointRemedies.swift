import TrefoilModel

/// One remedy for each reason, such that all of them together make a plan possible.
///
/// Each remedy of a reason does while the other reasons are freed; that the least of one and the least of
/// another do together does not follow.
struct JointRemedies {
  /// What is known of one reason.
  struct Part {
    let conflict: ConflictSearch.Conflict
    let groups: [[Requirement]]
    let schools: [SchoolID]
    /// Remedies that do while the other reasons are freed.
    let solved: [RemedySearch.Solved]
  }

  let words: RequirementWords
  let memo: FeasibilityMemo

  /// The remedies by the places of their reasons, where one is needed, and all of them as one; nil where
  /// none are known to do together.
  ///
  /// Goes through the reasons in order with what was chosen so far made and those to come freed. Takes the
  /// first remedy that does so, and looks for another where none does. As many questions as there are
  /// remedies at most, where each is one of those known.
  func found(
    _ parts: [Part]
  ) async throws -> (remedies: [Int: RemedySearch.Solved], relaxation: Relaxation)? {
    var chosen: [(place: Int, remedy: RemedySearch.Solved)] = []
    for (place, part) in parts.enumerated() {
      var beside = Self.all(chosen.map(\.remedy.own))
      for later in parts[(place + 1)...] { beside.free(later.conflict.freed) }
      if try await memo.answer(beside) == .possible { continue }
      guard let remedy = try await remedy(part, beside) else { return nil }
      // What is eased further need not be eased before.
      chosen.removeAll { !$0.remedy.own.eased.keys.allSatisfy { remedy.own.eased[$0] == nil } }
      chosen.append((place, remedy))
    }
    guard try await memo.answer(Self.all(chosen.map(\.remedy.own))) == .possible else { return nil }
    for (place, _) in chosen {
      let fewer = chosen.filter { $0.place != place }
      if try await memo.answer(Self.all(fewer.map(\.remedy.own))) == .possible { chosen = fewer }
    }
    return (
      Dictionary(uniqueKeysWithValues: chosen.map { ($0.place, $0.remedy) }),
      Self.all(chosen.map(\.remedy.own))
    )
  }

  private func remedy(_ part: Part, _ beside: Relaxation) async throws -> RemedySearch.Solved? {
    for remedy in part.solved
    where try await memo.answer(beside.with(remedy.own)) == .possible { return remedy }
    return try await RemedySearch(words: words, others: beside, memo: memo)
      .remedies(of: part.groups, schools: part.schools).solved.first
  }

  private static func all(_ relaxations: [Relaxation]) -> Relaxation {
    relaxations.reduce(Relaxation()) { $0.with($1) }
  }
}
