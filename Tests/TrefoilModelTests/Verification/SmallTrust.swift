import TrefoilModel

/// A trust of seven schools on a road, a to g, ten minutes from each to the next, and a plan for it
/// made by hand that keeps every rule.
///
/// The one journey that differs is e to d, 16 minutes. All are primaries with a champion each; g is
/// not reviewed. No two things of the plan fall on one day.
struct SmallTrust: Sendable {
  /// One review; the principals are named by their schools, champions by theirs too.
  struct Sketch: Sendable {
    var host: String
    var reviewers: [String]
    var champion: String?
    var workshop: String?
    /// Month and day.
    var day: String
    var workshopDay: String
  }

  /// What a school may have that the others have not.
  struct Traits: Sendable {
    var phase = Phase.primary
    var hub: String?
    var standing = Standing.balanced
    var strengths: [String] = []
    var needs: [String] = []
    var size: Int?
    var closed: [String] = []
  }

  static let letters = ["a", "b", "c", "d", "e", "f", "g"]

  var groups = [
    [
      sketch("a", "bc", "d", "e", "09-29", "10-05"), sketch("b", "ac", "e", "f", "10-01", "10-09"),
      sketch("c", "ab", "f", "g", "10-06", "10-12"),
    ],
    [
      sketch("d", "ef", "a", "b", "10-08", "10-16"), sketch("e", "df", "b", "g", "10-13", "10-19"),
      sketch("f", "de", "c", "a", "10-15", "10-21"),
    ],
  ]
  var resting: [String] = []
  var idle: Set<String> = ["g"]
  var traits: [String: Traits] = [:]
  /// People beside the champions, or in place of those with the same id.
  var people: [Person] = []
  var history: [History.PastTerm] = []
  var rules = RuleBook()
  var published: TermPlan?
  /// Earlier terms of the same plan.
  var earlier: [TermPlan] = []
  var ledger = Ledger()
  var starts = "09-02"
  var opens = "09-21"
  var isDated = true

  private static func sketch(
    _ host: String, _ reviewers: String, _ champion: String, _ workshop: String, _ day: String,
    _ workshopDay: String
  ) -> Sketch {
    Sketch(
      host: host, reviewers: reviewers.map(String.init), champion: champion, workshop: workshop,
      day: day, workshopDay: workshopDay)
  }

  var scenario: Scenario {
    let dates = TermDates(
      starts: .at(starts), ends: .at("12-18"),
      closed: DaySet([DayRange(.at("10-26"), .at("10-30"))]),
      reviews: DayRange(.at(opens), .at("12-04")))
    let champions = Self.letters.map { Person.champion($0) }
      .filter { champion in !people.contains { $0.id == champion.id } }
    return Scenario(
      trust: "Small Trust", term: Term(name: "Autumn 2026", dates: isDated ? dates : nil),
      schools: Self.letters.map(school), people: champions + people,
      history: History(terms: history), travel: Self.travel, rules: rules,
      published: published, earlier: earlier,
      ledger: ledger)
  }

  var facts: TrustFacts { TrustFacts(scenario) }

  private func school(_ id: String) -> School {
    let traits = traits[id] ?? Traits()
    return School(
      id: SchoolID(id), name: id.uppercased(), phase: traits.phase, hub: traits.hub,
      standing: traits.standing, strengths: traits.strengths, needs: traits.needs,
      size: traits.size, closed: DaySet(traits.closed.map { DayRange(.at($0), .at($0)) }),
      participates: !idle.contains(id))
  }

  /// Given one way; the way back is as long but for e to d.
  private static var travel: TravelTable {
    var minutes: [TravelTable.Journey: Int] = [:]
    for (start, from) in letters.enumerated() {
      for (end, to) in letters.enumerated() where start < end {
        minutes[.init(from: SchoolID(from), to: SchoolID(to))] = 10 * (end - start)
      }
    }
    minutes[.init(from: SchoolID("e"), to: SchoolID("d"))] = 16
    return TravelTable(minutes: minutes)
  }

  // MARK: The plan

  /// The plan without any figure stated.
  var plan: Plan {
    let facts = facts
    let term = TermPlan(
      term: "Autumn 2026",
      groups: groups.map { sketches in
        Group(
          schools: sketches.map { SchoolID($0.host) }, reviews: sketches.map { review($0, facts) },
          costs: nil)
      }, resting: resting.map { SchoolID($0) }, costs: nil, calendar: nil)
    return Plan(
      trust: "Small Trust", status: .feasible, cost: nil, bound: nil, seed: 1, terms: [term],
      notes: [])
  }

  private func review(_ sketch: Sketch, _ facts: TrustFacts) -> Review {
    let host = SchoolID(sketch.host)
    let reviewers = sketch.reviewers.compactMap { facts.principal(of: SchoolID($0))?.id }
    let begins = CalendarDay.at(sketch.day)
    let days = facts.school(host).map { facts.reviewDays(at: $0) } ?? 1
    var review = Review(
      host: host, reviewers: reviewers, champions: sketch.champion.map { [.champion($0)] } ?? [],
      lead: reviewers[0], workshopLead: sketch.workshop.map { .champion($0) })
    guard isDated else { return review }
    review.dates = (0..<days).map { begins + $0 }
    review.workshopDate = sketch.workshop == nil ? nil : .at(sketch.workshopDay)
    review.dataDue = begins - 14
    return review
  }

  /// The same with two schools changing places; everybody else stays where they are.
  func swapping(_ one: String, _ other: String) -> SmallTrust {
    func swapped(_ school: String) -> String {
      school == one ? other : school == other ? one : school
    }
    var copy = self
    for group in groups.indices {
      for index in groups[group].indices {
        copy.groups[group][index].host = swapped(groups[group][index].host)
        copy.groups[group][index].reviewers = groups[group][index].reviewers.map(swapped)
      }
    }
    copy.resting = resting.map(swapped)
    return copy
  }
}
