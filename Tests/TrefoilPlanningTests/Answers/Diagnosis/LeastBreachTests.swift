import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What one term breaks: that nothing is called the least that is not, and what is done where the effort
/// does not suffice.
@Suite struct LeastBreachTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

  private static func breach(
    _ question: Feasibility, mostQuestions: Int
  ) async throws -> (breach: LeastBreach.Breach, asked: Int) {
    let list = RequirementList(question.scenario, facts: question.facts)
    let memo = FeasibilityMemo(question, mostQuestions: mostQuestions)
    let breach = try await LeastBreach(question: question, list: list, memo: memo, preferred: [])
      .breach()
    return (breach, mostQuestions - memo.left)
  }

  /// Six schools in a line, most of them out of reach of one another.
  private static func spread(limit: Int) -> Scenario {
    Scenario(
      trust: "T",
      schools: (0..<6).map {
        School(
          id: SchoolID("s\($0)"), name: "S\($0)", phase: .primary,
          place: .grid(easting: 440_000 + 3_000 * Double($0 * $0), northing: 445_000))
      }, rules: RuleBook().with(TravelLimit(.init(limit: limit, charge: .must))))
  }

  @Test func `with fewer questions nothing is called least that all of them make less`()
    async throws
  {
    var (claimed, open) = (0, 0)
    for limit in [12] {
      let question = Feasibility(Self.spread(limit: limit), options: Self.options)
      let (full, asked) = try await Self.breach(question, mostQuestions: 500)
      // The last questions are about how little will do.
      for most in (asked - 4)...asked {
        guard let (found, _) = try? await Self.breach(question, mostQuestions: most) else {
          continue
        }
        if !found.isLeast {
          open += 1
          continue
        }
        claimed += 1
        #expect(found.requirements == full.requirements, "limit \(limit), \(most) questions")
        #expect(
          found.relaxation.eased == full.relaxation.eased, "limit \(limit), \(most) questions")
      }
    }
    #expect(claimed > 0 && open > 0, "\(claimed), \(open)")
  }

  // MARK: In haste

  /// Twelve schools, most of which are to be apart.
  private static func crowded(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 0x419)
    let names = (0..<12).map { "s\($0)" }
    let wishes = names.indices.flatMap { one in
      names.indices.filter { $0 > one && random.below(10) < 7 }
        .map { Wish([names[one], names[$0]]) }
    }
    return Scenario(
      trust: "T",
      schools: names.map {
        School(
          id: SchoolID($0), name: $0, phase: .primary,
          place: .grid(easting: 440_000, northing: 445_000))
      }, rules: RuleBook().with(Apart(wishes)))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `in haste something is broken that does, and nothing that the plan keeps`(
    seed: UInt64
  ) async throws {
    let scenario = Self.crowded(seed: seed)
    let question = Feasibility(scenario, options: Self.options)
    let list = RequirementList(question.scenario, facts: question.facts)
    guard try await question.answer() == .impossible else { return }
    await #expect(throws: NoBreach.unknown) {
      try await Self.breach(question, mostQuestions: 1)
    }
    let found = try await HastyBreach(question: question, list: list).breach()
    #expect(!found.isLeast && !found.isLightest && !found.requirements.isEmpty)
    #expect(try await question.answer(found.relaxation) == .possible)
    // Wishes that are given up cost so much that most are kept.
    #expect(found.requirements.count <= 8, "\(found.requirements.count)")
  }

  // MARK: In words

  @Test func `who is meant is said once`() throws {
    let scenario = Scenario(
      trust: "T",
      schools: ThreeSchools.schools,
      people: [
        Person(
          id: PersonID("bob"), name: "Bob", schools: [SchoolID("a")], roles: [.champion],
          capacity: 1, conflicts: [SchoolID("b")])
      ], rules: RuleBook().with(Repeat([.must])))
    let question = Feasibility(scenario, options: Self.options)
    let breach = LeastBreach(
      question: question, list: RequirementList(scenario, facts: question.facts),
      memo: FeasibilityMemo(question, mostQuestions: 1), preferred: [])
    func sentence(_ requirement: Requirement) -> String {
      breach.broken(requirement, nil, inTerm: nil).sentence
    }
    let rest = ": nothing of it is kept."
    #expect(
      sentence(.rule(Capacity.key, .person(PersonID("bob"))))
        == "Bob has capacity for 1 duty" + rest)
    #expect(
      sentence(.conflict(PersonID("bob"), SchoolID("b")))
        == "Bob has a conflict of interest with B" + rest)
    #expect(sentence(.closure(SchoolID("c"))) == "C is closed on some days" + rest)
    #expect(
      sentence(.rule(Repeat.key, .school(SchoolID("c")))) == "repeat: [must] for C" + rest)
  }

  // MARK: Terms of their own

  @Test func `easing repeat leaves what is milder in one term`() {
    let base = Self.crowded(seed: 0)
    func with(_ setting: Repeat.Setting) -> Scenario {
      base.with(rules: base.rules.with(Repeat(setting)))
    }
    var scenario = with([.must, .must, .must])
    scenario.byTerm[1] = with([.must, .minutes(5)])
    let steps = RepeatEasing.all(of: scenario, terms: 2)
    #expect(steps.map(\.first) == [2, 1, 0])
    let eased = scenario.withRulesInAllTerms(steps[0].eased)
    #expect(eased.rules[Repeat.self].setting == [.must, .must, .minutes(240)])
    #expect(eased.governing(1).rules[Repeat.self].setting == [.must, .minutes(5)])
  }

  @Test func `without one size of groups every size is looked at, in all terms`() {
    var scenario = Self.crowded(seed: 0)
    scenario.byTerm[1] = scenario.with(rules: scenario.rules.with(Remainder(.pairs)))
    let choices = TermsWithoutRepeat(scenario: scenario, count: 2, stop: StopSignal())
      .scenarios(without: .one(.remainder))
      .map { choice in (0..<2).map { choice.governing($0).rules[Remainder.self].setting } }
    #expect(choices.first == [.quads, .pairs])
    for setting in Remainder.Setting.allCases { #expect(choices.contains([setting, setting])) }
  }
}
