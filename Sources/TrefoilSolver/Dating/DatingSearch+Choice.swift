/// Which activity is dated next, and on which day.
extension DatingSearch {
  /// The open activity with the most weight of conflicts for each day it has left.
  ///
  /// Boussemart, Hemery, Lecoutre and Sais, "Boosting systematic search by weighting
  /// constraints", ECAI 2004.
  func nextActivity() -> Int? {
    var best = -1
    var bestScore = -1.0
    for activity in active where chosen[activity] < 0 {
      let score = weight[activity] / Double(size[activity])
      if score > bestScore {
        bestScore = score
        best = activity
      }
    }
    return best < 0 ? nil : best
  }

  /// The day it had last, else the cheapest, and among those the one that hampers others least.
  mutating func bestDay(_ activity: Int) -> Int {
    let base = activity * model.wordCount
    let last = saved[activity]
    if last >= 0, domain[base + last >> 6] >> UInt64(last & 63) & 1 == 1 { return last }
    var best = -1
    var bestCost = Int.max
    var bestHarm = Double.infinity
    for word in 0..<model.wordCount {
      var rest = domain[base + word]
      while rest != 0 {
        let day = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        let cost = model.cost[activity << model.shift | day]
        guard cost <= bestCost else { continue }
        let harm = harm(activity, day) * (1 + 0.1 * generator.unit())
        guard cost < bestCost || harm < bestHarm else { continue }
        (best, bestCost, bestHarm) = (day, cost, harm)
      }
    }
    return best
  }

  /// The share of their days that other activities would lose, summed.
  private func harm(_ activity: Int, _ day: Int) -> Double {
    var harm = 0.01
    for place in model.conflicts.first[activity]..<model.conflicts.first[activity + 1] {
      let other = model.conflicts.neighbour[place]
      guard chosen[other] < 0, size[other] > 0 else { continue }
      let range = model.blocked(
        other, by: activity, on: day, gap: model.conflicts.gap[place])
      harm += Double(openDays(other, range)) / Double(size[other] * size[other])
    }
    for place in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      let counter = model.counters.use[place]
      for busy in day..<day + model.length[activity] {
        let share = Double(load[counter << model.shift | busy] + 1)
        harm += 0.1 * share / Double(model.counters.caps[counter] + 1)
      }
    }
    let partner = model.partner[activity]
    guard partner >= 0, chosen[partner] < 0 else { return harm }
    let at = activity << model.shift | day
    let near = openDays(partner, model.days.low[at]...model.days.high[at])
    return harm + 1 / Double(near + 1)
  }

  private func openDays(_ activity: Int, _ range: ClosedRange<Int>) -> Int {
    let base = activity * model.wordCount
    var count = 0
    for word in range.lowerBound >> 6...range.upperBound >> 6 {
      count += (domain[base + word] & DatingModel.mask(word: word, range)).nonzeroBitCount
    }
    return count
  }
}
