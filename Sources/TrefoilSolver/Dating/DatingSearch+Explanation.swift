/// The clauses behind the native rules, worked out only when a conflict asks for them.
extension DatingSearch {
  /// Puts into `buffer` the other literals, all false, of the clause that forced a literal.
  ///
  /// Only literals assigned before `limit` on the trail may have had a part in it.
  mutating func explain(_ literal: Int, _ cause: DatingReason, before limit: Int32) {
    buffer.removeAll(keepingCapacity: true)
    let variable = literal >> 1
    switch cause {
    case .chosen:
      break
    case .implied(let other):
      buffer.append(other ^ 1)
    case .lastDay:
      let activity = variable >> model.shift
      addDays(of: activity, except: variable)
      buffer.append(selector(model.activityJob[activity]) ^ 1)
    case .emptied(let activity):
      addDays(of: activity, except: -1)
    case .unsupported:
      let partner = model.partner[variable >> model.shift]
      for day in model.days.low[variable]...model.days.high[variable]
      where model.days.contains(day, of: partner) {
        buffer.append((partner << model.shift | day) << 1)
      }
    case .full(let counterDay):
      addLoad(counterDay, leavingOut: variable >> model.shift, before: limit)
    case .clause(let clause):
      for place in clause + 2..<clause + 2 + arena[clause] where arena[place] != literal {
        buffer.append(arena[place])
      }
    case .noRoom:
      buffer += roomClause
    case .cost:
      addCosts(for: literal, before: limit)
    }
  }

  private mutating func addDays(of activity: Int, except: Int) {
    for word in 0..<model.wordCount {
      var rest = model.days.words[activity * model.wordCount + word]
      while rest != 0 {
        let variable = activity << model.shift | word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        if variable != except { buffer.append(variable << 1) }
      }
    }
  }

  private mutating func addLoad(_ counterDay: Int, leavingOut own: Int, before limit: Int32) {
    let counter = counterDay >> model.shift
    let day = counterDay & (1 << model.shift - 1)
    let members = model.counters.firstMember[counter]..<model.counters.firstMember[counter + 1]
    var needed = model.counters.caps[counter] + 1
    for place in members where model.counters.member[place] == own {
      needed -= model.counters.demand[place]
    }
    for place in members {
      guard needed > 0 else { return }
      let other = model.counters.member[place]
      let start = chosen[other]
      guard other != own, start >= 0, start <= day, day < start + model.length[other] else {
        continue
      }
      let variable = other << model.shift | start
      guard position[variable] < limit else { continue }
      buffer.append(variable << 1 | 1)
      needed -= model.counters.demand[place]
    }
  }

  /// Puts into `buffer` the whole clause of the conflict at hand, every literal false.
  mutating func explainConflict() {
    explain(conflictLiteral, conflictReason, before: .max)
    if conflictLiteral >= 0 { buffer.append(conflictLiteral) }
  }
}
