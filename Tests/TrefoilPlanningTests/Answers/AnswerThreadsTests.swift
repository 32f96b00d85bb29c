import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Answers do not depend on the number of threads.
@Suite struct AnswerThreadsTests {
  private static let scenario = SyntheticTrust.make(schools: 7, seed: 4)

  private static func options(_ threads: Int) -> PlanningOptions {
    PlanningOptions(effort: Effort(level: 1), threads: threads)
  }

  @Test func `one, two and eight threads find the same alternatives`() async throws {
    var plans: [[Plan]] = []
    for threads in [1, 2, 8] {
      let answer = try await AlternativesPlanner(
        Self.scenario, count: 3, difference: 6, options: Self.options(threads)
      ).plan()
      plans.append(answer.found.map(\.plan))
    }
    #expect(plans[0].count == 3)
    #expect(plans[0] == plans[1])
    #expect(plans[0] == plans[2])
  }

  @Test func `one, two and eight threads explain the same`() async throws {
    let plan = try await ReviewPlanner(Self.scenario, options: Self.options(2)).plan()
    var request = ExplanationRequest()
    request.school = Self.scenario.schools[0].id.rawValue
    var answers: [TermPlan] = []
    for threads in [1, 2, 8] {
      let explanation = try await Explainer(
        Self.scenario, plan: plan, options: Self.options(threads)
      ).explain(request)
      answers.append(try #require(explanation.asked))
      #expect(explanation.againstGiven?.isProven == true)
    }
    #expect(answers[0] == answers[1])
    #expect(answers[0] == answers[2])
  }
}
