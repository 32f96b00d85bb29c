/// Working days between two duties of one person.
public struct DaysBetween: Rule {
  /// Working days that stay free between; 0 is off.
  public typealias Setting = Int

  public static let key: RuleKey = "days-between"
  public static let sentence =
    "Working days of the trust that stay free between two duties of one person. Always a must."
  public static let standard = 0
  public static let isAboutDates = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.whole(node, in: 0...60, what: "days") ?? base
  }

  public static func write(_ setting: Setting) -> String { setting == 0 ? "off" : "\(setting)" }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard setting > 0, let term = facts.scenario.term.dates else { return [] }
    var duties: [PersonID: [[CalendarDay]]] = [:]
    for planned in plan.visits(of: facts) where !planned.dates.isEmpty {
      duties[planned.visit.person.id, default: []].append(planned.dates.sorted())
    }
    return duties.keys.sorted().flatMap { id -> [Finding] in
      let sorted = (duties[id] ?? []).sorted { $0[0] < $1[0] }
      return zip(sorted, sorted.dropFirst()).compactMap { earlier, later in
        guard let end = earlier.last, let start = later.first, end < start else { return nil }
        var free = 0
        var day = end + 1
        while day < start {
          if facts.isWorkingDay(day), term.days.contains(day) { free += 1 }
          day = day + 1
        }
        return free < setting
          ? finding(
            .must,
            "\(facts.name(id)) has duties on \(end) and \(start), \(free) working days between; "
              + "at least \(setting)") : nil
      }
    }
  }
}

extension DaysBetween: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting > 0 }
  public static func slack(of setting: Setting) -> Setting { 0 }

  /// A day less at a time.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    (0..<setting).reversed()
  }
}
