/// Which activities share an agent, and how many days must then lie free between them.
struct DatingConflicts {
  /// Where the neighbours of each activity begin; one entry more than there are activities.
  let first: [Int]
  /// The activities that share an agent with it.
  let neighbour: [Int]
  /// The days that must lie free between the two.
  let gap: [Int]
  /// The free days between a job and its own follow-up; -1 when they share no agent.
  let partnerGap: [Int]

  /// Collects the pairs of every agent; O(p log p) for p pairs.
  init(_ activities: [DatingActivity], agents: DatingAgents, restDays: Int) {
    var keys: [Int] = []
    var partnerGap = [Int](repeating: -1, count: activities.count)
    for range in agents.ranges {
      for one in range {
        for other in range where other != one {
          let bothDuties = agents.isDuty[one] && agents.isDuty[other]
          let (a, b) = (agents.activity[one], agents.activity[other])
          if activities[a].partner == b {
            partnerGap[a] = max(partnerGap[a], bothDuties ? restDays : 0)
          } else {
            keys.append(a << 32 | b << 1 | (bothDuties ? 0 : 1))
          }
        }
      }
    }
    self.partnerGap = partnerGap
    keys.sort()
    var neighbour: [Int] = []
    var gap: [Int] = []
    var first = [Int](repeating: 0, count: activities.count + 1)
    for (place, key) in keys.enumerated() {
      // Of two entries of one pair the one with the wider gap sorts first.
      if place > 0, key >> 1 == keys[place - 1] >> 1 { continue }
      neighbour.append((key & 0xFFFF_FFFF) >> 1)
      gap.append(key & 1 == 0 ? restDays : 0)
      first[key >> 32 + 1] = neighbour.count
    }
    for index in first.indices.dropFirst() { first[index] = max(first[index], first[index - 1]) }
    self.first = first
    self.neighbour = neighbour
    self.gap = gap
  }
}
