import TrefoilModel

/// Coaching in which, whoever is paired, some two would rather work together: five who all ask and all
/// offer, one place each. Found by search among random lists.
public enum RestlessCoaching {
  /// A trust that can be planned but for that, with a charge for coaching that is not stable.
  public static func scenario(_ charge: Charge) -> Scenario {
    let lists = [[3, 1, 2, 4], [4, 2, 0, 3], [0, 4, 3, 1], [2, 4, 0, 1], [0, 2, 3, 1]]
    let schools = lists.indices.map {
      School(
        id: SchoolID("s\($0)"), name: "s\($0)", phase: .primary,
        place: .grid(easting: 400_000, northing: 400_000))
    }
    return Scenario(
      trust: "T", schools: schools,
      people: schools.enumerated().map {
        Person(id: PersonID("p\($0)"), name: "p\($0)", schools: [$1.id], roles: [.deputy])
      }, rules: RuleBook().with(CoachingStable(charge)),
      coaching: lists.enumerated().map { index, list in
        CoachingProfile(
          person: PersonID("p\(index)"), wants: ["maths"], offers: ["maths"],
          choices: list.map { PersonID("p\($0)") })
      })
  }
}
