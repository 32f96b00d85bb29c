import TrefoilModel

/// Reads the plan that the key `published` of `scenario.yaml` names: what the rule `change` holds a
/// new plan against.
struct PublishedPlan {
  /// What a scenario that is written calls its published plan. `trefoil plan` never writes a file of
  /// this name.
  static let name = "published.json"

  /// The plan of the scenario's term; nil, with faults, if there is none to be had.
  private(set) var term: TermPlan?
  /// The terms of the file that are planned after it.
  private(set) var laterTerms: [TermPlan] = []
  private(set) var faults: [Fault] = []

  /// Reads the file; schools and people that it names have to be known. Linear.
  ///
  /// - Parameters:
  ///   - planned: the name of the term that is planned.
  ///   - later: the names of the terms that may be planned after it.
  ///   - people: nil when the people could not be read: then every name passes.
  init(
    _ node: SettingNode, in files: inout FolderFiles, planned: String, later: Set<String>,
    schools: KnownSchools, people: Set<PersonID>?
  ) {
    guard let name = path(in: node), let bytes = files.named(name, by: node) else { return }
    let root: JSONNode
    do {
      root = try JSONScanner.read(bytes, file: files.path(name))
    } catch {
      faults.append(error)
      return
    }
    var reader = PlanReader()
    let plan = reader.plan(root)
    faults += reader.faults
    guard faults.isEmpty, let index = index(ofTerm: planned, in: plan, at: root) else { return }
    var check = PublishedNames(schools: schools, people: people)
    let others = plan.terms.indices.filter { $0 != index && later.contains(plan.terms[$0].term) }
    for place in [index] + others { check.read(root["terms"]?.elements[place]) }
    faults += check.faults
    guard faults.isEmpty else { return }
    term = plan.terms[index]
    laterTerms = others.map { plan.terms[$0] }
  }

  /// The path, if it stays in the folder.
  private mutating func path(in node: SettingNode) -> String? {
    let path = node.scalar.map { ScenarioRow.trimmed($0) } ?? ""
    let leaves = path.hasPrefix("/") || path.split(separator: "/").contains("..")
    if path.isEmpty || leaves || path.unicodeScalars.contains("\0") {
      faults.append(
        node.fault(
          leaves
            ? "the published plan has to lie in the scenario folder"
            : "the published plan is named by its file",
          remedy: "copy it there and write its name, 'published: plan.json'"))
      return nil
    }
    return path
  }

  /// Which of the plan's terms is the one that is planned: the one of its name, or the only one.
  private mutating func index(ofTerm name: String, in plan: Plan, at root: JSONNode) -> Int? {
    let named = plan.terms.indices.filter { plan.terms[$0].term == name }
    if named.count == 1 { return named[0] }
    if plan.terms.count == 1 { return 0 }
    let place = root["terms"]?.position ?? root.position
    faults.append(
      Fault(
        at: place,
        problem: plan.terms.isEmpty
          ? "the published plan has no term"
          : "of the \(plan.terms.count) terms of the published plan \(named.count) have the name of "
            + "the planned one, \(Excerpt.of(name))",
        remedy: "name a plan that has the planned term once"))
    return nil
  }
}
