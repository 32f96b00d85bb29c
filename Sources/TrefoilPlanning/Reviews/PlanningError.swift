import TrefoilModel

/// A plan that does not stand up to its own verification: a fault in this library.
public struct PlanningError: Error, Sendable, CustomStringConvertible {
  public let sentence: String

  public var description: String {
    "\(sentence). This is a fault in Trefoil, not in your files; please report it."
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
