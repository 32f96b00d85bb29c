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

  private struct Choice {
    let place: Int
    let remedy: RemedySearch.Solved
  }

  /// So many sets of remedies are gone into.
  private static let mostTried = 40

  let words: RequirementWords
  let memo: FeasibilityMemo

  /// The remedies by the places of their reasons, where one is needed, and all of them as one; nil where
  /// none are known to do together.
  ///
  /// Goes through the reasons in order with what was chosen so far made and those to come freed, and takes
  /// the first remedy that does so; where none of those known does, looks for another, and where there is
  /// none goes back. Mostly as many questions as there are reasons.
  func found(
    _ parts: [Part]
  ) async throws -> (remedies: [Int: RemedySearch.Solved], relaxation: Relaxation)? {
    let parts = parts.count > 2 ? Self.sharedFirst(parts) : parts
    var left = Self.mostTried
    guard var chosen = try await extended([], parts, &left) else { return nil }
    for choice in chosen {
      let fewer = chosen.filter { $0.place != choice.place }
      if try await memo.answer(Self.all(fewer)) == .possible { chosen = fewer }
    }
    return (
      Dictionary(uniqueKeysWithValues: chosen.map { ($0.place, $0.remedy) }), Self.all(chosen)
    )
  }

  /// Of several reasons, with what eases something that all of them are about before all else: one change in
  /// place of many.
  private static func sharedFirst(_ parts: [Part]) -> [Part] {
    let eased = parts.map { part in Set(part.solved.flatMap { $0.own.eased.keys }) }
    let shared = eased.dropFirst().reduce(eased.first ?? []) { $0.intersection($1) }
    func isShared(_ remedy: RemedySearch.Solved) -> Bool {
      remedy.own.eased.keys.contains(where: shared.contains)
    }
    return parts.map { part in
      Part(
        conflict: part.conflict, groups: part.groups, schools: part.schools,
        solved: part.solved.filter(isShared) + part.solved.filter { !isShared($0) })
    }
  }

  /// What was chosen for the first parts, with one remedy for each of the others that needs one.
  private func extended(
    _ chosen: [Choice], _ parts: [Part], _ left: inout Int, from place: Int = 0
  ) async throws -> [Choice]? {
    left -= 1
    guard left >= 0 else { return nil }
    var beside = Self.all(chosen)
    for later in parts.dropFirst(place + 1) { beside.free(later.conflict.freed) }
    if place == parts.count {
      return try await memo.answer(beside) == .possible ? chosen : nil
    }
    if try await memo.answer(beside) == .possible {
      return try await extended(chosen, parts, &left, from: place + 1)
    }
    for remedy in parts[place].solved
    where try await memo.answer(beside.with(remedy.own)) == .possible {
      let more = Self.adding(Choice(place: place, remedy: remedy), to: chosen)
      if let all = try await extended(more, parts, &left, from: place + 1) { return all }
    }
    let others = try await RemedySearch(words: words, others: beside, memo: memo)
      .remedies(of: parts[place].groups, schools: parts[place].schools).solved
    for remedy in others {
      let more = Self.adding(Choice(place: place, remedy: remedy), to: chosen)
      if let all = try await extended(more, parts, &left, from: place + 1) { return all }
    }
    return nil
  }

  /// What is eased further need not be eased before.
  private static func adding(_ choice: Choice, to chosen: [Choice]) -> [Choice] {
    let eased = choice.remedy.own.eased
    return chosen.filter { $0.remedy.own.eased.keys.allSatisfy { eased[$0] == nil } } + [choice]
  }

  private static func all(_ choices: [Choice]) -> Relaxation {
    choices.reduce(Relaxation()) { $0.with($1.remedy.own) }
  }
}
