import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A principal who is away all term, as a change file says it, and nobody acting.
@Suite struct AbsentHeadTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))
  private static let place = SourcePosition(file: "change.yaml", line: 3)

  private func scenario(deputy: Bool = true, isDated: Bool = false, schools: Int = 6) -> Scenario {
    let day = CalendarDay(year: 2026, month: 9, day: 2) ?? CalendarDay(number: 0)
    let days = DayRange(day, CalendarDay(number: day.number + 90))
    let people = [
      Person(
        id: PersonID("ann"), name: "Ann", schools: [SchoolID("s0")], roles: [.principal],
        capacity: 4),
      Person(id: PersonID("dep"), name: "Dep", schools: [SchoolID("s0")], roles: [.deputy]),
    ]
    return Scenario(
      trust: "Foxglove",
      term: Term(
        name: "Autumn 2026",
        dates: isDated
          ? TermDates(starts: days.first, ends: days.last, closed: DaySet(), reviews: days) : nil),
      schools: (0..<schools).map { index in
        School(
          id: SchoolID("s\(index)"), name: index == 0 ? "Ash" : "School \(index)", phase: .primary,
          place: .grid(easting: 440_000 + 300 * Double(index), northing: 445_000))
      }, people: Array(people.prefix(deputy ? 2 : 1)))
  }

  private func changed(_ scenario: Scenario, _ absences: Absence...) throws -> Scenario {
    try scenario.applying(
      ChangeSet(
        title: "ill",
        changes: absences.map {
          ScenarioChange(.unavailable($0), reason: "ill", at: Self.place)
        }))
  }

  private let ann = Absence(.person(PersonID("ann")))

  @Test(arguments: [false, true])
  func `the reason says so, and who acts or a rest are remedies that do`(isDated: Bool) async throws
  {
    let base = scenario(isDated: isDated)
    let diagnosis = try await TrustDiagnosis(changed(base, ann), options: Self.options).diagnose()
    #expect(diagnosis.status == .impossible && diagnosis.isComplete)
    let reason = try #require(diagnosis.reasons.first)
    #expect(diagnosis.reasons.count == 1)
    #expect(reason.sentence == "Ann is away all term, and nobody acts as principal of Ash.")
    #expect(
      reason.isMinimal && reason.schools == [SchoolID("s0")] && reason.people == [PersonID("ann")])
    #expect(reason.requirements.map(\.file) == ["change.yaml"])
    #expect(
      reason.remedies.map(\.text)
        == ["Dep acts as principal of Ash", "Ash rests this term"])
    #expect(
      reason.remedies.map(\.edit)
        == ["acting: dep", "{unavailable: {school: s0}, reason: ...}"])
    #expect(reason.remedies.allSatisfy { $0.suffices && $0.isLeast && $0.file == "change.yaml" })
    // The changes that are said, made.
    for absences in [
      [Absence(.person(PersonID("ann")), acting: PersonID("dep"))],
      [ann, Absence(.school(SchoolID("s0")))],
    ] {
      let mended = try base.applying(
        ChangeSet(
          title: "t",
          changes: absences.map {
            ScenarioChange(.unavailable($0), reason: "ill", at: Self.place)
          }))
      let plan = try await TrustPlanner(mended, options: Self.options).plan()
      #expect(plan.terms.count == 1)
    }
  }

  @Test func `where nobody else is known somebody has to be named`() async throws {
    let diagnosis = try await TrustDiagnosis(
      changed(scenario(deputy: false), ann), options: Self.options
    ).diagnose()
    #expect(
      diagnosis.reasons.first?.remedies.first?.text
        == "somebody with a row in people.csv acts as principal of Ash")
  }

  @Test func `every remedy does by a fresh plan, and nothing less`() async throws {
    // With seven schools a rest of Ash by other sizes of groups would do as well.
    let study = try await DiagnosisStudy(
      changed(scenario(schools: 7), ann), options: Self.options)
    #expect(study.isComplete && study.conflicts.count == 1)
    #expect(study.changes.count > 1)
    for change in study.changes {
      for (relaxation, expected) in [(change.relaxation, true)] + change.less.map({ ($0, false) }) {
        var isPossible = false
        for scenario in study.scenarios(relaxation) {
          let plan = try await ReviewPlanner(scenario, options: Self.options).plan()
          isPossible = isPossible || !plan.terms.isEmpty
        }
        #expect(isPossible == expected, "\(change.text)")
      }
    }
  }

  @Test func `planned anyway, it is said that somebody is planned who is away`() async throws {
    let scenario = try changed(scenario(), ann)
    let plan = try await ReasonedPlanner(scenario, options: Self.options, isBestEffort: true).plan()
    #expect(plan.terms.count == 1 && plan.broken.map(\.people) == [[PersonID("ann")]])
    #expect(plan.broken.first?.kept == nil)
    let found = Assessment(of: plan.terms[0], facts: TrustFacts(scenario)).violations
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == Capacity.key })
  }

  @Test func `with reasons it is not said that none was found`() async throws {
    let plan = try await ReasonedPlanner(changed(scenario(), ann), options: Self.options).plan()
    #expect(plan.status == .infeasible && !plan.reasons.isEmpty)
    #expect(!plan.notes.contains { $0.contains("No single school") })
  }
}
