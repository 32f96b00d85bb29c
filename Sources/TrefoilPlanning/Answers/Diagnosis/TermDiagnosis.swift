import TrefoilModel

/// Why one term cannot be planned: every reason with its remedies.
struct TermDiagnosis {
  let question: Feasibility
  /// How many times the usual number of questions may be asked.
  var share = 1.0
  /// What stays a must, since it is asked why it cannot be: no part of a reason, and nothing to ease.
  var asked: Set<Requirement> = []
  /// Whether it is asked what would help, too, and for more reasons than one.
  var seeksRemedies = true

  struct Found {
    var status: Feasibility.Answer
    var reasons: [Reason]
    var isComplete: Bool
    /// What each reason is made of.
    var conflicts: [ConflictSearch.Conflict]
    /// The remedies of all reasons, with what they take from the scenario.
    var solved: [RemedySearch.Solved] = []
    /// One remedy for each of several reasons, all of them together; nil where none are known that make
    /// a plan possible.
    var joint: Relaxation?
    /// Whether the questions were used up before all was looked at.
    var isCutShort = false

    /// What was not looked at, in words.
    func notes(isStopped: Bool) -> [String] {
      guard isCutShort else { return [] }
      return [
        isStopped
          ? "The search for reasons was stopped before it ended: not every change was looked at."
          : "The effort for reasons was used up: not every change was looked at. A greater effort "
            + "looks on."
      ]
    }
  }

  func found() async throws -> Found {
    let search = ConflictSearch(question, share: share, asked: asked)
    let found = try await search.conflicts(most: seeksRemedies ? .max : 1)
    let words = RequirementWords(
      scenario: question.scenario, facts: question.facts, term: question.term, asked: asked)
    var parts: [JointRemedies.Part] = []
    var reasons: [Reason] = []
    for (index, conflict) in found.conflicts.enumerated() {
      var others = Relaxation()
      for (place, other) in found.conflicts.enumerated() where place != index {
        others.free(other.freed)
      }
      let kept = search.kept(conflict.requirements, beside: Relaxation())
      let groups = words.groups(of: conflict.requirements)
      let (schools, people) = concerned(conflict.requirements, words)
      var reason = Reason(
        term: question.facts.scenario.term.name, requirements: groups.map(words.written),
        schools: schools, people: people,
        sentence: try await ReasonSentence(
          question: question, words: words, isBesideQuestion: !asked.isEmpty
        ).sentence(of: conflict.requirements, kept: kept),
        isMinimal: conflict.isMinimal)
      guard seeksRemedies else {
        reasons.append(reason)
        continue
      }
      let remedies = RemedySearch(words: words, others: others, memo: search.memo)
      // A school that rests has nothing of what is asked for.
      let resting = asked.isEmpty ? schools : []
      let found = try await remedies.remedies(of: groups, schools: resting)
      reason.remedies = found.solved.map(\.remedy) + found.insufficient
      parts.append(
        JointRemedies.Part(
          conflict: conflict, groups: groups, schools: resting, solved: found.solved))
      reasons.append(reason)
    }
    let joint =
      parts.count > 1
      ? try await JointRemedies(words: words, memo: search.memo).found(parts) : nil
    for (place, remedy) in joint?.remedies ?? [:] { reasons[place].joint = remedy.remedy }
    return Found(
      status: found.status, reasons: reasons, isComplete: found.isComplete,
      conflicts: found.conflicts, solved: parts.flatMap(\.solved), joint: joint?.relaxation,
      isCutShort: search.memo.isOver)
  }

  /// Schools and people of a reason, in the order of the files.
  private func concerned(
    _ requirements: [Requirement], _ words: RequirementWords
  ) -> ([SchoolID], [PersonID]) {
    var schools = Set(requirements.compactMap(\.school))
    var people = Set(requirements.compactMap(\.person))
    for requirement in requirements {
      switch requirement {
      case .wish(let key, let index):
        schools.formUnion(words.wish(key, index).schools(of: words.facts))
        people.formUnion(words.wish(key, index).people(of: words.facts))
      case .seat(let key, let index):
        schools.insert(words.seat(key, index).host)
        people.insert(words.seat(key, index).person)
      case .conflict(_, let school): schools.insert(school)
      case .away(let person): schools.formUnion(words.facts.headed(by: person).map(\.id))
      default: break
      }
    }
    return (
      words.facts.scenario.schools.map(\.id).filter(schools.contains),
      words.facts.people.map(\.id).filter(people.contains)
    )
  }
}
