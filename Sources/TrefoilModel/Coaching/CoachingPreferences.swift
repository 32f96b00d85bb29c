/// Whom coaches and coachees would rather work with, as strict orders, and who blocks a plan.
///
/// Everybody ranks first those of their choices, in order, and then all others by the coach's journey
/// there and back, the shortest first; those of equal journeys by their ids.
public struct CoachingPreferences: Sendable {
  /// How one person stands in the order of another; the least is the best.
  public struct Rank: Sendable, Hashable, Comparable {
    let place: Int
    let minutes: Int
    let id: PersonID

    public static func < (left: Rank, right: Rank) -> Bool {
      (left.place, left.minutes, left.id) < (right.place, right.minutes, right.id)
    }
  }

  /// Every coach and coachee whom no must forbids by themselves.
  public let matches: [CoachingMatch]
  private let facts: CoachingFacts
  private let coachesChosen: [PersonID: [PersonID: Int]]
  private let coacheesChosen: [PersonID: [PersonID: Int]]

  /// - Parameter matches: those of ``CoachingFacts/allowed``, where they are known already.
  public init(_ facts: CoachingFacts, matches: [CoachingMatch]? = nil) {
    self.facts = facts
    self.matches = matches ?? facts.allowed
    func places(_ ids: [PersonID]) -> [PersonID: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    let people = facts.profiles.map(\.person)
    coachesChosen = Dictionary(people.map { ($0, places(facts.coachesChosen(by: $0))) }) { $1 }
    coacheesChosen = Dictionary(people.map { ($0, places(facts.coacheesChosen(by: $0))) }) { $1 }
  }

  /// How the coachee of a match ranks its coach.
  public func rankOfCoach(in match: CoachingMatch) -> Rank {
    Rank(
      place: coachesChosen[match.coachee.id]?[match.coach.id] ?? .max,
      minutes: facts.roundTrip(match), id: match.coach.id)
  }

  /// How the coach of a match ranks its coachee.
  public func rankOfCoachee(in match: CoachingMatch) -> Rank {
    Rank(
      place: coacheesChosen[match.coach.id]?[match.coachee.id] ?? .max,
      minutes: facts.roundTrip(match), id: match.coachee.id)
  }

  /// The allowed matches that are not planned although both would rather have them: the coachee has no
  /// coach, or one ranked lower; the coach has a place left, or a coachee ranked lower; and the coachee
  /// does not coach the coach. O(allowed + planned).
  public func blocking(_ planned: [CoachingMatch]) -> [CoachingMatch] {
    var coach: [PersonID: Rank] = [:]
    var last: [PersonID: Rank] = [:]
    var taken: [PersonID: Int] = [:]
    var pairs: Set<[PersonID]> = []
    for match in planned {
      let (best, worst) = (rankOfCoach(in: match), rankOfCoachee(in: match))
      coach[match.coachee.id] = min(coach[match.coachee.id] ?? best, best)
      last[match.coach.id] = max(last[match.coach.id] ?? worst, worst)
      taken[match.coach.id, default: 0] += 1
      pairs.insert([match.coach.id, match.coachee.id])
    }
    return matches.filter { match in
      let (giving, asking) = (match.coach.id, match.coachee.id)
      if pairs.contains([giving, asking]) || pairs.contains([asking, giving]) { return false }
      if let own = coach[asking], own < rankOfCoach(in: match) { return false }
      if (taken[giving] ?? 0) < facts.profile(giving)?.capacity ?? 0 { return true }
      return last[giving].map { rankOfCoachee(in: match) < $0 } ?? false
    }
  }
}
