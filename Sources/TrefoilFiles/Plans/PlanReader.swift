import TrefoilModel

/// Turns the values of a `plan.json` into a plan, and gathers everything wrong with them.
struct PlanReader {
  /// Figures beyond this are no person-minutes of any trust; it keeps every sum far inside 64 bits.
  static let largestFigure = 1_000_000_000_000_000

  var faults: [Fault] = []

  mutating func plan(_ node: JSONNode) -> Plan {
    let keys = [
      "trefoil", "trust", "status", "cost", "bound", "gap", "seed", "terms", "secondments",
      "unfilled", "secondmentCosts", "secondmentWorstOff", "coaching", "advocates", "networks",
      "reasons", "broken", "notes",
    ]
    let fields = fields(of: node, at: "", allowed: keys, required: ["trefoil", "trust", "terms"])
    checkVersion(fields["trefoil"])
    let terms = list(fields["terms"], "terms").enumerated().map { index, node in
      term(node, "terms[\(index)]")
    }
    let notes = list(fields["notes"], "notes").enumerated().map { index, node in
      text(node, "notes[\(index)]") ?? ""
    }
    var plan = Plan(
      trust: fields["trust"].flatMap { text($0, "trust") } ?? "",
      status: status(fields["status"]) ?? (terms.isEmpty ? .unknown : .feasible),
      cost: figure(fields["cost"], "cost"), bound: figure(fields["bound"], "bound"),
      seed: seed(fields["seed"]), terms: terms, notes: notes)
    plan.secondments = list(fields["secondments"], "secondments").enumerated().map { index, node in
      secondment(node, "secondments[\(index)]")
    }
    plan.unfilled = list(fields["unfilled"], "unfilled").enumerated().map { index, node in
      unfilled(node, "unfilled[\(index)]")
    }
    plan.secondmentCosts = costs(fields["secondmentCosts"], "secondmentCosts")
    plan.secondmentWorstOff = fields["secondmentWorstOff"].map {
      worstOff($0, "secondmentWorstOff")
    }
    plan.coaching = fields["coaching"].map { coaching($0, "coaching") }
    plan.advocates = fields["advocates"].map { advocates($0, "advocates") }
    plan.networks = fields["networks"].map { node in
      list(node, "networks").enumerated().map { network($1, "networks[\($0)]") }
    }
    plan.reasons = list(fields["reasons"], "reasons").enumerated().map { index, node in
      reason(node, "reasons[\(index)]")
    }
    plan.broken = list(fields["broken"], "broken").enumerated().map { index, node in
      broken(node, "broken[\(index)]")
    }
    if let stated = decimal(fields["gap"], "gap"), !Self.isGap(stated, of: plan) {
      plan.misstatedGap = stated
    }
    return plan
  }

  private static func isGap(_ stated: Double, of plan: Plan) -> Bool {
    plan.gap.map { Double(PlanJSON.digits($0)) == Double(PlanJSON.digits(stated)) } ?? false
  }

  private mutating func checkVersion(_ node: JSONNode?) {
    guard let node else { return }
    if case .number(let digits) = node.content, Int(digits) == Plan.formatVersion { return }
    reject(
      node, "trefoil", "the format of the plan is not known",
      remedy: "this program reads format \(Plan.formatVersion)")
  }

  private mutating func status(_ node: JSONNode?) -> PlanStatus? {
    guard let node, let word = text(node, "status") else { return nil }
    if let status = PlanStatus(rawValue: word) { return status }
    let words = PlanStatus.allCases.map(\.rawValue)
    let hint = Spelling.nearest(to: word, among: words).map { "did you mean '\($0)'? " } ?? ""
    reject(
      node, "status", "there is no such status",
      remedy: "\(hint)write one of \(words.joined(separator: ", "))")
    return nil
  }

  private mutating func term(_ node: JSONNode, _ path: String) -> TermPlan {
    let fields = fields(
      of: node, at: path, allowed: ["term", "groups", "resting", "costs", "calendar", "worstOff"],
      required: ["term", "groups"])
    var term = TermPlan(
      term: fields["term"].flatMap { text($0, path + ".term") } ?? "",
      groups: list(fields["groups"], path + ".groups").enumerated().map { index, node in
        group(node, "\(path).groups[\(index)]")
      },
      resting: ids(fields["resting"], path + ".resting").map { SchoolID($0) },
      costs: costs(fields["costs"], path + ".costs"),
      calendar: costs(fields["calendar"], path + ".calendar"))
    term.worstOff = fields["worstOff"].map { worstOff($0, path + ".worstOff") }
    return term
  }

