import TrefoilModel

/// Why nothing can be planned: a plan that does not stand up to its own verification, which is a
/// fault in this library, or a scenario made in code that is larger than a file may make it.
public struct PlanningError: Error, Sendable, CustomStringConvertible {
  public let sentence: String
  /// Whether the fault is this library's own.
  public let isOurs: Bool

  init(sentence: String, isOurs: Bool = true) {
    self.sentence = sentence
    self.isOurs = isOurs
  }

  public var description: String {
    isOurs
      ? "\(sentence). This is a fault in Trefoil, not in your files; please report it."
      : "\(sentence)."
  }

  static func tooManyRequirements(of school: School, count: Int) -> PlanningError {
    PlanningError(
      sentence:
        "the review of \(school.name) calls for \(count) different things, its needs among them; "
        + "at most \(ReviewCompiler.mostRequirements) can be planned for",
      isOurs: false)
  }

  /// Secondments that break a rule, or cost otherwise than the engine says.
  static func secondments(planned: Int, assessed: Int, broken: [String]) -> PlanningError {
    PlanningError(
      sentence: broken.first.map { "the secondments break a rule: \($0)" }
        ?? "the secondments cost \(assessed) by the rules and \(planned) by the engine")
  }

  /// Coaching that breaks a rule, or costs otherwise than the engine says.
  static func coaching(planned: Int, assessed: Int, broken: [String]) -> PlanningError {
    PlanningError(
      sentence: broken.first.map { "the coaching breaks a rule: \($0)" }
        ?? "the coaching costs \(assessed) by the rules and \(planned) by the engine")
  }

  static func tooManyCoachingPairs(_ count: Int) -> PlanningError {
    PlanningError(
      sentence:
        "coaching.csv allows \(count) pairs of a coach and a coachee, more than can be looked at; "
        + "name fewer topics, or set 'coaching-limit' lower",
      isOurs: false)
  }

  /// Holds what the engine says a plan costs against what the rules say.
  static func compare(_ assessment: Assessment, with cost: Int) throws(PlanningError) {
    if let broken = assessment.violations.first {
      throw PlanningError(sentence: "the plan breaks the rule \(broken.rule): \(broken.sentence)")
    }
    if assessment.cost != cost {
      throw PlanningError(
        sentence: "the plan costs \(assessment.cost) by the rules and \(cost) by the engine")
    }
  }
}
