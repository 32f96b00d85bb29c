/// One person wanted, or not wanted, in one duty at one review.
public struct SeatWish: Sendable {
  public let host: SchoolID
  public let person: PersonID
  public let duty: Duty
  public let charge: Charge
  public let position: SourcePosition?

  public init(
    host: SchoolID, person: PersonID, duty: Duty, charge: Charge = .must,
    position: SourcePosition? = nil
  ) {
    self.host = host
    self.person = person
    self.duty = duty
    self.charge = charge
    self.position = position
  }

  /// As a scenario file writes it, on one line.
  public var text: String {
    let host = SettingText.scalar(host.rawValue)
    let person = SettingText.scalar(person.rawValue)
    return "{review: \(host), \(duty.rawValue): \(person), \(charge.field)}"
  }

  /// Whether the review has this person in this duty.
  func holds(in review: Review) -> Bool {
    switch duty {
    case .champion: review.champions.contains(person)
    case .workshopLead: review.workshopLead == person
    case .reviewer: review.reviewers.contains(person)
    }
  }

  func faults(of rule: RuleKey, against scenario: Scenario) -> [Fault] {
    guard let position else { return [] }
    var faults: [Fault] = []
    if !scenario.schools.contains(where: { $0.id == host }) {
      let near = Spelling.nearest(to: host.rawValue, among: scenario.schools.map(\.id.rawValue))
      faults.append(
        Fault(
          at: position, problem: "\(rule): there is no such school", found: host.rawValue,
          remedy: "\(near.map { "did you mean '\($0)'? " } ?? "")write an id from schools.csv"))
    }
    if !scenario.people.contains(where: { $0.id == person && $0.isChampion }) {
      let champions = scenario.people.filter(\.isChampion).map(\.id.rawValue)
      let near = Spelling.nearest(to: person.rawValue, among: champions)
      faults.append(
        Fault(
          at: position, problem: "\(rule): there is no such champion", found: person.rawValue,
          remedy: "\(near.map { "did you mean '\($0)'? " } ?? "")write the id of a person with the "
            + "role champion"))
    }
    return faults
  }
}

/// What `pins` and `forbid` hold: whole groups, and single seats.
public struct GroupsAndSeats: Sendable {
  public var groups: [Wish]
  public var seats: [SeatWish]

  public init(groups: [Wish] = [], seats: [SeatWish] = []) {
    self.groups = groups
    self.seats = seats
  }

  var text: String {
    "[\((groups.map(\.text) + seats.map(\.text)).joined(separator: ", "))]"
  }

  func faults(of rule: RuleKey, against scenario: Scenario) -> [Fault] {
    Wish.faults(in: groups, of: rule, against: scenario, people: false)
      + seats.flatMap { $0.faults(of: rule, against: scenario) }
  }
}

extension SettingReader {
  /// A list whose entries are groups (lists of school ids) or seats
  /// (`{review: ash, champion: kim}`, `{review: ash, workshop-lead: kim}`).
  public mutating func groupsAndSeats(_ node: SettingNode) -> GroupsAndSeats? {
    guard case .list(let nodes) = node.content else {
      reject(node, "a list is needed", remedy: "write [[cedar, dale, elm]]")
      return nil
    }
    var both = GroupsAndSeats()
    for item in nodes {
      if case .map(let entries) = item.content, entries.contains(where: { $0.key == "review" }) {
        if let seat = seat(item) { both.seats.append(seat) }
      } else if let wish = wish(item) {
        both.groups.append(wish)
      }
    }
    return both
  }

  private mutating func seat(_ node: SettingNode) -> SeatWish? {
    let duties: [Duty] = [.champion, .workshopLead]
    let allowed = ["review", "must", "cost", "reason"] + duties.map(\.rawValue)
    guard let fields = fields(node, allowed: allowed) else { return nil }
    let named = duties.filter { fields[$0.rawValue] != nil }
    guard let host = fields["review"]?.scalar, named.count == 1, let duty = named.first,
      let person = fields[duty.rawValue]?.scalar
    else {
      reject(
        node, "a seat names one school and one person",
        remedy: "write {review: ash, champion: kim} or {review: ash, workshop-lead: kim}")
      return nil
    }
    return SeatWish(
      host: SchoolID(host), person: PersonID(person), duty: duty,
      charge: charge(in: fields, at: node) ?? .must, position: node.position)
  }
}