  private mutating func group(_ node: JSONNode, _ path: String) -> Group {
    let fields = fields(
      of: node, at: path, allowed: ["schools", "reviews", "costs"],
      required: ["schools", "reviews"])
    return Group(
      schools: ids(fields["schools"], path + ".schools").map { SchoolID($0) },
      reviews: list(fields["reviews"], path + ".reviews").enumerated().map { index, node in
        review(node, "\(path).reviews[\(index)]")
      },
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func review(_ node: JSONNode, _ path: String) -> Review {
    let keys = [
      "host", "reviewers", "champions", "lead", "workshopLead", "dates", "workshopDate", "dataDue",
    ]
    let fields = fields(of: node, at: path, allowed: keys, required: ["host", "reviewers"])
    let reviewers = ids(fields["reviewers"], path + ".reviewers").map { PersonID($0) }
    let champions = ids(fields["champions"], path + ".champions").map { PersonID($0) }
    let lead = id(fields["lead"], path + ".lead").map { PersonID($0) }
    let team = reviewers + champions
    if lead == nil, team.isEmpty, fields["reviewers"] != nil {
      reject(node, path, "nobody is on the team", remedy: "name the reviewers")
    }
    return Review(
      host: SchoolID(id(fields["host"], path + ".host") ?? ""), reviewers: reviewers,
      champions: champions, lead: lead ?? team.first ?? PersonID(""),
      workshopLead: id(fields["workshopLead"], path + ".workshopLead").map { PersonID($0) },
      dates: list(fields["dates"], path + ".dates").enumerated().compactMap { index, node in
        day(node, "\(path).dates[\(index)]")
      },
      workshopDate: fields["workshopDate"].flatMap { day($0, path + ".workshopDate") },
      dataDue: fields["dataDue"].flatMap { day($0, path + ".dataDue") })
  }

  private mutating func secondment(_ node: JSONNode, _ path: String) -> Secondment {
    let required = ["person", "opening", "from", "to", "days", "firstTerm", "terms"]
    let fields = fields(
      of: node, at: path, allowed: required + ["coveredBy", "costs"], required: required)
    return Secondment(
      person: PersonID(id(fields["person"], path + ".person") ?? ""),
      opening: OpeningID(id(fields["opening"], path + ".opening") ?? ""),
      from: SchoolID(id(fields["from"], path + ".from") ?? ""),
      to: SchoolID(id(fields["to"], path + ".to") ?? ""),
      days: figure(fields["days"], path + ".days", of: "days a week") ?? 0,
      firstTerm: fields["firstTerm"].flatMap { text($0, path + ".firstTerm") } ?? "",
      terms: figure(fields["terms"], path + ".terms", of: "terms") ?? 0,
      coveredBy: id(fields["coveredBy"], path + ".coveredBy").map { PersonID($0) },
      costs: costs(fields["costs"], path + ".costs"))
  }

  private mutating func unfilled(_ node: JSONNode, _ path: String) -> UnfilledOpening {
    let fields = fields(
      of: node, at: path, allowed: ["opening", "days", "reasons", "remedies"],
      required: ["opening", "days"])
    func texts(_ key: String) -> [String] {
      list(fields[key], "\(path).\(key)").enumerated().compactMap { index, node in
        text(node, "\(path).\(key)[\(index)]")
      }
    }
    return UnfilledOpening(
      opening: OpeningID(id(fields["opening"], path + ".opening") ?? ""),
      days: figure(fields["days"], path + ".days", of: "days a week") ?? 0,
      reasons: texts("reasons"),
      remedies: texts("remedies"))
  }
}

/// The parts that values are made of.
extension PlanReader {
  mutating func reject(_ node: JSONNode, _ path: String, _ problem: String, remedy: String) {
    let place = path.isEmpty ? "" : path + ": "
    faults.append(
      Fault(
        at: node.position, problem: Excerpt.escaped(place) + problem, found: node.shown,
        remedy: remedy))
  }

  /// The members of an object by key, without those that are null.
  mutating func fields(
    of node: JSONNode, at path: String, allowed: [String], required: [String]
  ) -> [String: JSONNode] {
    guard case .map(let members) = node.content else {
      reject(node, path, "an object is needed", remedy: "see `trefoil schema`")
      return [:]
    }
    var fields: [String: JSONNode] = [:]
    for member in members {
      guard allowed.contains(member.key) else {
        let near = Spelling.nearest(to: member.key, among: allowed)
        faults.append(
          Fault(
            at: member.position,
            problem: "\(path.isEmpty ? "" : path + ": ")there is no such key", found: member.key,
            remedy: (near.map { "did you mean '\($0)'? " } ?? "")
              + "the keys are \(allowed.joined(separator: ", "))"))
        continue
      }
      if case .null = member.value.content { continue }
      fields[member.key] = member.value
    }
    for key in required where fields[key] == nil {
      reject(node, path, "the key '\(key)' is missing", remedy: "add it; see `trefoil schema`")
    }
    return fields
  }

  mutating func list(_ node: JSONNode?, _ path: String) -> [JSONNode] {
    guard let node else { return [] }
    if case .list(let nodes) = node.content { return nodes }
    reject(node, path, "a list is needed", remedy: "write it in brackets, [ ]")
    return []
  }

  mutating func text(_ node: JSONNode, _ path: String) -> String? {
    if case .text(let text) = node.content { return text }
    reject(node, path, "a text is needed", remedy: "write it in quotes")
    return nil
  }

  mutating func id(_ node: JSONNode?, _ path: String) -> String? {
    guard let node, let text = text(node, path) else { return nil }
    if text.isEmpty { reject(node, path, "an id cannot be empty", remedy: "write the id") }
    return text
  }

  mutating func ids(_ node: JSONNode?, _ path: String) -> [String] {
    list(node, path).enumerated().compactMap { index, node in id(node, "\(path)[\(index)]") }
  }

  mutating func day(_ node: JSONNode, _ path: String) -> CalendarDay? {
    guard let text = text(node, path) else { return nil }
    if let day = CalendarDay(text) { return day }
    reject(node, path, "this is no day", remedy: "write year, month and day, 2026-09-21")
    return nil
  }

  /// A number of person-minutes, or of what is said.
  mutating func figure(
    _ node: JSONNode?, _ path: String, of what: String = "person-minutes"
  ) -> Int? {
    guard let node else { return nil }
    if case .number(let digits) = node.content, let number = Int(digits),
      (-Self.largestFigure...Self.largestFigure).contains(number)
    {
      return number
    }
    reject(
      node, path, "a whole number of \(what) is needed",
      remedy: "write a number up to \(Self.largestFigure)")
    return nil
  }

  mutating func flag(_ node: JSONNode?, _ path: String) -> Bool? {
    guard let node else { return nil }
    if case .truth(let isTrue) = node.content { return isTrue }
    reject(node, path, "true or false is needed", remedy: "write true or false, without quotes")
    return nil
  }

  mutating func decimal(_ node: JSONNode?, _ path: String) -> Double? {
    guard let node else { return nil }
    if case .number(let digits) = node.content, let number = Double(digits), number.isFinite {
      return number
    }
    reject(node, path, "a number is needed", remedy: "write a share, such as 0.05")
    return nil
  }

  mutating func seed(_ node: JSONNode?) -> UInt64 {
    guard let node else { return 0 }
    if case .number(let digits) = node.content, let seed = UInt64(digits) { return seed }
    reject(
      node, "seed", "a whole number is needed", remedy: "write a number from 0 to \(UInt64.max)")
    return 0
  }

  mutating func costs(_ node: JSONNode?, _ path: String) -> [RuleKey: Int]? {
    guard let node else { return nil }
    guard case .map(let members) = node.content else {
      reject(node, path, "an object is needed", remedy: "write {\"travel\": 120}, or leave it out")
      return nil
    }
    var costs: [RuleKey: Int] = [:]
    for member in members {
      costs[RuleKey(rawValue: member.key)] = figure(member.value, "\(path).\(member.key)")
    }
    return costs
  }
}
