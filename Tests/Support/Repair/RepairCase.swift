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

  /// Makes and repairs a plan, and holds the repair against trying everything; nil where there is no plan.
  public init?(seed: UInt64) async throws {
    let scenario = Self.trust(seed: seed)
    guard let plan = try await Self.published(scenario), let term = plan.terms.first else {
      return nil
    }
    self.seed = seed
    after = RandomTrouble.after(scenario, published: term, seed: seed)
    let starts = term.groups.flatMap(\.reviews).compactMap(\.dates.first).sorted()
    let freeze = seed % 2 == 0 && !starts.isEmpty ? starts[starts.count / 2] : nil
    let options = RepairOptions(
      freezeBefore: freeze, notice: freeze != nil && seed % 4 == 0 ? 2 : 0, personCost: 0,
      schoolCost: 0)
    repair = try await RepairPlanner(
      from: scenario, to: after, published: plan, repair: options,
      options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    oracle = RepairOracle(
      term, from: TrustFacts(scenario), to: TrustFacts(after), freezeBefore: freeze,
      notice: options.notice)
    guard let made = repair.plan.terms.first, repair.keepsGroups, repair.fewest != nil else {
      isRefusedRightly = holdRefusal()
      return
    }
    hold(made)
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

  private mutating func hold(_ made: TermPlan) {
    let facts = TrustFacts(after)
    let count = repair.moves.moves.count
    if repair.fewest != count { faults.append("\(count) moves are not proven the fewest") }
    let assessment = Assessment(of: made, facts: facts)
    if Set(assessment.violations) != Set(repair.unhelped) {
      faults.append("broken: \(assessment.violations), said to be: \(repair.unhelped)")
    }
    for finding in assessment.violations
    where !repair.plan.notes.contains(where: { $0.contains(finding.sentence) }) {
      faults.append("not said: \(finding.sentence)")
    }
    let differences = Verification(of: repair.plan, facts: facts).differences
    if !differences.isEmpty { faults.append("misstated: \(differences)") }
    if count > 0 {
      switch oracle.answer(moves: count - 1) {
      case .least: faults.append("\(count) visits moved, fewer would do")
      case .none: isHeldFewest = true
      case .unknown: break
      }
    }
    if repair.isCheapest, case .least(let cost) = oracle.answer(moves: count) {
      isHeldCheapest = cost == assessment.cost
      if !isHeldCheapest { faults.append("costs \(assessment.cost), \(cost) would do") }
    }
  }
}
