import TrefoilModel

/// The stable plan in which coachees ask their coaches in turn, and coaches keep the best who ask.
///
/// Gale and Shapley (1962, doi:10.2307/2312726). Where nobody both coaches and is coached it always is
/// a plan; otherwise two people may come out as coaching each other, which may not be.
struct DeferredAcceptance {
  /// The places of the matches that are taken, ascending. O(allowed x log allowed).
  let chosen: [Int]

  init(_ facts: CoachingFacts, _ preferences: CoachingPreferences) {
    let matches = preferences.matches
    let asked = Dictionary(grouping: matches.indices) { matches[$0].coachee.id }.mapValues { own in
      own.sorted {
        preferences.rankOfCoach(in: matches[$0]) > preferences.rankOfCoach(in: matches[$1])
      }
    }
    var left = asked
    var kept: [PersonID: [Int]] = [:]
    var open = facts.coachees.map(\.person)
    while let coachee = open.popLast() {
      guard let index = left[coachee]?.popLast() else { continue }
      let coach = matches[index].coach.id
      var own = kept[coach] ?? []
      own.append(index)
      if own.count > facts.profile(coach)?.capacity ?? 0,
        let worst = own.indices.max(by: {
          preferences.rankOfCoachee(in: matches[own[$0]])
            < preferences.rankOfCoachee(in: matches[own[$1]])
        })
      {
        open.append(matches[own[worst]].coachee.id)
        own.remove(at: worst)
      }
      kept[coach] = own
    }
    chosen = kept.values.flatMap(\.self).sorted()
  }
}
