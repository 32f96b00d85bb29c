/// What somebody asks of a plan, in ids as they write them.
public struct ExplanationRequest: Sendable, Hashable {
  public var school: String?
  public var person: String?
  /// From 1, as plans number their groups.
  public var group: Int?
  /// Two ids: two schools, or a person and a school.
  public var whyNot: [String]?
  /// A person to be on duty at `school`.
  public var instead: String?
  public var duty: Duty?
  /// Why the review of `school` has fewer champions than are asked for.
  public var whyNoChampion = false

  public init() {}

  /// Why there is nothing to answer, with what to ask in its stead.
  public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    /// Whether the plan is what is wrong, and not the question.
    public let isOfPlan: Bool

    init(_ sentence: String, isOfPlan: Bool = false) {
      description = Excerpt.escaped(sentence)
      self.isOfPlan = isOfPlan
    }
  }

  /// What is to be explained, and the question that comes with it, if any.
  ///
  /// - Throws: ``Refusal`` for unknown ids, for questions that make no sense, and for any question about a
  ///   plan with groups that cannot be.
  public func resolve(
    in plan: TermPlan, facts: TrustFacts
  ) throws(Refusal) -> (subject: Explanation.Subject, question: ReviewQuestion?) {
    let resolved = try meaning(in: plan, facts)
    if resolved.question != nil, let fault = plan.groups.lazy.compactMap(\.fault).first {
      throw Refusal("\(fault): what else there might be cannot be asked", isOfPlan: true)
    }
    return resolved
  }

  private func meaning(
    in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> (subject: Explanation.Subject, question: ReviewQuestion?) {
    if [school != nil, person != nil, group != nil].count(where: { $0 }) > 1 {
      throw Refusal("name one of --school, --person and --group")
    }
    let subject = try subject(in: plan, facts)
    if instead != nil && whyNot != nil { throw Refusal("ask --why-not or --instead, not both") }
    if whyNoChampion { return (subject, try champions(subject, in: plan, facts)) }
    if duty == .reviewer {
      throw Refusal("--duty is champion or workshop-lead; who reviews follows from the groups")
    }
    if let instead { return (subject, try seat(instead, subject, in: plan, facts)) }
    if let whyNot { return (subject, try two(whyNot, in: plan, facts)) }
    if duty != nil { throw Refusal("--duty goes with --instead or --why-not") }
    return (subject, another(subject, in: plan, facts))
  }

  // MARK: Who

  private func subject(
    in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> Explanation.Subject {
    if let school { return .school(try Self.school(school, facts)) }
    if let person { return .person(try Self.person(person, facts)) }
    guard let group else { return .plan }
    guard (1...max(1, plan.groups.count)).contains(group), !plan.groups.isEmpty else {
      throw Refusal("the plan has groups 1 to \(plan.groups.count); there is no group \(group)")
    }
    return .group(group - 1)
  }

  private static func school(_ id: String, _ facts: TrustFacts) throws(Refusal) -> SchoolID {
    if facts.school(SchoolID(id)) != nil { return SchoolID(id) }
    throw unknown("school", id, among: facts.scenario.schools.map(\.id.rawValue))
  }

  private static func person(_ id: String, _ facts: TrustFacts) throws(Refusal) -> PersonID {
    if facts.person(PersonID(id)) != nil { return PersonID(id) }
    throw unknown("person", id, among: facts.people.map(\.id.rawValue))
  }

  private static func unknown(_ kind: String, _ id: String, among ids: [String]) -> Refusal {
    let near = Spelling.nearest(to: id, among: ids).map { "; did you mean '\($0)'?" } ?? ""
    return Refusal("there is no \(kind) '\(Excerpt.of(id))'\(near)")
  }

  // MARK: Questions

  private func champions(
    _ subject: Explanation.Subject, in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> ReviewQuestion {
    guard instead == nil, whyNot == nil, duty == nil else {
      throw Refusal("ask --why-no-champion alone, or another question")
    }
    guard case .school(let host) = subject else {
      throw Refusal("--why-no-champion goes with --school: the school whose review it is about")
    }
    guard let group = plan.groups.first(where: { $0.reviews.contains { $0.host == host } }) else {
      throw Refusal("\(facts.name(host)) has no review in this plan")
    }
    let rule = facts.scenario.rules[Champions.self]
    guard rule.wanted(at: host, groupSize: group.schools.count, facts: facts) > 0 else {
      throw Refusal("no champions are asked for at \(facts.name(host))")
    }
    return .champions(host: host)
  }

  /// The next best group, where the subject has one.
  private func another(
    _ subject: Explanation.Subject, in plan: TermPlan, _ facts: TrustFacts
  ) -> ReviewQuestion? {
    switch subject {
    case .plan: return nil
    case .group(let index): return .otherGroup(than: plan.groups[index].schools)
    case .school(let id): return Self.another(id, in: plan)
    case .person(let id):
      let heads = facts.scenario.schools.map(\.id).filter { facts.principal(of: $0)?.id == id }
      return heads.lazy.compactMap { Self.another($0, in: plan) }.first
    }
  }

  private static func another(_ school: SchoolID, in plan: TermPlan) -> ReviewQuestion? {
    if plan.resting.contains(school) { return .noRest(school) }
    return plan.groups.first { $0.schools.contains(school) }
      .map { .otherGroup(than: $0.schools) }
  }

  private func two(
    _ ids: [String], in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> ReviewQuestion {
    guard ids.count == 2, ids[0] != ids[1] else {
      throw Refusal("--why-not takes two different ids with a comma between: --why-not ash,beech")
    }
    let schools = ids.filter { facts.school(SchoolID($0)) != nil }
    let people = ids.filter { facts.school(SchoolID($0)) == nil }
    for id in people where facts.person(PersonID(id)) == nil {
      throw Self.unknown(
        "school or person", id,
        among: facts.scenario.schools.map(\.id.rawValue) + facts.people.map(\.id.rawValue))
    }
    if let host = schools.first, let person = people.first {
      return try at(SchoolID(host), PersonID(person), in: plan, facts)
    }
    let both = schools + people.compactMap { Self.headed(by: PersonID($0), facts)?.rawValue }
    guard both.count == 2 else {
      throw Refusal(
        "of two people both have to be principals: then it is asked about their schools; ask about a "
          + "champion with a school: --why-not kim,ash")
    }
    guard both[0] != both[1] else { throw Refusal("the two have the same school") }
    return .together(SchoolID(both[0]), SchoolID(both[1]))
  }

  private static func headed(by person: PersonID, _ facts: TrustFacts) -> SchoolID? {
    facts.participants.first { facts.principal(of: $0.id)?.id == person }?.id
  }

  /// A champion at the review of a school, or the two schools where the person heads one.
  private func at(
    _ host: SchoolID, _ person: PersonID, in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> ReviewQuestion {
    if duty == nil, let own = Self.headed(by: person, facts), own != host {
      return .together(own, host)
    }
    return try seat(person, at: host, in: plan, facts)
  }

  private func seat(
    _ id: String, _ subject: Explanation.Subject, in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> ReviewQuestion {
    guard case .school(let host) = subject else {
      throw Refusal("--instead goes with --school: the school at whose review the person would be")
    }
    return try seat(try Self.person(id, facts), at: host, in: plan, facts)
  }

  private func seat(
    _ person: PersonID, at host: SchoolID, in plan: TermPlan, _ facts: TrustFacts
  ) throws(Refusal) -> ReviewQuestion {
    guard let somebody = facts.person(person), somebody.isChampion else {
      throw Refusal(
        "\(facts.name(person)) is no champion: only champions are put on a team by name, principals "
          + "go with the groups of their schools")
    }
    let review = plan.groups.flatMap(\.reviews).first { $0.host == host }
    guard let review else {
      throw Refusal("\(facts.name(host)) has no review in this plan")
    }
    let usual: Duty =
      review.champions.isEmpty && review.workshopLead != nil ? .workshopLead : .champion
    return .seat(person, duty ?? usual, host: host)
  }
}
