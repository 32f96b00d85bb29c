import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Earlier terms with groups of two to five, schools that met again, and schools that rested.
enum RandomHistory {
  static func make(schools: [SchoolID], using dice: inout SeededGenerator) -> History {
    guard dice.chance(0.7) else { return History() }
    var terms: [History.PastTerm] = []
    for termsAgo in 1...dice.whole(in: 1...4) where dice.chance(0.8) {
      var left = dice.shuffled(schools)
      var groups: [[SchoolID]] = []
      while left.count > 2 {
        let size = min(left.count, dice.whole(in: 2...5))
        groups.append(Array(left.prefix(size)))
        left.removeFirst(size)
      }
      terms.append(
        History.PastTerm(
          name: "\(termsAgo) terms ago", termsAgo: termsAgo, groups: groups, rested: left))
    }
    return History(terms: terms)
  }
}
