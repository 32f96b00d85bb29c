import TrefoilModel

/// Appends a plan to a scenario's `history.csv` and `ledger.csv`, once.
///
/// The history is written last and decides whether the plan is published: a run that is killed before
/// leaves at most entries of the ledger, which the next run of the same plan replaces.
public struct Publication: Sendable {
  /// Why a plan is not published.
  public struct Refusal: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  public let term: String
  /// The name of the term that follows.
  public let next: String
  /// The openings that the plan fills, in its order; the next term's openings.csv is without them.
  public let filled: [OpeningID]
  /// Those that it filled in part in the term that is published, and of which later terms have nothing
  /// open, with what nobody filled, in words; the next term's openings.csv is without them too.
  public let over: [(opening: OpeningID, lacked: String)]
  /// Those to which it sends somebody and that it leaves open in part, with what is open, in words; the
  /// next term's openings.csv has each of that in a row under an id of its own.
  public let partlyFilled: [(opening: OpeningID, open: [String])]
  /// The openings of the published term to which it sends nobody, in the order of openings.csv, and the
  /// terms that are left of each: from the next on, or none, where the opening is over.
  public let unserved: [(opening: OpeningID, termsLeft: Int)]
  private let folder: String
  private let files: [AtomicWriter.File]

  /// Prepares to publish the first term of a plan; nothing is written yet.
  ///
  /// - Throws: `Refusal` where the term is in the history already, the plan is another trust's or
  ///   another term's, or breaks a rule; `NoSuchFile` and `Faults` as ``ScenarioReader`` does.
  public init(of plan: Plan, into folder: String) throws {
    guard let first = plan.terms.first else {
      throw Refusal(description: "The plan has no term; there is nothing to publish.")
    }
    var files = FolderFiles(folder: folder)
    let history = files.optional(HistoryTable.name)
    let ledger = files.optional(LedgerTable.name)
    if !files.faults.isEmpty { throw Faults(files.faults) }
    let table = history.map {
      ScenarioTable($0, file: files.path(HistoryTable.name), layout: HistoryTable.layout)
    }
    // Another trust's plan is refused as such, whatever else the folder holds.
    if let trust = try? ScenarioReader(folder: folder).readPublished().scenario.trust {
      try Self.check(plan, isOf: trust)
    }
    // The reader of the scenario would call a term that is both past and planned a fault.
    let key = TermName.key(of: first.term)
    if table?.rows.contains(where: { $0["term"].map { TermName.key(of: $0.text) } == key }) == true
    {
      throw Refusal(
        description: "\(first.term) is in \(files.path(HistoryTable.name)) already: the plan was "
          + "published before. Nothing was written.")
    }
    let scenario = try ScenarioReader(folder: folder).read()
    try Self.check(plan, against: scenario)
    if table?.has("terms-ago") == true {
      throw Refusal(
        description:
          "\(files.path(HistoryTable.name)) says how many terms ago each term was, which "
          + "changes from term to term. Take out the column terms-ago; names such as Autumn 2026 say "
          + "it.")
    }
    let facts = TrustFacts(scenario)
    let old = ledger.map {
      ScenarioTable($0, file: files.path(LedgerTable.name), layout: LedgerTable.layout)
    }
    let entries = Ledger.entries(of: plan, facts: facts, terms: 1)
    self.folder = folder
    term = first.term
    let served = Self.served(by: plan, SecondmentFacts(facts))
    filled = served.filter { $0.now.isEmpty && $0.later.isEmpty }.map(\.opening)
    over = served.filter { !$0.now.isEmpty && $0.later.isEmpty }
      .map { ($0.opening, $0.now.joined(separator: ", ")) }
    partlyFilled = served.filter { !$0.later.isEmpty }.map { ($0.opening, $0.later) }
    let sent = Set(served.map(\.opening))
    unserved = scenario.openings.filter { $0.span.contains(0) && !sent.contains($0.id) }
      .map { ($0.id, $0.span.upperBound - 1) }
    next = TermName.name(of: 1, after: first.term)
    self.files = [
      AtomicWriter.File(
        name: LedgerTable.name,
        text: LedgerTable.text(of: entries, after: old, replacing: first.term)),
      AtomicWriter.File(name: HistoryTable.name, text: Self.appended(first, to: table)),
    ]
  }

  /// What each opening to which the plan sends somebody lacks in the first term and in later ones, a run
  /// of terms each, in words.
  private static func served(
    by plan: Plan, _ facts: SecondmentFacts
  ) -> [(opening: OpeningID, now: [String], later: [String])] {
    let moves = plan.secondments.compactMap { facts.move($0) }
    var known: Set<OpeningID> = []
    return moves.map(\.opening).filter { known.insert($0.id).inserted }.map { opening in
      func open(_ terms: Range<Int>) -> [String] {
        OpenDays.of(opening, in: moves, terms: terms.clamped(to: opening.span))
          .map { $0.words(facts) }
      }
      return (opening.id, open(0..<1), open(1..<max(1, opening.span.upperBound)))
    }
  }

  private static func check(_ plan: Plan, isOf trust: String) throws {
    if plan.trust != trust {
      throw Refusal(
        description: "The plan is of \(plan.trust), the scenario of \(trust). Nothing was written.")
    }
  }

  private static func check(_ plan: Plan, against scenario: Scenario) throws {
    try check(plan, isOf: scenario.trust)
    if plan.terms.first?.term != scenario.term.name {
      throw Refusal(
        description: "The plan is of \(plan.terms.first?.term ?? ""), the scenario plans "
          + "\(scenario.term.name). Nothing was written.")
    }
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    if let broken = verification.violations.first {
      throw Refusal(
        description:
          "The plan breaks the rule \(broken.rule): \(broken.sentence). 'trefoil verify' "
          + "says all. Nothing was written.")
    }
  }

  /// The history with the groups of one more term, in the columns that it has.
  private static func appended(_ term: TermPlan, to history: ScenarioTable?) -> String {
    let columns = history?.columnNames ?? HistoryTable.layout.required
    var table = CSVWriter(header: columns)
    for cells in history?.cells ?? [] { table.append(cells) }
    let names = columns.map { CSVColumn.folded($0) }
    func append(_ group: String, _ school: SchoolID) {
      let cells = ["term": term.term, "group": group, "school": school.rawValue]
      table.append(names.map { cells[$0] ?? "" })
    }
    for (index, group) in term.groups.enumerated() {
      for school in group.schools { append("\(index + 1)", school) }
    }
    for school in term.resting { append(HistoryTable.rest, school) }
    return table.text
  }

  /// Writes the ledger, then the history.
  public func write() throws(CannotWrite) {
    try AtomicWriter(directory: folder).write(files)
  }
}
