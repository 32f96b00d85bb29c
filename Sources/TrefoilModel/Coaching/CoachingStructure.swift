/// What makes coaching possible, before any rule: who asks and offers, independence, places.
///
/// Its findings carry the key `coaching`; there is nothing to set.
struct CoachingStructure {
  static let key: RuleKey = "coaching"

  let facts: CoachingFacts

  func findings(in pairs: [CoachingPair]) -> [Finding] {
    var findings: [Finding] = []
    for (place, pair) in pairs.enumerated() {
      findings += names(pair).map { broken(place, $0) }
      guard let match = facts.match(coach: pair.coach, coachee: pair.coachee) else { continue }
      findings += obstacles(of: match).map { broken(place, $0) }
      findings += topic(of: pair, match).map { broken(place, $0) }
    }
    return findings + together(pairs)
  }

  private func broken(_ place: Int?, _ sentence: String) -> Finding {
    Finding(rule: Self.key, charge: .must, group: place, sentence: sentence)
  }

  private func name(_ id: PersonID) -> String { facts.trust.name(id) }

  private func names(_ pair: CoachingPair) -> [String] {
    [pair.coach, pair.coachee].compactMap { id in
      if facts.trust.person(id) == nil { return "there is no person '\(id)'" }
      if facts.profile(id) == nil { return "\(name(id)) takes no part in coaching" }
      return facts.trust.person(id)?.schools.first.flatMap { facts.trust.school($0) } == nil
        ? "\(name(id)) has no school" : nil
    }
  }

  /// The topic that a pair names is one of both, where they have any.
  private func topic(of pair: CoachingPair, _ match: CoachingMatch) -> [String] {
    guard match.topic != nil else { return [] }
    let topic = pair.topic.lowercased()
    func has(_ topics: [String]?) -> Bool { topics?.contains { $0.lowercased() == topic } ?? false }
    if has(facts.profile(pair.coachee)?.wants), has(facts.profile(pair.coach)?.offers) { return [] }
    return ["\(name(pair.coach)) and \(name(pair.coachee)) do not share '\(pair.topic)'"]
  }

  /// Why two people may not be a pair, whatever else is planned.
  func obstacles(of match: CoachingMatch) -> [String] {
    var obstacles: [String] = []
    let (coach, coachee) = (match.coach, match.coachee)
    if match.topic == nil {
      obstacles.append("\(coach.name) offers nothing in which \(coachee.name) asks for a coach")
    }
    let own = facts.trust.served(by: coach)
    if let school = facts.trust.served(by: coachee).first(where: { own.contains($0) }) {
      obstacles.append(
        "\(coach.name) and \(coachee.name) are both of \(facts.trust.name(school))")
    }
    if facts.isInLine(of: coachee.id, coach.id) {
      obstacles.append("\(coach.name) is in the line of management of \(coachee.name)")
    }
    if facts.isInLine(of: coach.id, coachee.id) {
      obstacles.append("\(coachee.name) is in the line of management of \(coach.name)")
    }
    return obstacles
  }

  /// Places of coaches, one coach for each, nobody who coaches their own coach.
  private func together(_ pairs: [CoachingPair]) -> [Finding] {
    var findings: [Finding] = []
    var coached: Set<PersonID> = []
    var given: [PersonID: Int] = [:]
    var found: Set<[PersonID]> = []
    for (place, pair) in pairs.enumerated() {
      if !coached.insert(pair.coachee).inserted {
        findings.append(broken(place, "\(name(pair.coachee)) has another coach already"))
      }
      given[pair.coach, default: 0] += 1
      if let profile = facts.profile(pair.coach), given[pair.coach] == profile.capacity + 1,
        profile.capacity > 0
      {
        findings.append(
          broken(place, "\(name(pair.coach)) coaches more than the \(profile.capacity) offered"))
      }
      if found.contains([pair.coachee, pair.coach]) {
        findings.append(
          broken(place, "\(name(pair.coach)) and \(name(pair.coachee)) coach each other"))
      }
      found.insert([pair.coach, pair.coachee])
    }
    return findings
  }
}
