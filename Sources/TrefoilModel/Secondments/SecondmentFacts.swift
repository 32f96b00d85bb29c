/// A scenario's openings and candidates with their look-ups made.
public struct SecondmentFacts: Sendable {
  public let trust: TrustFacts
  /// How many terms openings reach over, the planned one among them.
  public let termCount: Int
  /// Who is at each school before the plan sends anybody anywhere.
  public let staff: StaffAtHand
  private let openingByID: [OpeningID: Opening]
  private let candidateByID: [PersonID: Candidate]
  private let termByName: [String: Int]
  /// The names of the terms that openings reach over, and of one more.
  private let termNames: [String]

  /// O(openings + candidates + people + terms).
  public init(_ trust: TrustFacts) {
    self.trust = trust
    staff = StaffAtHand(trust)
    let scenario = trust.scenario
    openingByID = Dictionary(scenario.openings.map { ($0.id, $0) }) { first, _ in first }
    candidateByID = Dictionary(scenario.candidates.map { ($0.person, $0) }) { first, _ in first }
    termCount = scenario.openings.map(\.span.upperBound).max() ?? 0
    termByName = scenario.placesOfTerms
    termNames = (0...termCount).map { scenario.term(at: $0).name }
  }

  public var openings: [Opening] { trust.scenario.openings }
  public var candidates: [Candidate] { trust.scenario.candidates }
  public func opening(_ id: OpeningID) -> Opening? { openingByID[id] }
  public func candidate(_ id: PersonID) -> Candidate? { candidateByID[id] }
  /// The place of the term of this name, 0 being the one that is planned.
  public func term(named name: String) -> Int? { termByName[TermName.key(of: name)] }
  public func termName(_ index: Int) -> String {
    termNames.indices.contains(index) ? termNames[index] : trust.scenario.term(at: index).name
  }

  /// The roles a candidate would take.
  public func roles(of candidate: Candidate) -> [Role] {
    candidate.roles.isEmpty ? trust.person(candidate.person)?.roles ?? [] : candidate.roles
  }

  public func phasesKnown(by candidate: Candidate) -> PhaseSet {
    candidate.phases ?? trust.person(candidate.person).map { trust.phasesKnown(by: $0) } ?? []
  }

  /// The move of a candidate to an opening; nil where a person or a school is not known.
  public func move(
    _ candidate: Candidate, to opening: Opening, days: Int, firstTerm: Int, terms: Int
  ) -> Move? {
    guard let person = trust.person(candidate.person),
      let home = person.schools.first.flatMap({ trust.school($0) }),
      let school = trust.school(opening.school)
    else { return nil }
    return Move(
      person: person, candidate: candidate, home: home, opening: opening, school: school,
      days: days, firstTerm: firstTerm, terms: terms)
  }

  /// The secondment of a plan with everything looked up; nil where something is not known, or where
  /// its days or terms are none that can be.
  public func move(_ secondment: Secondment) -> Move? {
    guard (1...Opening.mostDays).contains(secondment.days),
      (1...Scenario.mostTerms).contains(secondment.terms),
      let candidate = candidate(secondment.person), let opening = opening(secondment.opening),
      let first = term(named: secondment.firstTerm)
    else { return nil }
    return move(
      candidate, to: opening, days: secondment.days, firstTerm: first, terms: secondment.terms)
  }

  /// The minutes a week there and back on all days of the move.
  public func weeklyMinutes(_ move: Move) -> Int { move.days * roundTrip(move) }

  /// The minutes of one journey there and back.
  public func roundTrip(_ move: Move) -> Int {
    trust.minutes(from: move.home, to: move.school)
      + trust.minutes(from: move.school, to: move.home)
  }
}
