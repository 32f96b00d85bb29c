/// Rules of a scenario that contradict one another outright, whatever the plan.
///
/// Only what is a must is looked at: two things that both cost can always be traded against each
/// other. What is found here no search could satisfy; what is not found here may still prove
/// infeasible.
public struct Contradictions {
  let scenario: Scenario
  let facts: TrustFacts
  private let known: Set<SchoolID>
  /// The shape that the number of participating schools must take; nil when there is none.
  let shape: Remainder.Shape?
  private let pairRules: [any PairRule]

  /// Prepares the search; O(schools + people + history).
  public init(in scenario: Scenario) {
    self.scenario = scenario
    facts = TrustFacts(scenario)
    known = Set(scenario.schools.map(\.id))
    shape = scenario.rules[Remainder.self].shape(of: facts.participants.count)
    pairRules = scenario.rules.rules.compactMap { $0 as? any PairRule }
  }

  /// Every contradiction, at the position of one of the two that contradict.
  ///
  /// Wishes without a position, made in code, are reported at the start of a file named `rules`.
  /// O(w (r + s)) for w wishes of at most s schools and r rules about pairs.
  public var faults: [Fault] {
    let pins = wishes(scenario.rules[Pin.self].setting.groups)
    let togethers = wishes(scenario.rules[Together.self].setting)
    return participation(of: pins, Pin.key) + participation(of: togethers, Together.key)
      + pinnedTwice(pins) + pinnedAndForbidden(pins) + sizes(of: pins)
      + keptApart(pins, Pin.key) + kept(together: togethers, pins: pins) + seatFaults
  }

  /// A must about a group: its schools that are known, each once, and where it is written.
  struct Demand {
    let schools: [SchoolID]
    let position: SourcePosition

    var shown: String { schools.map(\.rawValue).joined(separator: ", ") }
  }

  private func wishes(_ wishes: [Wish]) -> [Demand] {
    wishes.filter { $0.charge == .must }.map { wish in
      var seen: Set<SchoolID> = []
      let schools = wish.members.map { SchoolID($0) }
        .filter { known.contains($0) && seen.insert($0).inserted }
      return Demand(schools: schools, position: Self.position(wish.position))
    }
  }

  static func position(_ position: SourcePosition?) -> SourcePosition {
    position ?? SourcePosition(file: "rules")
  }

  private func fault(_ demand: Demand, _ problem: String, remedy: String) -> Fault {
    Fault(at: demand.position, problem: problem, found: demand.shown, remedy: remedy)
  }

  private func participation(of demands: [Demand], _ rule: RuleKey) -> [Fault] {
    demands.flatMap { demand in
      demand.schools.filter { !facts.participates($0) }.map { school in
        fault(
          demand, "\(rule): \(Excerpt.of(school.rawValue)) takes no part this term",
          remedy: "take it out of the list, or let it take part")
      }
    }
  }

  private func pinnedTwice(_ pins: [Demand]) -> [Fault] {
    var first: [SchoolID: Demand] = [:]
    return pins.flatMap { pin in
      pin.schools.compactMap { school -> Fault? in
        guard let earlier = first[school] else {
          first[school] = pin
          return nil
        }
        guard Set(earlier.schools) != Set(pin.schools) else { return nil }
        return fault(
          pin,
          "pin: \(Excerpt.of(school.rawValue)) is pinned to another group already, at line "
            + "\(earlier.position.line)", remedy: "keep one of the two pins")
      }
    }
  }

  private func pinnedAndForbidden(_ pins: [Demand]) -> [Fault] {
    let forbidden = Set(wishes(scenario.rules[Forbid.self].setting.groups).map { Set($0.schools) })
    return pins.filter { forbidden.contains(Set($0.schools)) }.map { pin in
      fault(pin, "pin: this very group is forbidden", remedy: "remove the pin, or the forbid")
    }
  }

