/// The limits on how much may go on in one day: the cap of each site and the cap on jobs.
///
/// A limit that the open days can never break is left out.
struct DatingCounters {
  private(set) var caps: [Int] = []
  /// Where the members of each counter begin; one entry more than there are counters.
  private(set) var firstMember: [Int] = [0]
  private(set) var member: [Int] = []
  private(set) var demand: [Int] = []
  /// Where the counters of each activity begin; one entry more than there are activities.
  private(set) var firstUse: [Int] = []
  private(set) var use: [Int] = []
  private(set) var useDemand: [Int] = []

  var count: Int { caps.count }

  /// Sets up the counters that can bind; O(members * days).
  init(_ problem: DatingProblem, activities: [DatingActivity], days: DatingDays) {
    let jobs = activities.indices.filter { !activities[$0].isFollowUp }
    if problem.jobsPerDayCap < jobs.count {
      add(jobs.map { ($0, 1) }, cap: problem.jobsPerDayCap, activities, days)
    }
    var uses: [(site: Int, activity: Int, count: Int)] = []
    for (index, activity) in activities.enumerated() {
      for entry in DatingDays.siteTotals(activity.away) where entry.count > 0 {
        uses.append((entry.site, index, entry.count))
      }
    }
    uses.sort { ($0.site, $0.activity) < ($1.site, $1.activity) }
    var from = 0
    while from < uses.count {
      let site = uses[from].site
      let to = uses[from...].firstIndex { $0.site != site } ?? uses.count
      if to - from > 1 {
        let members = uses[from..<to].map { ($0.activity, $0.count) }
        add(members, cap: problem.siteCaps[site], activities, days)
      }
      from = to
    }
    listUses(activities.count)
  }

  private mutating func add(
    _ members: [(Int, Int)], cap: Int, _ activities: [DatingActivity], _ days: DatingDays
  ) {
    var most = [Int](repeating: 0, count: days.dayCount)
    for (activity, demand) in members {
      var until = 0
      for start in days.list(activity) {
        for day in max(start, until)..<start + activities[activity].length {
          most[day] += demand
        }
        until = start + activities[activity].length
      }
    }
    guard most.contains(where: { $0 > cap }) else { return }
    caps.append(cap)
    member += members.map(\.0)
    demand += members.map(\.1)
    firstMember.append(member.count)
  }

  private mutating func listUses(_ activityCount: Int) {
    var uses = [[(Int, Int)]](repeating: [], count: activityCount)
    for counter in caps.indices {
      for place in firstMember[counter]..<firstMember[counter + 1] {
        uses[member[place]].append((counter, demand[place]))
      }
    }
    firstUse = [0]
    for list in uses {
      use += list.map(\.0)
      useDemand += list.map(\.1)
      firstUse.append(use.count)
    }
  }
}
