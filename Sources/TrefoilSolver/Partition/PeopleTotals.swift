/// Running totals of everyone's seats, duties and days, and what they cost.
///
/// Kept up task by task; the extras that one more duty would cost go straight into a task pricer.
struct PeopleTotals {
  private let problem: StaffedPartition
  private var seats: [Int]
  private var duties: [Int]
  private var days: [Int]
  private var siteDays: [Int]
  private var borne: [Int]
  /// In units of cost; every excess over a limit counts ``StaffedPartition/forbidden``.
  private(set) var cost = 0
  /// Whether anyone's totals can cost anything.
  private let matters: Bool

  init(_ problem: StaffedPartition) {
    self.problem = problem
    matters =
      problem.staffCount > 0 || problem.dutyLimit.contains { $0 < .max }
      || problem.dayLimit.contains { $0 < .max } || problem.siteDayLimit.contains { $0 < .max }
      || problem.burdens != nil
    seats = Array(repeating: 0, count: problem.staffCount)
    duties = Array(repeating: 0, count: problem.personCount)
    days = duties
    borne = duties
    siteDays = Array(repeating: 0, count: problem.siteCount)
  }

  /// Adds a task (`sign` 1) or takes it back (-1), and brings the pricer's extras up to date.
  mutating func count(_ task: TaskState, sign: Int, into pricer: inout TaskPricer) {
    guard matters else { return }
    let length = problem.taskDays[Int(task.host)]
    if problem.burdens != nil { weigh(task, sign: sign) }
    change(problem.itemPerson[Int(task.first)], duties: sign, days: sign * length, &pricer)
    if task.second >= 0 {
      change(problem.itemPerson[Int(task.second)], duties: sign, days: sign * length, &pricer)
    }
    for seat in 0..<task.staffCount {
      let staff = Int(task.staff[seat])
      if sign > 0 { seats[staff] += 1 }
      cost += sign * problem.seatStep(staff: staff, ordinal: seats[staff])
      if sign < 0 { seats[staff] -= 1 }
      pricer.extraSeat[staff] =
        problem.seatStep(staff: staff, ordinal: seats[staff] + 1) * PricedTables.scale
      change(problem.staffPerson[staff], duties: sign, days: sign * length, &pricer)
    }
    if task.lead >= 0 {
      change(problem.staffPerson[Int(task.lead)], duties: sign, days: sign, &pricer)
    }
  }

  private mutating func weigh(_ task: TaskState, sign: Int) {
    guard let burdens = problem.burdens else { return }
    let (host, count) = (Int(task.host), problem.itemCount)
    func add(_ burden: Int, to person: Int) {
      if borne[person] > burdens.limit[person] { cost -= StaffedPartition.forbidden }
      borne[person] += sign * burden
      if borne[person] > burdens.limit[person] { cost += StaffedPartition.forbidden }
    }
    let (first, second) = (Int(task.first), Int(task.second))
    add(burdens.visit[first * count + host], to: problem.itemPerson[first])
    if second >= 0 { add(burdens.visit[second * count + host], to: problem.itemPerson[second]) }
    for seat in 0..<task.staffCount {
      let staff = Int(task.staff[seat])
      add(burdens.seat[staff * count + host], to: problem.staffPerson[staff])
    }
    if task.lead >= 0 {
      let lead = Int(task.lead)
      add(burdens.lead[lead * count + host], to: problem.staffPerson[lead])
    }
  }

  private mutating func change(
    _ person: Int, duties dutyChange: Int, days dayChange: Int, _ pricer: inout TaskPricer
  ) {
    cost -= excess(person)
    duties[person] += dutyChange
    days[person] += dayChange
    if let site = problem.personSites[person].first {
      cost -= siteExcess(site)
      siteDays[site] += dayChange
      cost += siteExcess(site)
    }
    cost += excess(person)
    pricer.extraDuty[person] =
      duties[person] >= problem.dutyLimit[person] ? PricedTables.forbidden : 0
    pricer.extraDay[person] =
      days[person] >= problem.dayLimit[person] ? PricedTables.forbidden : 0
  }

  private func excess(_ person: Int) -> Int {
    let limit = problem.dutyLimit[person]
    let dayLimit = problem.dayLimit[person]
    let over = duties[person] > limit ? duties[person] - limit : 0
    let dayOver = days[person] > dayLimit ? days[person] - dayLimit : 0
    return (over + dayOver) * StaffedPartition.forbidden
  }

  private func siteExcess(_ site: Int) -> Int {
    let limit = problem.siteDayLimit[site]
    return siteDays[site] > limit ? (siteDays[site] - limit) * StaffedPartition.forbidden : 0
  }
}