  private func sizes(of pins: [Demand]) -> [Fault] {
    guard let shape else { return [] }
    var left = shape.groups
    var seen: Set<Set<SchoolID>> = []
    return pins.compactMap { pin -> Fault? in
      guard pin.schools.count >= 2, seen.insert(Set(pin.schools)).inserted else { return nil }
      let size = pin.schools.count
      let count = left[size] ?? 0
      left[size] = count - 1
      if count > 0 { return nil }
      let setting = scenario.rules[Remainder.self].setting.rawValue
      let shown = shape.groups.keys.sorted().map { "\(shape.groups[$0] ?? 0) of \($0)" }
      return fault(
        pin,
        "pin: a group of \(size) too many; \(facts.participants.count) schools by 'remainder: "
          + "\(setting)' make groups \(shown.joined(separator: ", "))",
        remedy: "pin a group of a size there is, or change the remainder rule")
    }
  }

  /// The first rule that never lets the two be in one group.
  private func rule(against one: SchoolID, _ other: SchoolID) -> RuleKey? {
    guard let one = facts.school(one), let other = facts.school(other) else { return nil }
    return pairRules.first { rule in
      rule.charges(between: one, and: other, of: facts).contains(.must)
    }.map { type(of: $0).key }
  }

  private func keptApart(_ demands: [Demand], _ key: RuleKey) -> [Fault] {
    // A list longer than any group is a fault of its own; its pairs would be too many to try.
    demands.filter { $0.schools.count <= max(5, shape?.largest ?? 0) }.flatMap { demand in
      demand.schools.pairs.compactMap { one, other in
        rule(against: one, other).map { against in
          fault(
            demand,
            "\(key): \(Excerpt.of(one.rawValue)) and \(Excerpt.of(other.rawValue)) may not be in one"
              + " group, by the rule '\(against)'", remedy: "give up one of the two rules")
        }
      }
    }
  }

  /// Wishes to be together, joined where they share a school, against everything else.
  private func kept(together demands: [Demand], pins: [Demand]) -> [Fault] {
    let clusters = Self.clusters(of: demands)
    var faults = keptApart(clusters, Together.key)
    if let shape {
      for cluster in clusters where cluster.schools.count > shape.largest {
        faults.append(
          fault(
            cluster,
            "together: \(cluster.schools.count) schools are to be in one group; the largest has "
              + "\(shape.largest)", remedy: "ask for fewer"))
      }
    }
    var home: [SchoolID: Int] = [:]
    for (index, pin) in pins.enumerated() {
      for school in pin.schools { home[school] = home[school] ?? index }
    }
    for demand in demands {
      guard let pinned = demand.schools.first(where: { home[$0] != nil }),
        let pin = home[pinned].map({ pins[$0] })
      else { continue }
      for school in demand.schools where home[school] != home[pinned] {
        faults.append(
          fault(
            demand,
            "together: a pin, at line \(pin.position.line), has \(Excerpt.of(pinned.rawValue)) in "
              + "a group without \(Excerpt.of(school.rawValue))",
            remedy: "give up one of the two"))
      }
    }
    return faults
  }

  /// The lists joined as far as they share schools, each at the position of its last list.
  ///
  /// The smaller is always put into the larger, so that n schools are moved O(n log n) times.
  private static func clusters(of demands: [Demand]) -> [Demand] {
    var members: [[SchoolID]] = []
    var positions: [SourcePosition] = []
    var cluster: [SchoolID: Int] = [:]
    for demand in demands {
      let touched = Set(demand.schools.compactMap { cluster[$0] }).sorted()
      let target = touched.max { members[$0].count < members[$1].count } ?? members.count
      if target == members.count {
        members.append([])
        positions.append(demand.position)
      }
      let fresh = demand.schools.filter { cluster[$0] == nil }
      for school in touched.filter({ $0 != target }).flatMap({ members[$0] }) + fresh {
        cluster[school] = target
        members[target].append(school)
      }
      for index in touched where index != target { members[index] = [] }
      positions[target] = demand.position
    }
    return zip(members, positions).filter { !$0.0.isEmpty }.map {
      Demand(schools: $0.0, position: $0.1)
    }
  }
}
