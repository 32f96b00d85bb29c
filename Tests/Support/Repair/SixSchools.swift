import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Six schools a mile apart, each with a head and a deputy who is a champion, and a plan of theirs that was
/// published: two triads, with reviews from September to November.
public enum SixSchools {
  private static let letters = ["a", "b", "c", "d", "e", "f"]

  public static let scenario = Scenario(
    trust: "T",
    term: Term(
      name: "Autumn 2026",
      dates: TermDates(
        starts: day("2026-09-02"), ends: day("2026-12-18"),
        closed: DaySet([DayRange(day("2026-10-26"), day("2026-10-30"))]),
        reviews: DayRange(day("2026-09-21"), day("2026-12-04")))),
    schools: letters.enumerated().map { index, id in
      School(
        id: SchoolID(id), name: "\(id.uppercased()) School", phase: .primary,
        place: .grid(easting: 430_000, northing: 430_000 + 1_100 * Double(index)))
    },
    people: letters.flatMap { id in
      [
        Person(
          id: PersonID("h\(id)"), name: "Head \(id.uppercased())", schools: [SchoolID(id)],
          roles: [.principal]),
        Person(
          id: PersonID("d\(id)"), name: "Deputy \(id.uppercased())", schools: [SchoolID(id)],
          roles: [.deputy, .champion]),
      ]
    },
    rules: RuleBook().with(WorkshopLead(.init(from: .offTeam, missing: .must))))

  public static let published = TermPlan(
    term: "Autumn 2026",
    groups: [
      group([
        review("a", "hb hc", "dc", "db", "2026-11-05", "2026-11-16", "2026-10-22"),
        review("b", "hc ha", "da", "dc", "2026-10-08", "2026-10-16", "2026-09-24"),
        review("c", "ha hb", "db", "dd", "2026-11-12", "2026-11-13", "2026-10-23"),
      ]),
      group([
        review("d", "he hf", "de", "dc", "2026-11-20", "2026-11-25", "2026-11-06"),
        review("e", "hf hd", "df", "dd", "2026-11-24", "2026-11-25", "2026-11-10"),
        review("f", "hd he", "dd", "de", "2026-09-21", "2026-09-22", "2026-09-07"),
      ]),
    ])

  public static let plan = Plan(
    trust: "T", status: .optimal, cost: nil, bound: nil, seed: 1, terms: [published], notes: [])

  /// A repair, and the trust as it was and as it is now.
  public struct Answer {
    public let repair: PlanRepair
    public let before: TrustFacts
    public let after: TrustFacts

    /// The moves of the repair as `host duty: who on which day -> who on which day`.
    public var moves: [String] {
      func held(_ held: VisitMove.Held?) -> String {
        held.map { "\($0.person) \($0.days.map(\.description).joined(separator: " "))" } ?? "nobody"
      }
      return repair.moves.moves.map {
        "\($0.host) \($0.duty.rawValue): \(held($0.before)) -> \(held($0.after))"
      }
    }
  }

  /// The plan repaired after these changes.
  public static func repaired(
    _ changes: ScenarioChange.Kind..., from day: String? = nil, notice: Int = 0
  ) async throws -> Answer {
    let place = SourcePosition(file: "changes.yaml")
    let after = try scenario.applying(
      ChangeSet(
        title: "x", changes: changes.map { ScenarioChange($0, reason: "x", at: place) }))
    let repair = try await RepairPlanner(
      from: scenario, to: after, published: plan,
      repair: RepairOptions(freezeBefore: day.map(Self.day), notice: notice)
    ).plan()
    return Answer(repair: repair, before: TrustFacts(scenario), after: TrustFacts(after))
  }

  public static func day(_ text: String) -> CalendarDay {
    CalendarDay(text) ?? CalendarDay(number: 0)
  }

  private static func group(_ reviews: [Review]) -> Group {
    Group(schools: reviews.map(\.host), reviews: reviews)
  }

  /// The first of the reviewers leads.
  private static func review(
    _ host: String, _ reviewers: String, _ champion: String, _ lead: String, _ date: String,
    _ workshop: String, _ due: String
  ) -> Review {
    let reviewers = reviewers.split(separator: " ").map { PersonID(String($0)) }
    return Review(
      host: SchoolID(host), reviewers: reviewers.sorted(), champions: [PersonID(champion)],
      lead: reviewers[0], workshopLead: PersonID(lead), dates: [day(date)],
      workshopDate: day(workshop), dataDue: day(due))
  }
}
