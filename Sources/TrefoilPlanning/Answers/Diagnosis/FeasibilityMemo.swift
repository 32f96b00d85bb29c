import TrefoilModel

/// Answers of ``Feasibility``, each asked for once, up to a number of questions.
///
/// What is impossible stays so where less is allowed, and what is possible where more is. A plan that was
/// found for one question answers many others.
final class FeasibilityMemo {
  let question: Feasibility
  /// Questions that may still be asked.
  private(set) var left: Int
  private var known: [Relaxation: Feasibility.Answer] = [:]
  private var impossible: [Relaxation] = []
  private var plans: [TermPlan] = []
  private static let mostPlans = 8

  init(_ question: Feasibility, mostQuestions: Int) {
    self.question = question
    left = mostQuestions
  }

  /// Whether there is no more to be had: the questions are used up, or a stop came.
  var isOver: Bool { left <= 0 || question.isStopped }

  /// Unknown once there is no more to be had.
  func answer(_ relaxation: Relaxation) async throws -> Feasibility.Answer {
    if let answer = known[relaxation] { return answer }
    if isOver { return .unknown }
    if impossible.contains(where: { $0.allows(all: relaxation) }) { return .impossible }
    left -= 1
    let (answer, plan) = try await question.witnessed(relaxation, knowing: plans)
    // A stop's unknown says nothing of the question.
    if question.isStopped { return answer }
    known[relaxation] = answer
    if answer == .impossible { impossible.append(relaxation) }
    if let plan, !plans.contains(plan) {
      plans.append(plan)
      if plans.count > Self.mostPlans { plans.removeFirst() }
    }
    return answer
  }

  /// The least of so many steps with which the answer is that it is possible; nil where not even the
  /// last will do, as far as is known. Each step allows more than the one before.
  ///
  /// - Returns: the step, and whether it is proven that the one before will not do.
  func least(
    of steps: Range<Int>, _ relaxation: (Int) -> Relaxation
  ) async throws -> (step: Int, isProven: Bool)? {
    guard let last = steps.last, try await answer(relaxation(last)) == .possible else { return nil }
    var (low, high) = (steps.lowerBound, last)
    while low < high {
      let middle = low + (high - low) / 2
      if try await answer(relaxation(middle)) == .possible {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let isFirst = high == steps.lowerBound
    let before = isFirst ? .impossible : try await answer(relaxation(high - 1))
    return (high, before == .impossible)
  }
}
