/// Who moves when one plan takes the place of another, in all programmes.
public struct PlanMoves: Sendable, Hashable {
  /// A person at an opening whose secondment differs.
  public struct SecondmentMove: Sendable, Hashable {
    /// A run of terms at the opening.
    public struct Stint: Sendable, Hashable {
      public let days: Int
      public let firstTerm: String
      public let terms: Int
      public let coveredBy: PersonID?
    }

    public let person: PersonID
    public let opening: OpeningID
    public let to: SchoolID
    /// Empty where one plan alone sends the person there.
    public let before: [Stint]
    public let after: [Stint]
  }

  /// Somebody whom others coach.
  public struct CoachMove: Sendable, Hashable {
    public let coachee: PersonID
    /// Empty without a coach.
    public let before: [PersonID]
    public let after: [PersonID]
  }

  /// A school that other trustees champion.
  public struct AdvocateMove: Sendable, Hashable {
    public let school: SchoolID
    /// Empty without an advocate.
    public let before: [TrusteeID]
    public let after: [TrusteeID]
  }

  /// Schools of a network that go from one meeting to another.
  public struct MeetingMove: Sendable, Hashable {
    public let network: NetworkID
    public let schools: [SchoolID]
    /// Where they meet; nil where they come to no meeting.
    public let before: SchoolID?
    public let after: SchoolID?
  }

  /// Term by term.
  public let terms: [TermMoves]
  /// In the order of the old plan, then of the new one, and so are the others.
  public let secondments: [SecondmentMove]
  public let coaching: [CoachMove]
  public let advocates: [AdvocateMove]
  public let networks: [MeetingMove]

  /// Linear in the plans, but for sets.
  public init(from old: Plan, _ oldFacts: TrustFacts, to new: Plan, _ newFacts: TrustFacts) {
    let empty = TermPlan(term: "", groups: [])
    terms = (0..<max(old.terms.count, new.terms.count)).map { term in
      TermMoves(
        from: term < old.terms.count ? old.terms[term] : empty, oldFacts,
        to: term < new.terms.count ? new.terms[term] : empty, newFacts)
    }
    secondments = Self.secondments(old.secondments, new.secondments)
    coaching = Self.differing(
      old.coaching?.pairs ?? [], new.coaching?.pairs ?? [], at: \.coachee, \.coach
    ).map { CoachMove(coachee: $0.0, before: $0.1, after: $0.2) }
    advocates = Self.differing(
      old.advocates?.pairs ?? [], new.advocates?.pairs ?? [], at: \.school, \.trustee
    ).map { AdvocateMove(school: $0.0, before: $0.1, after: $0.2) }
    networks = Self.meetings(old.networks ?? [], new.networks ?? [])
  }

  /// Whether everybody and everything stays, days too.
  public var isEmpty: Bool { isWithoutPeople && otherDays == 0 && otherWorkshopDays == 0 }

  /// Whether no school and no person moves; days may be others.
  public var isWithoutPeople: Bool {
    terms.allSatisfy { $0.schools.isEmpty && $0.people.isEmpty && $0.leads.isEmpty }
      && secondments.isEmpty && coaching.isEmpty && advocates.isEmpty && networks.isEmpty
  }

  /// Schools with other companions in some term.
  public var schoolCount: Int { Set(terms.flatMap(\.schools).map(\.school)).count }
  /// People with other duties in some term, or another secondment; who leads is counted apart.
  public var peopleCount: Int {
    Set(terms.flatMap(\.people).map(\.person) + secondments.map(\.person)).count
  }
  /// Reviews that somebody else leads, in all terms.
  public var leadCount: Int { terms.reduce(0) { $0 + $1.leads.count } }
  /// Schools that meet elsewhere, counted in each network.
  public var meetingCount: Int { networks.reduce(0) { $0 + $1.schools.count } }
  /// Reviews of one host that have days in both plans, and other ones.
  public var otherDays: Int { terms.reduce(0) { $0 + $1.otherDays } }
  public var otherWorkshopDays: Int { terms.reduce(0) { $0 + $1.otherWorkshopDays } }

  // MARK: Programmes

  /// Each key with its partners in either list, where these differ.
  private static func differing<Element, Key: Hashable, Partner: Hashable>(
    _ old: [Element], _ new: [Element], at key: (Element) -> Key, _ partner: (Element) -> Partner
  ) -> [(Key, [Partner], [Partner])] {
    func partners(_ list: [Element]) -> [Key: [Partner]] {
      Dictionary(grouping: list, by: key).mapValues { $0.map(partner) }
    }
    let (before, after) = (partners(old), partners(new))
    return (old + new).map(key).distinct.compactMap { key in
      let (was, now) = (before[key] ?? [], after[key] ?? [])
      return Set(was) == Set(now) ? nil : (key, was, now)
    }
  }

  private static func secondments(
    _ old: [Secondment], _ new: [Secondment]
  ) -> [SecondmentMove] {
    struct Place: Hashable {
      let person: PersonID
      let opening: OpeningID
      let to: SchoolID
    }
    return differing(
      old, new, at: { Place(person: $0.person, opening: $0.opening, to: $0.to) },
      {
        SecondmentMove.Stint(
          days: $0.days, firstTerm: $0.firstTerm, terms: $0.terms, coveredBy: $0.coveredBy)
      }
    ).map { place, before, after in
      SecondmentMove(
        person: place.person, opening: place.opening, to: place.to, before: before, after: after)
    }
  }

  /// Schools that come from one meeting to one other are named together.
  private static func meetings(_ old: [NetworkPlan], _ new: [NetworkPlan]) -> [MeetingMove] {
    struct Way: Hashable {
      let from: SchoolID?
      let to: SchoolID?
    }
    func venues(_ network: NetworkID, _ plans: [NetworkPlan]) -> [(school: SchoolID, at: SchoolID)]
    {
      plans.filter { $0.network == network }.flatMap(\.groups)
        .flatMap { group in group.schools.map { ($0, group.venue) } }
    }
    return (old + new).map(\.network).distinct.flatMap { network in
      let moved = differing(
        venues(network, old), venues(network, new), at: \.school, \.at
      ).map { (school: $0.0, way: Way(from: $0.1.first, to: $0.2.first)) }
      return moved.map(\.way).distinct.map { way in
        MeetingMove(
          network: network, schools: moved.filter { $0.way == way }.map(\.school),
          before: way.from, after: way.to)
      }
    }
  }
}
