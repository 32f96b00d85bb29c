import TestSupport
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Plans random small trusts and random partitions, and holds each against brute force.
///
/// The same checks as in the tests, on many more cases than a debug build can do.
struct OracleCheck {
  private(set) var failures = 0

  mutating func trusts(_ seeds: ClosedRange<Int>, schools: ClosedRange<Int>) async throws {
    for number in seeds {
      let seed = UInt64(number)
      let scenario = RandomScenario.make(seed: seed, schools: schools)
      let least = try BruteForce.leastCost(of: scenario)
      let options = PlanningOptions(seed: seed, effort: Effort(level: 5))
      do {
        let plan = try await ReviewPlanner(scenario, options: options).plan()
        let holds = Verification(of: plan, facts: TrustFacts(scenario)).holds
        let status: PlanStatus = least == nil ? .infeasible : .optimal
        if plan.cost != least || plan.status != status || !holds {
          fail("trust \(seed): \(plan.status) \(plan.cost ?? -1), brute force \(least ?? -1)")
        }
      } catch {
        fail("trust \(seed): \(error)")
      }
    }
  }

  mutating func repairs(_ seeds: ClosedRange<Int>) async throws {
    for number in seeds {
      do {
        let one = try await RepairCase(seed: UInt64(number))
        for fault in one?.faults ?? [] { fail("repair \(number): \(fault)") }
      } catch {
        fail("repair \(number): \(error)")
      }
    }
  }

  mutating func secondments(_ seeds: ClosedRange<Int>) {
    for number in seeds {
      let seed = UInt64(number)
      let scenario = RandomSecondments.scenario(seed: seed)
      let least = SecondmentBruteForce.leastCost(of: scenario)
      do {
        let outcome = try SecondmentPlanner(scenario).plan()
        if outcome.cost != least || outcome.bound != least {
          fail(
            "secondments \(seed): \(outcome.cost), bound \(outcome.bound ?? -1), brute force "
              + "\(least)")
        }
      } catch {
        fail("secondments \(seed): \(error)")
      }
    }
  }

  mutating func coaching(_ seeds: ClosedRange<Int>) {
    for number in seeds {
      let seed = UInt64(number)
      let scenario = RandomCoaching.scenario(seed: seed)
      let least = CoachingBruteForce.leastCost(of: scenario)
      do {
        let outcome = try CoachingPlanner(scenario).plan()
        let cost = outcome.plan.map { _ in outcome.cost }
        if cost != least || outcome.bound != least || outcome.isInfeasible != (least == nil) {
          fail(
            "coaching \(seed): \(cost ?? -1), bound \(outcome.bound ?? -1), brute force "
              + "\(least ?? -1)")
        }
      } catch {
        fail("coaching \(seed): \(error)")
      }
    }
  }

  mutating func advocates(_ seeds: ClosedRange<Int>) {
    for number in seeds {
      let seed = UInt64(number)
      let scenario = RandomAdvocates.scenario(seed: seed)
      let least = AdvocateBruteForce.leastCost(of: scenario)
      do {
        let outcome = try AdvocatePlanner(scenario).plan()
        if outcome.cost != least || outcome.bound != least {
          fail(
            "advocates \(seed): \(outcome.cost), bound \(outcome.bound ?? -1), brute force \(least)"
          )
        }
      } catch {
        fail("advocates \(seed): \(error)")
      }
    }
  }

  mutating func networks(_ seeds: ClosedRange<Int>) {
    for number in seeds {
      let seed = UInt64(number)
      let scenario = RandomNetworks.scenario(seed: seed)
      let least = NetworkBruteForce.best(of: scenario)
      do {
        let outcome = try NetworkPlanner(scenario).plan()
        if NetworkBruteForce.Merit(outcome.plans[0], outcome.cost, scenario) != least
          || outcome.bound != outcome.cost
        {
          fail("networks \(seed): \(outcome.cost), brute force \(least)")
        }
      } catch {
        fail("networks \(seed): \(error)")
      }
    }
  }

  mutating func partitions(_ seeds: ClosedRange<Int>) async {
    for number in seeds {
      let seed = UInt64(number)
      let problem = RandomPartition.make(seed: seed, most: 6, mostStaff: 3)
      let outcome = await PartitionSolver(problem, effort: Effort(level: 5), seed: seed).solve()
      let least = PartitionOracle.leastCost(problem)
      if outcome.solution?.cost != least || outcome.bound != least ?? .max {
        fail(
          "partition \(seed): \(outcome.solution?.cost ?? -1), bound \(outcome.bound ?? -1), "
            + "brute force \(least ?? -1)")
      }
    }
  }

  /// Larger partitions, against dynamic programming.
  mutating func towns(_ seeds: ClosedRange<Int>) async {
    for number in seeds {
      let seed = UInt64(number)
      let problem = TownPartition.make(seed: seed, items: 9...13)
      let outcome = await PartitionSolver(problem, effort: Effort(level: 5), seed: seed).solve()
      let least = SubsetOracle.leastCost(problem)
      if outcome.solution?.cost != least || outcome.bound != least ?? .max {
        fail(
          "towns \(seed): \(outcome.solution?.cost ?? -1), bound \(outcome.bound ?? -1), "
            + "dynamic programming \(least ?? -1)")
      }
    }
  }

  mutating func fail(_ words: String) {
    failures += 1
    print("FAILED \(words)")
  }
}
