import TrefoilModel

extension Scenario {
  /// Who is still away in the terms of a plan by what was published before, in words; one note for each.
  func notesOfSecondmentsUnderWay(terms count: Int) -> [String] {
    if underWay.isEmpty { return [] }
    let facts = TrustFacts(self)
    return underWay.compactMap { secondment in
      guard secondment.terms.contains(where: { $0 < count }), let last = secondment.terms.max()
      else { return nil }
      return
        "\(facts.name(secondment.person)) serves \(facts.name(secondment.at)) on "
        + "\(secondment.days == 1 ? "1 day" : "\(secondment.days) days") a week until the end of "
        + "\(term(at: last).name), as published before."
    }
  }
}
