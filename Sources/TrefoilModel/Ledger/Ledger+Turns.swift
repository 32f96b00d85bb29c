/// Turns that were published: which trustee championed which school, and where networks met.
extension Ledger {
  /// How many terms before one of this name each term of the ledger was, by ``TermName/key(of:)``.
  ///
  /// By season and year where both names have them, by value where both are whole numbers; other terms
  /// count in the order in which they come, the last of them one term ago. O(entries).
  func termsAgo(from planned: String) -> [String: Int] {
    let now = TermName.key(of: planned)
    var ages: [String: Int] = [:]
    var others: [String] = []
    for name in entries.map(\.term) {
      let key = TermName.key(of: name)
      if ages[key] != nil || key == now { continue }
      if let one = TermName(name), let other = TermName(planned) {
        ages[key] = other.ordinal - one.ordinal
      } else if let one = TermName.number(name), let other = TermName.number(planned) {
        ages[key] = other - one
      } else if !others.contains(key) {
        others.append(key)
      }
    }
    for (index, key) in others.enumerated() { ages[key] = others.count - index }
    return ages
  }
}

extension Scenario {
  /// The scenario in which trustees and networks know the turns that the ledger has of them, besides
  /// those that their own files say; a turn that stands in both counts once.
  public var withPublishedTurns: Scenario {
    var known = self
    let ages = ledger.termsAgo(from: term.name)
    var turns: [LedgerEntry.Kind: [PersonID: [PastTurn]]] = [:]
    for entry in ledger.entries where entry.kind == .advocate || entry.kind == .network {
      guard let age = ages[TermName.key(of: entry.term)], age > 0 else { continue }
      turns[entry.kind, default: [:]][entry.person, default: []]
        .append(PastTurn(school: entry.at, termsAgo: age))
    }
    if turns.isEmpty { return self }
    known.trustees = trustees.map { trustee in
      let more = turns[.advocate]?[PersonID(trustee.id.rawValue)] ?? []
      var trustee = trustee
      trustee.past = trustee.past.adding(more)
      return trustee
    }
    known.networks = networks.map { network in
      let more = turns[.network]?[PersonID(network.id.rawValue)] ?? []
      var network = network
      network.past = network.past.adding(more)
      return network
    }
    return known
  }
}

extension [PastTurn] {
  fileprivate func adding(_ more: [PastTurn]) -> [PastTurn] {
    var turns = self
    for turn in more where !turns.contains(turn) { turns.append(turn) }
    return turns
  }
}
