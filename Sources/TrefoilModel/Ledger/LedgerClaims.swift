/// Who has said what was given in each term, so that nothing is counted from two plans.
///
/// One source has the word on all reviews of a term, one on all its coaching, and so on. Secondments last
/// on from earlier plans: there it is a person, and an opening, that one source has the word on, since
/// whoever is away goes nowhere else, and what is filled is not filled again.
struct LedgerClaims {
  enum Part: CaseIterable {
    case reviews, secondments, coaching, advocates, networks

    init(_ kind: LedgerEntry.Kind) {
      self =
        switch kind {
        case .review, .champion, .workshop, .hosting: .reviews
        case .secondment: .secondments
        case .coaching: .coaching
        case .advocate: .advocates
        case .network: .networks
        }
    }

    var words: String {
      switch self {
      case .reviews: "reviews"
      case .secondments: "secondments"
      case .coaching: "coaching"
      case .advocates: "advocates"
      case .networks: "networks"
      }
    }
  }

  /// Something that a plan says and that is counted as another source has it.
  struct Doubled: Hashable {
    let term: String
    /// The name of a plan; nil for the ledger.
    let source: String?
  }

  private struct Place: Hashable {
    let part: Part
    let term: String
    var id = ""
  }

  private enum Source {
    case ledger
    case plan(String)

    var name: String? { if case .plan(let name) = self { name } else { nil } }
  }

  private var sources: [Place: Source] = [:]

  init(of ledger: Ledger) {
    claim(ledger.entries, for: .ledger)
  }

  /// The entries of a plan that nothing else has said, which are then said by it; and those that
  /// something else has, by term and source in the order of the entries. O(entries).
  mutating func take(
    _ entries: [LedgerEntry], of plan: String
  ) -> (own: [LedgerEntry], doubled: [(Doubled, Set<Part>)]) {
    var own: [LedgerEntry] = []
    var doubled: [(Doubled, Set<Part>)] = []
    var places: [Doubled: Int] = [:]
    for entry in entries {
      guard let source = source(of: entry) else {
        own.append(entry)
        continue
      }
      let key = Doubled(term: entry.term, source: source.name)
      if places[key] == nil { doubled.append((key, [])) }
      let place = places[key] ?? doubled.count - 1
      places[key] = place
      doubled[place].1.insert(Part(entry.kind))
    }
    claim(own, for: .plan(plan))
    return (own, doubled)
  }

  private func source(of entry: LedgerEntry) -> Source? {
    Self.places(of: entry).lazy.compactMap { sources[$0] }.first
  }

  private mutating func claim(_ entries: [LedgerEntry], for source: Source) {
    for place in entries.flatMap(Self.places) { sources[place] = source }
  }

  private static func places(of entry: LedgerEntry) -> [Place] {
    let place = Place(part: Part(entry.kind), term: TermName.key(of: entry.term))
    guard entry.kind == .secondment else { return [place] }
    let ids = ["person \(entry.person)"] + (entry.opening.map { ["opening \($0)"] } ?? [])
    return ids.map { Place(part: place.part, term: place.term, id: $0) }
  }
}
