import TrefoilModel

/// What a change breaks, or makes otherwise than the plan says, beyond the term that is repaired: it stays as
/// it was, and is said.
struct RepairElsewhere {
  private let published: Plan
  private let was: Verification
  private let now: Verification
  private let after: TrustFacts
  private let names: RepairNames

  /// - Parameter now: the repaired plan held against the trust as it is now.
  init(
    _ published: Plan, now: Verification, from before: TrustFacts, to after: TrustFacts
  ) {
    self.published = published
    self.now = now
    self.after = after
    was = Verification(of: published, facts: before)
    names = RepairNames(from: before, to: after)
  }

  /// - Parameter unhelped: what is said otherwise.
  func sentences(besides unhelped: [Finding]) -> [String] {
    let known = Set(was.violations + unhelped)
    var broken = now.violations.filter { !known.contains($0) }.map(\.sentence)
    var sentences: [String] = []
    for index in published.secondments.indices {
      let place = "secondment \(index + 1): "
      let own = broken.filter { $0.hasPrefix(place) }
      if own.isEmpty { continue }
      broken.removeAll(where: own.contains)
      sentences.append(
        lost(published.secondments[index], since: own.map { String($0.dropFirst(place.count)) }))
    }
    sentences += broken.map { "The repair leaves as it was: \($0)." }
    let differ = now.differences.filter { !was.differences.contains($0) }
    let words = differ.filter { Int($0.stated) == nil || Int($0.computed) == nil }
    sentences += words.map {
      "The repair leaves as it was: \($0.figure), stated as \($0.stated), is now \($0.computed)."
    }
    if words.count < differ.count {
      sentences.append(
        "What the plan states beyond this term's reviews, such as costs of secondments, is from before the "
          + "change.")
    }
    return sentences
  }

  /// One sentence for a secondment that cannot stand, whatever it breaks.
  private func lost(_ secondment: Secondment, since reasons: [String]) -> String {
    let person = names.of(secondment.person)
    let gone =
      after.person(secondment.person) == nil
      ? person : after.school(secondment.to) == nil ? names.of(secondment.to) : nil
    let reason = gone.map { "\($0) has left" } ?? Listing.of(reasons)
    return "The secondment of \(person) to \(names.of(secondment.to)) cannot stand: \(reason)."
  }
}
