/// The days open to each activity, as bit sets of one width, with the window between partners.
///
/// The tables are indexed by `activity << shift | day`, the bit sets by `activity * wordCount`.
struct DatingDays {
  let dayCount: Int
  let shift: Int
  let wordCount: Int
  private(set) var words: [UInt64]
  /// First and last day of the partner that suit this day; empty when low is past high.
  private(set) var low: [Int]
  private(set) var high: [Int]

  /// Sets up the open days of each activity, left to themselves; O(activities * days).
  init(_ problem: DatingProblem, activities: [DatingActivity], jobs: [Int], gaps: [Int]) {
    dayCount = problem.dayCount
    var shift = 6
    while 1 << shift < dayCount { shift += 1 }
    self.shift = shift
    wordCount = 1 << (shift - 6)
    words = [UInt64](repeating: 0, count: activities.count * wordCount)
    low = [Int](repeating: 0, count: activities.count << shift)
    high = [Int](repeating: -1, count: activities.count << shift)
    for (index, activity) in activities.enumerated() {
      let caps = activity.away.isEmpty ? [] : Self.siteTotals(activity.away)
      let fits =
        caps.allSatisfy { $0.count <= problem.siteCaps[$0.site] }
        && (activity.isFollowUp || problem.jobsPerDayCap > 0)
      guard fits else { continue }
      for day in activity.days.days where day <= dayCount - activity.length {
        insert(day, into: index)
      }
    }
    for (index, activity) in activities.enumerated()
    where activity.partner >= 0 && !activity.isFollowUp {
      let window = problem.jobs[jobs[activity.job]].followUp?.window ?? 0
      openWindow(of: index, activity, gap: gaps[index], window: window, problem.dayNumbers)
      keepSupported(index, activity.partner)
      keepSupported(activity.partner, index)
    }
  }

  /// The counts of each site added up, by ascending site.
  static func siteTotals(_ away: [SiteCount]) -> [SiteCount] {
    var totals: [SiteCount] = []
    for entry in away.sorted(by: { $0.site < $1.site }) {
      if let last = totals.last, last.site == entry.site {
        totals[totals.count - 1].count += entry.count
      } else {
        totals.append(entry)
      }
    }
    return totals
  }

  func contains(_ day: Int, of activity: Int) -> Bool {
    words[activity * wordCount + day >> 6] >> UInt64(day & 63) & 1 == 1
  }

  /// The open days of an activity in ascending order.
  func list(_ activity: Int) -> [Int] {
    DayIndexSet(words: Array(words[activity * wordCount..<(activity + 1) * wordCount])).days
  }

  private mutating func insert(_ day: Int, into activity: Int) {
    words[activity * wordCount + day >> 6] |= 1 << UInt64(day & 63)
  }

  /// Works out, for each start, the run of follow-up days that suit it, and the other way round.
  private mutating func openWindow(
    of job: Int, _ activity: DatingActivity, gap: Int, window: Int, _ numbers: [Int]
  ) {
    let partner = activity.partner
    for day in 0..<dayCount {
      low[partner << shift | day] = dayCount
    }
    // Both ends of the run move forward with the start, so the starts of a day are a run too.
    var end = 0
    for start in 0..<dayCount where start <= dayCount - activity.length {
      let last = start + activity.length - 1
      while end + 1 < dayCount, numbers[end + 1] <= numbers[last] + window { end += 1 }
      let begin = last + 1 + max(gap, 0)
      low[job << shift | start] = begin
      high[job << shift | start] = end
      guard begin <= end else { continue }
      for day in begin...end {
        low[partner << shift | day] = min(low[partner << shift | day], start)
        high[partner << shift | day] = start
      }
    }
  }

  private mutating func keepSupported(_ activity: Int, _ partner: Int) {
    for day in list(activity) {
      let (from, to) = (low[activity << shift | day], high[activity << shift | day])
      let supported = from <= to && (from...to).contains { contains($0, of: partner) }
      if !supported { words[activity * wordCount + day >> 6] &= ~(1 << UInt64(day & 63)) }
    }
  }
}
