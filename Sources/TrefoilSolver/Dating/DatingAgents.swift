/// Which activities each agent is busy in, grouped by agent, each activity once.
struct DatingAgents {
  /// One range of entries for each agent that is busy at all, by ascending agent.
  private(set) var ranges: [Range<Int>] = []
  private(set) var activity: [Int] = []
  /// Whether the entry is a duty; an agent both on duty and at home for one activity is on duty.
  private(set) var isDuty: [Bool] = []

  /// Groups the activities by agent; O(k log k) for k entries.
  init(_ activities: [DatingActivity]) {
    var keys: [Int] = []
    for (index, activity) in activities.enumerated() {
      for agent in activity.duties { keys.append(agent << 32 | index << 1) }
      for agent in activity.home { keys.append(agent << 32 | index << 1 | 1) }
    }
    keys.sort()
    var start = 0
    for (place, key) in keys.enumerated() {
      if place > 0, key >> 32 != keys[place - 1] >> 32 {
        ranges.append(start..<activity.count)
        start = activity.count
      }
      // The entry of a duty sorts before the entry at home, and so wins.
      if place > 0, key >> 1 == keys[place - 1] >> 1 { continue }
      activity.append((key & 0xFFFF_FFFF) >> 1)
      isDuty.append(key & 1 == 0)
    }
    if start < activity.count { ranges.append(start..<activity.count) }
  }
}
