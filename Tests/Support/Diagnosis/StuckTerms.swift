import TrefoilModel

/// Two terms of four schools that cannot be planned as one for two causes: three of them would meet again,
/// and the fourth would rest again. Counting shows the first alone.
public enum StuckTerms {
  public static var scenario: Scenario {
    let never = Rest.Setting(again: [.must, .must, .must], mode: .neverRests)
    var rest = Governed(Rest.Setting(again: [.must, .must, .must], mode: .mayRest))
    for school in 1...3 {
      rest = rest.adding(
        .init(subject: .school(SchoolID("s\(school)")), setting: never, reason: ""))
    }
    // In pairs there is one way alone, and none in a group of four.
    let apart = Apart([Wish(["s0", "s1"]), Wish(["s0", "s3"])])
    return Scenario(
      trust: "T", term: Term(name: "Autumn 2026"), later: [Term(name: "Autumn 2027")],
      schools: (0..<4).map {
        School(
          id: SchoolID("s\($0)"), name: "School \($0)", phase: .primary,
          place: .grid(easting: 440_000 + 300 * Double($0), northing: 445_000))
      },
      rules: RuleBook().with(Repeat(Array(repeating: .must, count: 3))).with(Remainder(.rest))
        .with(Rest(rest)).with(apart))
  }
}
