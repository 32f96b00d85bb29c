import TrefoilModel
import TrefoilSolver

/// Why requirements cannot hold together, in one sentence: the school and the number where these can be
/// told, the list of requirements otherwise.
struct ReasonSentence {
  let question: Feasibility
  let words: RequirementWords
  /// Whether they are in the way of something that was asked for, and not of every plan.
  var isBesideQuestion = false

  private static let mostNamed = 4

  private var facts: TrustFacts { question.facts }

  /// - Parameter kept: the scenario with these requirements alone.
  func sentence(of requirements: [Requirement], kept: Relaxation) async throws -> String {
    if let near = neighbours(requirements) { return near }
    if let away = headAway(requirements) { return away }
    if requirements.isEmpty || requirements == [.remainder], hasNoShape { return noGroups }
    if requirements.isEmpty, isBesideQuestion { return try await beyondRules() }
    let models = try await question.models(kept)
    let obstacles = models.map(obstacles)
    // Where groups may have any sizes the sentence has to be true of all of them.
    if let shared = obstacles.first?.first(where: { one in obstacles.allSatisfy { $0.contains(one) }
    }) {
      return shared
    }
    // Whom not even one other school may review has no place in a larger group either.
    let inPairs = models.first { $0.problem.sizes.min() == 2 }
    guard models.count > 1, let inPairs, let alone = GroupObstacles(inPairs).visits.first else {
      return listed(requirements)
    }
    return alone
  }

  /// What is in the way of something asked where no rule is: what the trust is.
  private func beyondRules() async throws -> String {
    let own = try await question.models(Relaxation()).first.map(obstacles)
    return own?.first ?? "This cannot be, whatever rules are given up."
  }

  private func obstacles(_ model: ReviewModel) -> [String] {
    model.obstacles + GroupObstacles(model).visits
      + (GroupParts(model).cut.map { [$0] } ?? [])
      + GroupObstacles(model).staffing + GroupObstacles(model).capacity
      + (TermCalendar(model.facts).map { CalendarObstacles(model, $0).proven } ?? [])
  }

  private func listed(_ requirements: [Requirement]) -> String {
    if requirements.isEmpty {
      return "No groups, teams and days can be found even if nothing was asked for."
    }
    let texts = words.groups(of: requirements).map { words.written($0).text + forWhom($0) }
    let list = texts.joined(separator: "; ")
    if isBesideQuestion { return "In the way \(texts.count == 1 ? "is" : "are"): \(list)." }
    return texts.count == 1
      ? "No plan keeps this: \(list)." : "These cannot hold together: \(list)."
  }

  /// The schools or people for whom a rule is held, where these are few.
  private func forWhom(_ group: [Requirement]) -> String {
    let names = group.compactMap { requirement -> String? in
      guard case .rule(let key, .some(let subject)) = requirement, key != Capacity.key else {
        return nil
      }
      return words.name(subject)
    }
    return names.isEmpty || names.count > Self.mostNamed
      ? "" : " for \(names.joined(separator: " and "))"
  }

  /// One principal who is away, and for whom nobody acts; nil for every other reason.
  private func headAway(_ requirements: [Requirement]) -> String? {
    let besideSizes = requirements.filter { $0 != .remainder }
    guard besideSizes.count == 1, case .away(let person) = besideSizes[0],
      !facts.headed(by: person).isEmpty
    else { return nil }
    return words.away(person) + "."
  }

  private var hasNoShape: Bool {
    facts.scenario.rules[Remainder.self].shape(of: facts.participants.count) == nil
  }

  private var noGroups: String {
    let count = facts.participants.count
    let who = count == 1 ? "1 school takes" : "\(count) schools take"
    let rule = facts.scenario.rules[Remainder.self].setting.rawValue
    return "\(who) part, and no groups can be made of them by 'remainder: \(rule)'. A triad needs "
      + "three; two make a pair by 'remainder: pairs'."
  }

  /// One school with too few others within its travel limit; nil for every other reason.
  private func neighbours(_ requirements: [Requirement]) -> String? {
    let besideSizes = requirements.filter { $0 != .remainder }
    guard besideSizes.count == 1, let school = besideSizes[0].school.flatMap(facts.school),
      facts.participates(school.id),
      let limit = limit(of: besideSizes[0]),
      let shape = facts.scenario.rules[Remainder.self].shape(of: facts.participants.count),
      let least = shape.groups.keys.min()
    else { return nil }
    let near = facts.participants.filter { other in
      other.id != school.id
        && max(facts.minutes(from: school, to: other), facts.minutes(from: other, to: school))
          <= limit
    }
    guard near.count < least - 1 else { return nil }
    let names = near.isEmpty ? "" : " (\(near.map(\.name).joined(separator: ", ")))"
    let count = ["no school", "one school", "2 schools", "3 schools"][min(near.count, 3)]
    let kind =
      [2: "a pair needs one", 3: "a triad needs two"][least] ?? "a group of \(least) needs more"
    return "\(school.name) has \(count) within \(limit) minutes\(names); \(kind)."
  }

  private func limit(of requirement: Requirement) -> Int? {
    let rule = facts.scenario.rules[TravelLimit.self]
    switch requirement {
    case .rule(TravelLimit.key, _): return rule.setting.limit
    case .override(TravelLimit.key, let subject):
      return rule.governed.exceptions.last { $0.subject == subject }?.setting.limit
    default: return nil
    }
  }
}
