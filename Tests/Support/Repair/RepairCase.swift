import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A published plan of a small trust, what happened to it, how it was repaired, and what trying everything
/// says of that.
public struct RepairCase {
  public let seed: UInt64
  public let repair: PlanRepair
  private let after: Scenario
  private let oracle: RepairOracle

  /// What is wrong with the repair, in words; empty when nothing is.
  public private(set) var faults: [String] = []
  /// Whether trying everything said that fewer moves will not do.
  public private(set) var isHeldFewest = false
  /// Whether trying everything found the same least cost.
  public private(set) var isHeldCheapest = false
  /// Whether the groups were given up, or nothing found, and nothing small would have done.
  public private(set) var isRefusedRightly = false

  /// What happens to a trust.
  public enum Trouble: Sendable {
    /// Somebody is away, or can do less; a school is closed for some days.
    case overnight
    /// A group cannot stay.
    case split
    /// A school takes no part any more.
    case loss
  }

  /// Nasty rules in every third trust, the usual ones in the others; some terms without dates.
  public static func trust(seed: UInt64) -> Scenario {
    seed % 3 == 0
      ? RandomScenario.make(seed: seed, schools: 3...4, champions: 3...5, dated: seed % 9 != 0)
      : SyntheticTrust.make(schools: seed % 3 == 1 ? 3 : 6, seed: seed)
  }

  /// A plan of it, with days if the term has dates; nil where there is none.
  public static func published(_ scenario: Scenario) async throws -> Plan? {
    let plan = try await ReviewPlanner(
      scenario, options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    guard let term = plan.terms.first else { return nil }
    return term.hasDates == (scenario.term.dates != nil) ? plan : nil
  }

  /// From seed 100 on, sizes that do not divide by three lose schools too.
  private static func schools(_ seed: UInt64, _ trouble: Trouble) -> Int {
    if trouble == .loss, seed >= 100 { return seed % 2 == 0 ? 8 : 5 }
    return seed % 2 == 0 ? 6 : 9
  }

  /// Makes and repairs a plan, and holds the repair against trying everything; nil where there is no plan.
  ///
  /// - Parameter trouble: what happens.
  public init?(seed: UInt64, trouble: Trouble = .overnight) async throws {
    let scenario =
      trouble != .overnight
      ? SyntheticTrust.make(schools: Self.schools(seed, trouble), seed: seed)
      : Self.trust(seed: seed)
    guard let plan = try await Self.published(scenario), let term = plan.terms.first else {
      return nil
    }
    self.seed = seed
    let starts = term.groups.flatMap(\.reviews).compactMap(\.dates.first).sorted()
    let options: RepairOptions
    switch trouble {
    case .split:
      // Nothing has begun, so that groups may change, and half of the reviews are within the notice.
      after = RandomTrouble.split(scenario, published: term, seed: seed)
      let notice = starts.isEmpty ? 0 : starts[starts.count / 2] - starts[0] + 1
      options = RepairOptions(freezeBefore: starts.first, notice: notice)
    case .loss:
      after = RandomTrouble.loss(scenario, published: term, seed: seed)
      let day = starts.isEmpty ? nil : starts[starts.count / 2]
      options = RepairOptions(freezeBefore: day, notice: seed % 3 == 0 ? 3 : 0)
    case .overnight:
      after = RandomTrouble.after(scenario, published: term, seed: seed)
      let freeze = seed % 2 == 0 && !starts.isEmpty ? starts[starts.count / 2] : nil
      options = RepairOptions(
        freezeBefore: freeze, notice: freeze != nil && seed % 4 == 0 ? 2 : 0,
        personCost: 30, schoolCost: seed % 5 == 0 ? 0 : 60)
    }
    repair = try await RepairPlanner(
      from: scenario, to: after, published: plan, repair: options,
      options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    oracle = RepairOracle(
      term, from: TrustFacts(scenario), to: TrustFacts(after),
      freezeBefore: options.freezeBefore, notice: options.notice, schoolCost: options.schoolCost)
    let made = repair.plan.terms.first
    if let made { holdRules(made) }
    if let made { faults += oracle.newWithinNotice(in: made) }
    if let made, let freeze = options.freezeBefore { holdPast(made, term, freeze) }
    guard let made, repair.keepsGroups, repair.fewest != nil else {
      isRefusedRightly = holdRefusal()
      return
    }
    holdMoves(made)
  }

  /// What began before a day is as it was.
  private mutating func holdPast(_ made: TermPlan, _ term: TermPlan, _ freeze: CalendarDay) {
    let reviews = made.groups.flatMap(\.reviews)
    for old in term.groups.flatMap(\.reviews) {
      guard let first = old.dates.first, first < freeze,
        TrustFacts(after).participates(old.host)
      else { continue }
      let new = reviews.first { $0.host == old.host }
      if new?.dates != old.dates || new?.team != old.team {
        faults.append("the review at \(old.host) had begun, and is another one now")
      }
    }
  }

  /// Groups are given up, or no plan is found, only where nothing small would do.
  private mutating func holdRefusal() -> Bool {
    for budget in 0...2 {
      switch oracle.answer(moves: budget) {
      case .least:
        faults.append("\(budget) moves would do: \(repair.notes)")
        return false
      case .none: continue
      case .unknown: return false
      }
    }
    return true
  }

  private mutating func holdRules(_ made: TermPlan) {
    let facts = TrustFacts(after)
    let assessment = Assessment(of: made, facts: facts)
    if Set(assessment.violations) != Set(repair.unhelped) {
      faults.append("broken: \(assessment.violations), said to be: \(repair.unhelped)")
    }
    for finding in assessment.violations where !isSaid(finding) {
      faults.append("not said: \(finding.sentence)")
    }
    let differences = Verification(of: repair.plan, facts: facts).differences
    if !differences.isEmpty { faults.append("misstated: \(differences)") }
  }

  /// Whether the notes have a finding; what a school leaves behind that has gone is said in other words.
  private func isSaid(_ finding: Finding) -> Bool {
    let words = [" go on as ", " have begun stay "]
    let isLeftBehind = ["teams", Remainder.key, Champions.key].contains(finding.rule)
    return repair.plan.notes.contains { note in
      note.contains(finding.sentence) || isLeftBehind && words.contains(where: note.contains)
        || isLeftBehind && note.hasPrefix("Visits of ")
    }
  }

  private mutating func holdMoves(_ made: TermPlan) {
    if !repair.movesFewest {
      faults.append("the moves are not proven the fewest")
    }
    // Those to a school that takes no part any more are certain.
    let facts = TrustFacts(after)
    let count = repair.moves.moves.count { facts.participates($0.host) }
    if count > 0 {
      switch oracle.answer(moves: count - 1) {
      case .least: faults.append("\(count) visits moved, fewer would do")
      case .none: isHeldFewest = true
      case .unknown: break
      }
    }
    if repair.isCheapest, case .least(let cost) = oracle.answer(moves: count) {
      let own = Assessment(of: made, facts: TrustFacts(after)).cost + oracle.chargeForDays(made)
      isHeldCheapest = cost == own
      if !isHeldCheapest { faults.append("costs \(own), \(cost) would do") }
    }
  }
}
