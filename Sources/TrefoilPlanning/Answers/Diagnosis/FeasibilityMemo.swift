/// Answers of ``Feasibility``, each asked for once, up to a number of questions.
final class FeasibilityMemo {
  let question: Feasibility
  /// Questions that may still be asked.
  private(set) var left: Int
  private var known: [Relaxation: Feasibility.Answer] = [:]

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
    left -= 1
    let answer = try await question.answer(relaxation)
    // A stop's unknown says nothing of the question.
    if !question.isStopped { known[relaxation] = answer }
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
