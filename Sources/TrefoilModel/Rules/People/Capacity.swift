/// No more duties in a term than a person's capacity.
public struct Capacity: Rule {
  public struct Setting: Sendable, Hashable {
    public var isOn: Bool
    /// Stands in for the capacity that people.csv gives; nil leaves that in force.
    public var duties: Int?

    public init(isOn: Bool, duties: Int?) {
      self.isOn = isOn
      self.duties = duties
    }
  }

  public static let key: RuleKey = "capacity"
  public static let sentence =
    "Nobody has more duties in a term (visits made, on however many days, and workshops led) than "
    + "the capacity given in people.csv; no capacity given is no limit. Always a must."
  public static let standard = Setting(isOn: true, duties: nil)
  public static let allowsPersonExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return Setting(isOn: false, duties: nil) }
    // The default, and so also the way back to it for one person where a number holds for all.
    if node.scalar?.lowercased() == "must" { return Setting(isOn: true, duties: nil) }
    let duties = reader.whole(node, in: 0...1000, what: "capacity")
    return Setting(isOn: true, duties: duties ?? base.duties)
  }

  public static func write(_ setting: Setting) -> String {
    setting.isOn ? setting.duties.map(String.init) ?? "must" : "off"
  }

  /// The most duties of this person; nil for no limit.
  ///
  /// An absence is a fact and no rule: nothing that is set gives duties to somebody who is away.
  public func limit(of person: Person) -> Int? {
    if person.isAway { return 0 }
    let setting = governed.setting(person: person.id)
    return setting.isOn ? setting.duties ?? person.capacity : nil
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var duties: [PersonID: Int] = [:]
    for review in plan.groups.flatMap(\.reviews) {
      for person in review.team { duties[person, default: 0] += 1 }
      if let lead = review.workshopLead { duties[lead, default: 0] += 1 }
    }
    return facts.people.compactMap { person in
      let held = duties[person.id] ?? 0
      guard let most = limit(of: person), held > most else { return nil }
      if person.isAway {
        return finding(.must, "\(person.name) is away and is on duty at a review or workshop")
      }
      return finding(.must, "\(person.name) has \(held) duties and capacity for \(most)")
    }
  }
}

extension Capacity: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting.isOn }
  public static func slack(of setting: Setting) -> Setting { Setting(isOn: false, duties: nil) }

  /// One duty more at a time, up to one at every review.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    guard case .person(let id) = subject, let person = facts.person(id), !person.isAway,
      let limit = setting.duties ?? person.capacity
    else { return [] }
    let most = max(limit, facts.participants.count)
    return (limit...most).dropFirst().map { Setting(isOn: true, duties: $0) }
  }
}
