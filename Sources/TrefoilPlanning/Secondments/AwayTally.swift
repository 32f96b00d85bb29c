import TrefoilModel

/// Who is away from which school in which term by moves taken one after another, held against
/// `most-out` and `least-kept`.
struct AwayTally {
  private struct Stay: Hashable {
    let place: ReleasePlace
    let person: PersonID
  }

  private struct Post: Hashable {
    let place: ReleasePlace
    let role: Role
  }

  private let facts: SecondmentFacts
  /// Moves of a person in a term; several may be at once.
  private var stays: [Stay: Int] = [:]
  private var peopleOut: [ReleasePlace: Int] = [:]
  private var daysOut: [Post: Int] = [:]
  private var daysIn: [Post: Int] = [:]

  init(_ facts: SecondmentFacts) {
    self.facts = facts
  }

  /// Takes moves if every school that they leave then keeps its limits, and says whether it did.
  /// O(moves x terms x roles).
  mutating func takes(_ moves: [Move]) -> Bool {
    for move in moves { count(move, 1) }
    if moves.allSatisfy(keepsLimits) { return true }
    for move in moves { count(move, -1) }
    return false
  }

  private mutating func count(_ move: Move, _ sign: Int) {
    for term in move.span {
      let home = ReleasePlace(school: move.home.id, term: term)
      let stay = Stay(place: home, person: move.person.id)
      let before = stays[stay, default: 0]
      stays[stay] = before + sign
      if (before == 0) != (before + sign == 0) { peopleOut[home, default: 0] += sign }
      for role in Set(move.person.roles) {
        daysOut[Post(place: home, role: role), default: 0] += sign * move.days
      }
      let there = ReleasePlace(school: move.school.id, term: term)
      daysIn[Post(place: there, role: move.opening.role), default: 0] += sign * move.days
    }
  }

  private func keepsLimits(_ move: Move) -> Bool {
    let (rules, home) = (facts.trust.scenario.rules, move.home)
    let roles = Set(move.person.roles).filter { rules[LeastKept.self].least($0, at: home) > 0 }
    return move.span.allSatisfy { term in
      let place = ReleasePlace(school: home.id, term: term)
      if let limit = rules[MostOut.self].limit(of: home),
        peopleOut[place, default: 0] + facts.staff.peopleAway(from: home.id, term: term) > limit
      {
        return false
      }
      return roles.allSatisfy { role in
        let post = Post(place: place, role: role)
        return daysOut[post, default: 0] - daysIn[post, default: 0]
          <= rules[LeastKept.self].room(role, at: home, term: term, of: facts)
      }
    }
  }
}
