import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct RepairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Keeps a published plan through a change, but for what must move.",
    discussion: """
      The change file says what happened, each thing with its reason (see docs/input.md). Groups stay as \
      long as any plan with them fits; then as few visits as can be move, proven, and of those plans the \
      one that costs least. The result says what changed, and has a message for each person.

      EXAMPLES
        trefoil repair scenarios/fifteen-primaries plan.json --change inspection.yaml \\
            --freeze-before 2026-10-05
        trefoil repair my-trust my-plan/plan.json --change ill.yaml --notice 5 --out repaired

      --out writes the files of the plan, changes.csv (a row for each visit that moves) and messages.csv \
      (a message for each person). The first term of the plan is mended; its other terms, secondments, \
      coaching, advocates and networks stay, and what the change breaks there is said.
      """)

  @Argument(help: "The scenario folder that the plan was made for.")
  var scenario: String

  @Argument(help: "The published plan: plan.json.")
  var plan: String

  @Option(help: ArgumentHelp("What happened: a change file.", valueName: "file"))
  var change: String

  @Option(
    help: ArgumentHelp(
      "What began before this day has happened and stays, such as 2026-10-05.", valueName: "date"))
  var freezeBefore: String?

  @Option(
    help: ArgumentHelp(
      "Days from --freeze-before within which nobody is given a new duty; a new or acting head stands in "
        + "at once.", valueName: "days"))
  var notice = 0

  @Option(
    help: ArgumentHelp(
      "Minutes that each visit of a person that moves costs.", valueName: "minutes"))
  var personCost = 30

  @Option(
    help: ArgumentHelp(
      "Minutes that each review or workshop on another day costs its school.",
      valueName: "minutes"))
  var schoolCost = 60

  @Option(help: ArgumentHelp("Write the repaired plan and the messages here.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print the repaired plan.json on standard output instead of the summary.")
  var json = false

  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    if let freezeBefore, CalendarDay(freezeBefore) == nil {
      throw ValidationError("--freeze-before takes a day such as 2026-10-05")
    }
    guard (0...366).contains(notice) else {
      throw ValidationError("--notice takes days from 0 to 366")
    }
    if notice > 0, freezeBefore == nil {
      throw ValidationError("--notice counts from --freeze-before: give that too")
    }
    for minutes in [personCost, schoolCost] where !(0...1_000_000).contains(minutes) {
      throw ValidationError("--person-cost and --school-cost take minutes from 0 to 1000000")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let before = try ScenarioReader(folder: scenario).readPublished().scenario
      let published = try PlanJSON.read(InputFile.bytes(at: plan), file: plan)
      try check(published, of: before)
      let (changes, after) = try ChangeFile(of: before).read(at: change)
      let writer = out.map { AtomicWriter(directory: $0) }
      try writer?.checkWritable()
      let stops = SearchStops()
      let interruption = Interruption { stops.send() }
      if let limit = search.time { stops.send(after: limit) }
      let repair = try await RepairPlanner(
        from: before, to: after, published: published, repair: options,
        options: search.planning(threads: threads.count)
      ).plan(stop: stops.teams, datesStop: stops.dates)
      try hand(
        repair, Self.reasons(changes), from: Self.facts(before, published),
        to: Self.facts(after, published), writer)
      if interruption.wasReceived { throw ExitStatus.interrupted.code }
      if repair.plan.terms.isEmpty { throw ExitStatus.no.code }
    }
  }

  private static func facts(_ scenario: Scenario, _ published: Plan) -> TrustFacts {
    var scenario = scenario
    scenario.secondments = published.secondments
    return TrustFacts(scenario)
  }

  /// Each reason once, in the order of the file.
  private static func reasons(_ changes: ChangeSet) -> [String] {
    var reasons: [String] = []
    for change in changes.changes where !reasons.contains(change.reason) {
      reasons.append(change.reason)
    }
    return reasons
  }

  private var options: RepairOptions {
    RepairOptions(
      freezeBefore: freezeBefore.flatMap { CalendarDay($0) }, notice: notice,
      personCost: personCost, schoolCost: schoolCost)
  }

  /// A plan of another trust, or of another term, cannot be repaired here.
  private func check(_ published: Plan, of scenario: Scenario) throws {
    var faults: [Fault] = []
    func fault(_ problem: String, found: String, remedy: String) {
      faults.append(
        Fault(at: SourcePosition(file: plan), problem: problem, found: found, remedy: remedy))
    }
    if published.trust != scenario.trust {
      fault(
        "the plan is of another trust", found: published.trust,
        remedy: "give the plan of \(scenario.trust)")
    }
    if let term = published.terms.first?.term, term != scenario.term.name {
      fault(
        "the plan begins with another term", found: term,
        remedy: "give the plan of \(scenario.term.name), or set 'term' in scenario.yaml")
    }
    if published.terms.isEmpty {
      fault("the plan has no term", found: plan, remedy: "give a plan that was published")
    }
    if !faults.isEmpty { throw Faults(faults) }
  }

  private func hand(
    _ repair: PlanRepair, _ reasons: [String], from before: TrustFacts, to facts: TrustFacts,
    _ writer: AtomicWriter?
  ) throws {
    let messages = RepairMessages(repair, from: before, to: facts, reasons: reasons).messages
    if let writer, !repair.plan.terms.isEmpty {
      try writer.write(RepairFiles.files(of: repair, messages: messages, from: before, to: facts))
    }
    if json {
      Terminal.out(PlanJSON.write(repair.plan))
    } else {
      Terminal.show(RepairSummary(repair, from: before, to: facts, reasons: reasons).text)
    }
  }
}
