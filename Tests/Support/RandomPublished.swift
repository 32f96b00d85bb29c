import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Published plans drawn at random: complete plans of the same trust as it was before, when other
/// schools took part and numbers were made to divide otherwise.
enum RandomPublished {
  /// A plan, or nil where so many schools could not be grouped.
  static func plan(
    schools: [School], people: [Person], using dice: inout SeededGenerator
  ) -> TermPlan? {
    let isSame = dice.chance(0.4)
    let before = schools.map { school in
      let takesPart = isSame ? school.participates : dice.chance(0.9)
      return School(
        id: school.id, name: school.name, phase: school.phase, place: school.place,
        participates: takesPart)
    }
    let rules = RuleBook().with(Remainder(dice.pick(Remainder.Setting.allCases)))
      .with(Champions(Champions.Setting(number: dice.below(3), missing: .minutes(0))))
    let scenario = Scenario(trust: "", schools: before, people: people, rules: rules)
    return PlanSketch.plan(for: TrustFacts(scenario), seed: dice.next())
  }
}
