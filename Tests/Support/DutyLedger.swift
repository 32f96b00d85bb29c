import TrefoilModel

/// Counts what people do over all reviews of a plan: duties against capacity, days out against
/// their limits, reviews against load.
struct DutyLedger {
  private struct Account {
    /// Places in the tally; nil where nothing limits.
    var duties: (place: Int, most: Int)?
    var days: (place: Int, most: Int)?
    var schoolDays: (place: Int, most: Int)?
    /// Reviews joined as champion, when a load is charged for them.
    var joined: (place: Int, load: Load.Setting)?
  }

  private let facts: TrustFacts
  private var accounts: [PersonID: Account] = [:]
  private var days: [SchoolID: Int] = [:]
  /// A tally before anybody has a duty.
  private(set) var emptyTally: [Int] = []

  init(_ facts: TrustFacts) {
    self.facts = facts
    let rules = facts.scenario.rules
    let (capacity, daysOut, load) = (rules[Capacity.self], rules[DaysOut.self], rules[Load.self])
    for school in facts.scenario.schools { days[school.id] = facts.reviewDays(at: school) }
    var schoolPlaces: [SchoolID: Int] = [:]
    for person in facts.people {
      var account = Account()
      if let most = capacity.limit(of: person) { account.duties = (open(), most) }
      if let most = daysOut.governed.setting(person: person.id).person {
        account.days = (open(), most)
      }
      if let home = person.schools.first,
        let most = daysOut.governed.setting(schools: [home]).school
      {
        let place = schoolPlaces[home] ?? open()
        schoolPlaces[home] = place
        account.schoolDays = (place, most)
      }
      let minutes = load.governed.setting(person: person.id)
      if person.isChampion, !minutes.isEmpty { account.joined = (open(), minutes) }
      accounts[person.id] = account
    }
  }

  private mutating func open() -> Int {
    emptyTally.append(0)
    return emptyTally.count - 1
  }

  /// Books all seats of one review; the minutes of load, or nil when a limit is passed.
  func add(_ seats: Seats, at host: SchoolID, to tally: inout [Int]) -> Int? {
    var load = 0
    for champion in seats.champions {
      guard let minutes = add(champion, .champion, at: host, to: &tally) else { return nil }
      load += minutes
    }
    if let lead = seats.workshopLead,
      add(lead, .workshopLead, at: host, to: &tally) == nil
    {
      return nil
    }
    return load
  }

  /// Books one duty; the minutes of load it adds, or nil when a limit is passed.
  func add(
    _ person: PersonID, _ duty: Duty, at host: SchoolID, to tally: inout [Int]
  ) -> Int? {
    guard let account = accounts[person] else { return 0 }
    func book(_ amount: Int, _ entry: (place: Int, most: Int)?) -> Bool {
      guard let entry else { return true }
      tally[entry.place] += amount
      return tally[entry.place] <= entry.most
    }
    let daysThere = duty == .workshopLead ? 1 : days[host] ?? 1
    guard book(1, account.duties), book(daysThere, account.days),
      book(daysThere, account.schoolDays)
    else { return nil }
    guard duty == .champion, let joined = account.joined else { return 0 }
    tally[joined.place] += 1
    return Load.minutes(forReview: tally[joined.place], setting: joined.load)
  }
}
