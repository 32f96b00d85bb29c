import TrefoilModel

/// What a reader of a plan of several terms should know beyond what holds for each term.
struct HorizonNotes {
  let scenario: Scenario
  let terms: [TermPlan]
  let repeats: Int
  /// The most terms without a repeat, if counting alone shows that there are too many.
  let limit: Int?
  let isOptimal: Bool

  /// What is said where nothing was found.
  static func isNotProven(terms: Int) -> String {
    "No plan of \(terms) terms was found, and it is not proven that there is none."
  }

  /// What planning one term noted, without what holds for the whole trust, after the term's name.
  static func ofTerm(_ facts: TrustFacts, _ notes: [String]) -> [String] {
    let general = Set(PlanNotes(facts).sentences)
    return notes.filter { !general.contains($0) }.map { "\(facts.scenario.term.name): \($0)" }
  }

  var sentences: [String] { [meetings] + bound + dates }

  private var meetings: String {
    let count = terms.count
    if repeats == 0 {
      let pairs = terms.flatMap(\.pairs)
      return Set(pairs).count == pairs.count
        ? "In these \(count) terms no two schools meet twice."
        : "In these \(count) terms no two schools meet twice but those that may."
    }
    let times = repeats == 1 ? "once" : "\(repeats) times"
    let why =
      limit.map {
        "\($0 == 1 ? "even two" : "more than \($0)") terms without that are impossible, as too few "
          + "schools are left that have not met"
      } ?? "no plan without that was found; it is not proven that there is none"
    return "In these \(count) terms schools meet again \(times): \(why)."
  }

  private var bound: [String] {
    isOptimal
      ? []
      : [
        "The bound is the sum of what each term costs at least if it stood alone. It leaves out "
          + "that no two schools should meet twice; without repeats there may be less to save."
      ]
  }

  private var dates: [String] {
    let undated = terms.indices.dropFirst().filter { scenario.term(at: $0).dates == nil }
    guard scenario.term.dates != nil, let first = undated.first else { return [] }
    let names = terms[first].term + (undated.count > 1 ? " and \(undated.count - 1) more" : "")
    return [
      "Terms without dates in scenario.yaml (\(names)) are planned without days: list them under "
        + "'later' with starts and ends."
    ]
  }
}
