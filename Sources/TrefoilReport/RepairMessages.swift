import TrefoilModel

/// What a repair means for each person, in a message that is ready to be sent.
public struct RepairMessages {
  private let repair: PlanRepair
  private let names: RepairNames
  private let before: TrustFacts
  private let facts: TrustFacts
  private let reasons: [String]
  private let old: [SchoolID: Review]
  private let new: [SchoolID: Review]
  private let sentences: RepairSentences

  /// - Parameters:
  ///   - before: the trust for which the plan was made.
  ///   - facts: the trust as it is now.
  ///   - reasons: why the plan changed, as the trust words it.
  public init(
    _ repair: PlanRepair, from before: TrustFacts, to facts: TrustFacts, reasons: [String]
  ) {
    self.repair = repair
    self.before = before
    self.facts = facts
    self.reasons = reasons
    names = RepairNames(from: before, to: facts)
    old = Self.reviews(repair.published)
    new = repair.plan.terms.first.map(Self.reviews) ?? [:]
    sentences = RepairSentences(repair, names, from: old, to: new)
  }

  private static func reviews(_ term: TermPlan) -> [SchoolID: Review] {
    Dictionary(term.groups.flatMap(\.reviews).map { ($0.host, $0) }) { first, _ in first }
  }

  /// A message for everyone with a duty that changed, a review that they lead now or data that comes on
  /// another day, and for the principal of each school whose group, review or workshop is not as it was,
  /// who is new there, or whom it concerns that a begun group has to stay; sorted by person.
  public var messages: [RepairMessage] {
    var lines: [PersonID: [String]] = [:]
    func tell(_ person: PersonID?, _ line: String?) {
      if let person, let line { lines[person, default: []].append(line) }
    }
    for (person, moves) in repair.movesByPerson {
      for line in sentences.lines(moves, to: person) { tell(person, line) }
    }
    for due in repair.moves.dueDays {
      for person in teamThatStays(at: due.host) { tell(person, sentences.dueDay(due)) }
    }
    let newGroups = self.newGroups
    let changed = Set(repair.moves.moves.map(\.host) + repair.moves.hosts)
    for host in Set(old.keys).union(new.keys).sorted() {
      if let review = new[host], let was = old[host]?.lead, review.lead != was {
        tell(review.lead, "You lead the review at \(names.of(host)).")
      }
      let head = head(of: host)
      if let others = newGroups[host] {
        tell(
          head, "\(names.of(host)) is in a group with \(Wording.list(others.map(names.of))) now.")
      }
      let isNew = head != before.principal(of: host)?.id
      if changed.contains(host) || isNew { tell(head, sentences.hosting(host)) }
    }
    for breach in repair.staying {
      let line = "Your group has begun and has to stay, although \(breach.finding.sentence)."
      // Somebody may head two of the schools.
      for head in Set(breach.concerned.compactMap(head)).sorted() { tell(head, line) }
    }
    return lines.keys.sorted().map { message(to: $0, lines: lines[$0] ?? []) }
  }

  private func head(of school: SchoolID) -> PersonID? {
    (facts.principal(of: school) ?? before.principal(of: school))?.id
  }

  /// Those on a team whose own visit did not move, so that nothing else tells them of its data.
  private func teamThatStays(at host: SchoolID) -> [PersonID] {
    guard let review = new[host], !repair.hasBegun(review.dates.first) else { return [] }
    let moved = Set(
      repair.moves.moves.filter { $0.host == host && $0.duty != .workshopLead }
        .compactMap(\.after?.person))
    return review.team.filter { !moved.contains($0) }
  }

  /// By school, the others of a group that it was not in.
  private var newGroups: [SchoolID: [SchoolID]] {
    let known = Set(repair.published.groups.map { Set($0.schools) })
    var others: [SchoolID: [SchoolID]] = [:]
    for group in repair.plan.terms.first?.groups ?? []
    where !known.contains(Set(group.schools)) && group.schools.count > 1 {
      for school in group.schools { others[school] = group.schools.filter { $0 != school } }
    }
    return others
  }

  private func message(to person: PersonID, lines: [String]) -> RepairMessage {
    let name = names.of(person)
    let because = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
    var text = ["Dear \(name),", ""]
    let plan = "The review plan of \(facts.scenario.term.name)"
    let hasChanged = !repair.moves.moves.isEmpty || !repair.moves.hosts.isEmpty
    text += Wording.item(
      "", "\(plan) \(hasChanged ? "has changed" : "stays as it was")\(because). For you:")
    text.append("")
    text += lines.flatMap { Wording.item("- ", $0) }
    text += ["", "Everything else in your plan stays as it was."]
    return RepairMessage(
      person: person, name: name, subject: "Your reviews in \(facts.scenario.term.name)",
      text: text.joined(separator: "\n") + "\n")
  }
}
