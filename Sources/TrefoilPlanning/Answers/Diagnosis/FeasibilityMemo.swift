import TrefoilModel
import TrefoilSolver

/// Answers of ``Feasibility``, each asked for once, up to a number of questions.
///
/// What is impossible stays so where less is allowed, and what is possible where more is. A plan that was
/// found for one question answers many others.
final class FeasibilityMemo {
  let question: Feasibility
  /// Questions that may still be asked.
  private(set) var left: Int
  private let most: Int
  private var known: [Relaxation: Feasibility.Answer] = [:]
  /// What stayed unknown with all of the effort.
  private var doubtful: Set<Relaxation> = []
  private var impossible: [Relaxation] = []
  private var plans: [TermPlan] = []
  private static let mostPlans = 4
  /// A question that is asked with all of the effort counts for so many.
  private static let thoroughCount = 10

  init(_ question: Feasibility, mostQuestions: Int) {
    self.question = question
    left = mostQuestions
    most = mostQuestions
  }

  /// How many questions a term may take: with more schools each takes longer, so that there are fewer.
  /// Less than the usual effort is less for each, not fewer.
  static func mostQuestions(_ effort: Effort, schools: Int) -> Int {
    let most = max(60, 9_000 / max(15, schools))
    return max(most, effort.steps(most))
  }

  /// Whether there is no more to be had: the questions are used up, or a stop came.
  var isOver: Bool { left <= 0 || question.isStopped }

  /// Whether more than half of the questions are used up: the rest is for remedies.
  var isHalfOver: Bool { left <= most / 2 || question.isStopped }

  /// Unknown once there is no more to be had.
  ///
  /// - Parameter isThorough: whether what is not known with little effort is asked again with all of it.
  func answer(
    _ relaxation: Relaxation, isThorough: Bool = false
  ) async throws -> Feasibility.Answer {
    let quick = try await answered(relaxation, isThorough: false)
    guard isThorough, quick == .unknown, !isOver, !doubtful.contains(relaxation) else {
      return quick
    }
    return try await answered(relaxation, isThorough: true)
  }

  private func answered(
    _ relaxation: Relaxation, isThorough: Bool
  ) async throws -> Feasibility.Answer {
    if !isThorough, let answer = known[relaxation] { return answer }
    if isOver { return .unknown }
    if impossible.contains(where: { $0.allows(all: relaxation) }) { return .impossible }
    left -= isThorough ? Self.thoroughCount : 1
    let (answer, plan) = try await question.witnessed(
      relaxation, knowing: plans, isThorough: isThorough)
    // A stop's unknown says nothing of the question.
    if question.isStopped { return answer }
    if isThorough, answer == .unknown { doubtful.insert(relaxation) }
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
  /// What is not known on the way is asked again with all of the effort once it is all that is in doubt.
  ///
  /// - Returns: the step, and whether it is proven that the one before will not do. Of the first step
  ///   that is for the caller to know.
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
    while high > steps.lowerBound {
      switch try await answer(relaxation(high - 1), isThorough: true) {
      case .possible: high -= 1
      case .impossible: return (high, true)
      case .unknown: return (high, false)
      }
    }
    return (high, true)
  }
}
