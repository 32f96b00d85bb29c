import TrefoilModel

/// Why a school has no advocate: what keeps each trustee from it.
struct UnchampionedReasons {
  private let facts: AdvocateFacts
  private let counts: [TrusteeID: Int]
  private let fewest: Int?
  private let isProven: Bool

  /// - Parameter isProven: whether no advocates cost less; only then is it known what is too dear.
  init(_ facts: AdvocateFacts, _ pairs: [Advocacy], isProven: Bool) {
    self.facts = facts
    self.isProven = isProven
    counts = pairs.reduce(into: [:]) { $0[$1.trustee, default: 0] += 1 }
    fewest = AdvocateBalance.fewest(counts, of: facts.trustees)
  }

  private enum Kind: CaseIterable {
    case tie, turn, most, balance, price, open

    func words(_ count: Int) -> String {
      let (who, have, take) =
        count == 1 ? ("1 trustee", "has", "takes") : ("\(count) trustees", "have", "take")
      return switch self {
      case .tie: "\(who) \(have) a tie with it"
      case .turn: "\(who) had it too lately (advocate-repeat)"
      case .most: "\(who) \(have) as many schools as they \(count == 1 ? "take" : take)"
      case .balance: "\(who) would have too many beside the others (advocate-balance)"
      case .price: "\(who) might, but it would save nothing (unchampioned)"
      case .open: "\(who) might; the search ended before that was settled"
      }
    }
  }

  /// The reasons in the order of how firm they are. O(trustees x rules).
  func reasons(of id: SchoolID) -> [String] {
    guard let school = facts.trust.school(id) else { return [] }
    if facts.trustees.isEmpty { return ["there is no trustee"] }
    let kinds = Dictionary(grouping: facts.trustees.map { kind($0, school) }) { $0 }
    return Kind.allCases.compactMap { kind in kinds[kind].map { kind.words($0.count) } }
  }

  private func kind(_ trustee: Trustee, _ school: School) -> Kind {
    let rules = facts.trust.scenario.rules
    let count = counts[trustee.id] ?? 0
    if trustee.ties.contains(school.id) { return .tie }
    let charges = rules[AdvocateRepeat.self].charges(for: trustee, at: school, of: facts)
    if charges.contains(where: { $0.charge == .must }) { return .turn }
    if let most = trustee.most, count >= most { return .most }
    if rules[AdvocateBalance.self].setting == .must, let fewest, count > fewest { return .balance }
    return isProven ? .price : .open
  }
}
