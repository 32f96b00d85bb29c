/// What follows from the literals that became true.
extension DatingSearch {
  /// Draws every consequence; false when there is a conflict, which is then noted.
  mutating func propagate() -> Bool {
    while head < trail.count {
      let literal = trail[head]
      head += 1
      let variable = literal >> 1
      if variable >= firstSelector {
        if literal & 1 == 0, !openJob(variable - firstSelector) { return false }
      } else {
        let activity = variable >> model.shift
        let day = variable & (1 << model.shift - 1)
        let holds =
          literal & 1 == 0 ? settle(activity, day, literal) : shrink(activity, day)
        if !holds { return false }
      }
      if !watchersHold(literal ^ 1) { return false }
    }
    return true
  }

  private mutating func openJob(_ job: Int) -> Bool {
    let activity = model.jobActivity[job]
    if size[activity] < 2, !forceDay(activity) { return false }
    let partner = model.partner[activity]
    return partner < 0 || size[partner] > 1 || forceDay(partner)
  }

  /// An activity with at most one day left takes it, or its job is not dated.
  private mutating func forceDay(_ activity: Int) -> Bool {
    let base = activity * model.wordCount
    for word in 0..<model.wordCount where domain[base + word] != 0 {
      let day = word << 6 + domain[base + word].trailingZeroBitCount
      guard value[firstSelector + model.activityJob[activity]] == 1 else { return true }
      return require((activity << model.shift | day) << 1, .lastDay)
    }
    return require(selector(model.activityJob[activity]) ^ 1, .emptied(activity: activity))
  }

  /// A day was struck out: perhaps too few are left, or the partner's window has shut.
  private mutating func shrink(_ activity: Int, _ day: Int) -> Bool {
    if size[activity] < 2, chosen[activity] < 0, !forceDay(activity) { return false }
    let partner = model.partner[activity]
    guard partner >= 0 else { return true }
    let at = activity << model.shift | day
    guard model.days.low[at] <= model.days.high[at] else { return true }
    // Only partner days within this day's window can have lost their last support.
    let near = model.days.low[at]...model.days.high[at]
    let base = partner * model.wordCount
    for word in 0..<model.wordCount {
      var rest = domain[base + word] & DatingModel.mask(word: word, near)
      while rest != 0 {
        let other = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        let place = partner << model.shift | other
        if !isOpen(activity, model.days.low[place]...model.days.high[place]),
          !require(place << 1 | 1, .unsupported)
        {
          return false
        }
      }
    }
    return true
  }

  private func isOpen(_ activity: Int, _ range: ClosedRange<Int>) -> Bool {
    let base = activity * model.wordCount
    for word in range.lowerBound >> 6...range.upperBound >> 6
    where domain[base + word] & DatingModel.mask(word: word, range) != 0 {
      return true
    }
    return false
  }

  /// A day was chosen: everything that clashes with it goes.
  private mutating func settle(_ activity: Int, _ day: Int, _ literal: Int) -> Bool {
    let cause = DatingReason.implied(by: literal)
    if !strike(activity, outside: day...day, cause) { return false }
    let partner = model.partner[activity]
    if partner >= 0 {
      let at = activity << model.shift | day
      if !strike(partner, outside: model.days.low[at]...model.days.high[at], cause) {
        return false
      }
    }
    for place in model.conflicts.first[activity]..<model.conflicts.first[activity + 1] {
      let other = model.conflicts.neighbour[place]
      let range = model.blocked(
        other, by: activity, on: day, gap: model.conflicts.gap[place])
      if !strike(other, range, cause) { return false }
    }
    for place in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      for busy in day..<day + model.length[activity] {
        if !fill(model.counters.use[place], busy, literal) { return false }
      }
    }
    return true
  }

  /// A day of a counter has filled up: what no longer fits there goes.
  private mutating func fill(_ counter: Int, _ day: Int, _ literal: Int) -> Bool {
    let counterDay = counter << model.shift | day
    let room = model.counters.caps[counter] - load[counterDay]
    let cause = DatingReason.full(counterDay: counterDay)
    if room < 0 { return require(literal ^ 1, cause) }
    for place in model.counters.firstMember[counter]..<model.counters.firstMember[counter + 1]
    where model.counters.demand[place] > room {
      let other = model.counters.member[place]
      guard chosen[other] < 0 else { continue }
      let lowest = max(0, day - model.length[other] + 1)
      if !strike(other, lowest...day, cause) { return false }
    }
    return true
  }

  private mutating func strike(
    _ activity: Int, _ range: ClosedRange<Int>, _ cause: DatingReason
  ) -> Bool {
    let base = activity * model.wordCount
    for word in range.lowerBound >> 6...range.upperBound >> 6 {
      let days = domain[base + word] & DatingModel.mask(word: word, range)
      if !strike(activity, word, days, cause) { return false }
    }
    return true
  }

  private mutating func strike(
    _ activity: Int, outside range: ClosedRange<Int>, _ cause: DatingReason
  ) -> Bool {
    let base = activity * model.wordCount
    for word in 0..<model.wordCount {
      let days = domain[base + word] & ~DatingModel.mask(word: word, range)
      if !strike(activity, word, days, cause) { return false }
    }
    return true
  }

  private mutating func strike(
    _ activity: Int, _ word: Int, _ days: UInt64, _ cause: DatingReason
  ) -> Bool {
    var rest = days
    while rest != 0 {
      let day = word << 6 + rest.trailingZeroBitCount
      rest &= rest - 1
      if !require((activity << model.shift | day) << 1 | 1, cause) { return false }
    }
    return true
  }
}
