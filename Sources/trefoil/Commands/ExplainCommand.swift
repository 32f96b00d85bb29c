import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a plan's reviews are as they are, and what something else would cost.",
    discussion: """
      EXAMPLES
        trefoil explain scenarios/diocese plans/plan.json
        trefoil explain scenarios/diocese plans/plan.json --school st-anne
        trefoil explain scenarios/diocese plans/plan.json --group 2
        trefoil explain scenarios/diocese plans/plan.json --why-not st-anne,st-bede
        trefoil explain scenarios/diocese plans/plan.json --school st-anne --instead kim
        trefoil explain scenarios/diocese plans/plan.json --why-not kim,st-anne --duty workshop-lead
        trefoil explain scenarios/diocese plans/plan.json --school st-anne --why-no-champion

      The plan may be one made by hand. What is asked for is made a must and the reviews of the term \
      are planned anew: the difference is against the plan as it is, and against the cheapest plan. \
      Where no plan has it so, it says which rules and facts cannot hold with it, and what would help. \
      Secondments stay as the plan has them.
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Argument(help: "The plan: plan.json or a file like it.")
  var plan: String

  @Option(help: ArgumentHelp("What this school's group costs, and its next best.", valueName: "id"))
  var school: String?

  @Option(help: ArgumentHelp("What this person's duties cost.", valueName: "id"))
  var person: String?

  @Option(help: ArgumentHelp("A group by its number in the plan.", valueName: "number"))
  var group: Int?

  @Option(
    help: ArgumentHelp(
      "Two schools that are not together, or a person and a school.", valueName: "a,b"))
  var whyNot: String?

  @Option(
    help: ArgumentHelp("This champion at the review of --school instead.", valueName: "person"))
  var instead: String?

  @Flag(help: "Why the review of --school has fewer champions than are asked for.")
  var whyNoChampion = false

  @Option(help: "The duty that is meant: champion or workshop-lead.")
  var duty: Duty?

  @Option(help: ArgumentHelp("The term of a plan of several, from 1.", valueName: "number"))
  var term = 1

  @Flag(help: "Print JSON in place of text.")
  var json = false

  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func run() async throws {
    try await reportingFailures { try await explain() }
  }

  private func explain() async throws {
    let scenario = try ScenarioReader(folder: scenario).read()
    let bytes = try InputFile.bytes(at: plan)
    let file = plan
    let plan = try PlanJSON.read(bytes, file: file)
    guard !plan.terms.isEmpty else {
      Terminal.error("The file holds no plan, so that there is nothing to explain.")
      throw ExitStatus.no.code
    }
    guard (1...plan.terms.count).contains(term) else {
      throw ValidationError("--term takes a number from 1 to \(plan.terms.count), the plan's terms")
    }
    let stops = SearchStops()
    let interruption = Interruption { stops.send() }
    if let limit = search.time { stops.send(after: limit) }
    let line = ProgressLine(isQuiet: quiet)
    defer { line.finish() }
    let options = search.planning(threads: threads.count)
    let explanation: Explanation
    do {
      explanation = try await Explainer(scenario, plan: plan, term: term - 1, options: options)
        .explain(request, stop: stops.teams, datesStop: stops.dates) { line.show($0) }
    } catch let refusal as ExplanationRequest.Refusal where refusal.isOfPlan {
      throw Faults(PlanJSON.faultsOfGroups(in: bytes, file: file, term: term - 1))
    }
    line.finish()
    if json {
      Terminal.out(ExplanationJSON.write(explanation))
    } else {
      Terminal.show(ExplanationSummary(explanation).text)
    }
    if interruption.wasReceived { throw ExitStatus.interrupted.code }
  }

  private var request: ExplanationRequest {
    var request = ExplanationRequest()
    (request.school, request.person, request.group) = (school, person, group)
    request.whyNot = whyNot.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    (request.instead, request.duty) = (instead, duty)
    request.whyNoChampion = whyNoChampion
    return request
  }
}

extension Duty: ExpressibleByArgument {}
