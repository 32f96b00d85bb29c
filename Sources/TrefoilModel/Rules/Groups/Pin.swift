/// Groups and seats that are fixed before the plan is made.
public struct Pin: GroupRule {
  public typealias Setting = GroupsAndSeats

  public static let key: RuleKey = "pin"
  public static let sentence =
    "Groups that must be exactly so, [cedar, dale, elm], and seats, {review: ash, champion: kim}; "
    + "with a cost, charged when they are not."
  public static let standard = Setting()

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.groupsAndSeats(node) ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.text }

  public func faults(against scenario: Scenario) -> [Fault] {
    setting.faults(of: Self.key, against: scenario)
  }

  public func terms(of facts: TrustFacts) -> [GroupTerm] {
    setting.groups.map { .exactly($0.schools(of: facts), $0.charge) }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    let groups = Set(plan.groups.map { Set($0.schools) })
    var findings: [Finding] = []
    for wish in setting.groups where !groups.contains(Set(wish.schools(of: facts))) {
      let names = wish.schools(of: facts).map { facts.name($0) }
      findings.append(
        finding(wish.charge, "\(names.joined(separator: ", ")) should be one group"))
    }
    let reviews = plan.groups.flatMap(\.reviews)
    for seat in setting.seats {
      let review = reviews.first { $0.host == seat.host }
      if let review, seat.holds(in: review) { continue }
      findings.append(
        finding(
          seat.charge,
          "\(facts.name(seat.person)) should be \(seat.duty.words) at \(facts.name(seat.host))"))
    }
    return findings
  }
}

extension Duty {
  /// The duty in words.
  public var words: String {
    switch self {
    case .reviewer: "reviewer"
    case .champion: "champion"
    case .workshopLead: "workshop lead"
    }
  }
}
