import TrefoilModel

/// What is found of one part of a diagnosis: coaching, or terms that are planned as one.
struct PartDiagnosis {
  /// Milder rules in every term, with which there is a plan.
  struct Easing {
    let broken: [BrokenRequirement]
    let rules: @Sendable (RuleBook) -> RuleBook
  }

  var status = Diagnosis.Status.possible
  var reasons: [Reason] = []
  /// Whether it is shown that nothing else is in the way.
  var isComplete = true
  var notes: [String] = []
  /// What best effort breaks; nil where nothing is in the way, or nothing is known that would do.
  var easing: Easing?
}

extension BrokenRequirement {
  /// What is broken and what is kept in its stead, in words.
  ///
  /// - Parameters:
  ///   - who: for whom, as " for Ely"; empty where that is said or it is for all.
  ///   - term: where it is broken in one of several terms alone.
  init(
    _ written: Reason.Requirement, schools: [SchoolID] = [], people: [PersonID] = [],
    who: String = "", kept: String?, term: String? = nil
  ) {
    let place = written.file.map { " (\($0)\(written.line.map { ":\($0)" } ?? ""))" } ?? ""
    let rest = kept.map { "kept is \($0)" } ?? "nothing of it is kept"
    self.init(
      requirement: written, schools: schools, people: people, kept: kept,
      sentence: "\(term.map { "\($0): " } ?? "")\(written.text)\(place)\(who): \(rest).")
  }
}
