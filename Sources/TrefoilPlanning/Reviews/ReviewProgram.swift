import TrefoilModel
import TrefoilSolver

/// The reviews of a term as rows and columns: the very model that ``ReviewPlanner`` solves, for any
/// solver of integer programs to check it.
///
/// Its optimum is the least cost of groups, teams and workshop leads. Days are not in it: a plan
/// with dates never costs less, and costs more only where those teams cannot be dated.
public struct ReviewProgram: Sendable {
  /// What a row or column is called: a word, then lists of ids.
  public struct Name: Sendable, Hashable {
    public let kind: String
    public let ids: [[String]]

    public init(_ kind: String, _ ids: [[String]]) {
      self.kind = kind
      self.ids = ids
    }
  }

  /// Why there is no model, in words.
  public typealias Refusal = ModelRefusal

  public let model: ExplicitModel
  private let reviews: ReviewModel

  /// Compiles a scenario. Time and memory grow with the number of columns, at most
  /// ``ExplicitModel/mostColumns``.
  ///
  /// - Throws: ``Refusal`` when no groups can be made, when a wish that must be met cannot be, or
  ///   when there would be too many columns; ``PlanningError`` as ``ReviewPlanner`` does.
  public init(_ scenario: Scenario) async throws {
    let facts = TrustFacts(scenario)
    let count = facts.participants.count
    guard count <= ReviewPlanner.mostSchools else {
      throw Refusal(sentences: ["\(count) schools take part, far too many for one model."])
    }
    let remainder = facts.scenario.rules[Remainder.self]
    guard let shape = remainder.shape(of: count) else {
      throw Refusal(sentences: [
        "There is no model: no groups can be made of \(count) schools by 'remainder: "
          + "\(remainder.setting.rawValue)'."
      ])
    }
    guard let reviews = try await ReviewCompiler.compile(facts, shape: shape) else {
      throw PlanningError(sentence: "compiling ended without a model")
    }
    guard reviews.obstacles.isEmpty else {
      throw Refusal(sentences: ["There is no model, as there is no plan:"] + reviews.obstacles)
    }
    self.reviews = reviews
    do {
      model = try ExplicitModel(reviews.problem)
    } catch {
      throw Refusal(sentences: [Self.words(for: error)])
    }
  }

  private static func words(for size: ExplicitModelTooLarge) -> String {
    let count = size.isLowerBound ? "more than \(size.columns)" : "\(size.columns)"
    return "The model could have \(count) columns, one for every group and every team in it; at "
      + "most \(ExplicitModel.mostColumns) are written. Rules that must keep schools apart make it "
      + "smaller, and a scenario without people.csv has a column for each group alone."
  }

  /// What the model says and what it leaves out, a sentence to a line.
  public var notes: [String] {
    let facts = reviews.facts
    var lines = [
      "The reviews of \(Excerpt.escaped(facts.scenario.trust)), as rows and columns.",
      "Minimise. Costs are whole person-minutes; the constant is the right-hand side of the row of",
      "costs with its sign turned. The least cost is that of the best groups, teams and workshop",
      "leads: what 'trefoil plan' proves.",
    ]
    if TermCalendar(facts) != nil {
      lines += [
        "Not in it: days. Whether reviews clash on a date, the leaders out on one day, days between",
        "duties and days away are looked at by a later stage, so that a plan can cost more than",
        "this model where its cheapest teams cannot be dated; the plan's notes then say so.",
      ]
    }
    return lines
  }

  // MARK: Names

  public func name(of choice: ExplicitModel.Choice) -> Name {
    switch choice {
    case .group(let members): Name("group", [schools(members)])
    case .rest(let item): Name("rest", [schools([item])])
    case .team(let group, let host, let visitors, let staff):
      Name("team", [schools(group), schools([host]), schools(visitors), champions(staff)])
    case .lead(let host, let staff?): Name("lead", [schools([host]), champions([staff])])
    case .lead(let host, nil): Name("no-lead", [schools([host])])
    case .seat(let staff, let ordinal): Name("seat", [champions([staff]), ["\(ordinal)"]])
    }
  }

  public func name(of demand: ExplicitModel.Demand) -> Name {
    switch demand {
    case .item(let item): Name("school", [schools([item])])
    case .groups(let size): Name("groups-of", [["\(size)"]])
    case .resting: Name("resting", [])
    case .team(let group, let host): Name("teams", [schools(group), schools([host])])
    case .visits(let group, let visitor): Name("visits", [schools(group), schools([visitor])])
    case .lead(let host): Name("leads", [schools([host])])
    case .leadSuits(let host, let staff):
      Name("lead-suits", [schools([host]), champions([staff])])
    case .seats(let staff): Name("seats", [champions([staff])])
    case .duties(let person): Name("duties", [[reviews.people[person].id.rawValue]])
    case .days(let person): Name("days", [[reviews.people[person].id.rawValue]])
    case .burden(let person): Name("journeys", [[reviews.people[person].id.rawValue]])
    case .siteDays(let site): Name("school-days", [[reviews.sites[site].id.rawValue]])
    }
  }

  private func schools(_ items: [Int]) -> [String] {
    items.map { reviews.items[$0].id.rawValue }
  }

  private func champions(_ staff: [Int]) -> [String] {
    staff.map { reviews.staff[$0].id.rawValue }
  }
}
