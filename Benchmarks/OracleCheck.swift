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

  /// Trusts made impossible, what is said of them held against fresh plans.
  mutating func diagnoses(_ seeds: Range<Int>) async throws {
    var check = DiagnosisCheck()
    for number in seeds { try await check.check(seed: UInt64(number)) }
    report(check, "impossible trusts, against fresh plans")
    var random = DiagnosisCheck()
    for number in seeds { try await random.checkAny(seed: UInt64(number), schools: 3...5) }
    report(random, "random trusts without a plan, against brute force")
    var breaches = DiagnosisCheck()
    for number in seeds { try await breaches.checkBreach(seed: UInt64(number), most: 100) }
    for number in seeds { try await breaches.checkBestEffort(seed: UInt64(number)) }
    for number in seeds.prefix(seeds.count / 10) {
      try await breaches.checkThreads(seed: UInt64(number))
    }
    for words in breaches.report.failures { fail("diagnosis, \(words)") }
    print("\(breaches.report.efforts) best efforts that break what they say")
    print("\(breaches.report.breaches) best efforts of which nothing lighter does, by brute force")
  }

  private mutating func report(_ check: DiagnosisCheck, _ what: String) {
    let report = check.report
    for words in report.failures { fail("diagnosis, \(words)") }
    print(
      "\(report.trusts) \(what): \(report.conflicts) reasons, \(report.remedies) remedies, "
        + "\(report.least) of them least; \(report.open) trusts not claimed whole, "
        + "\(report.unknown) plans left open")
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

  private mutating func fail(_ words: String) {
    failures += 1
    print("FAILED \(words)")
  }
}
