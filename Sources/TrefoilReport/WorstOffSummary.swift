import TrefoilModel

/// Who travels longest, and what less would cost, in plain text.
struct WorstOffSummary {
  let worstOff: WorstOff?
  let facts: TrustFacts
  /// What the minutes are of: "in all", or "a week".
  let span: String

  /// - Parameter indent: of every line.
  func lines(indent: String = "") -> [String] {
    guard let worstOff else { return [] }
    let minutes = Wording.count(worstOff.minutes, "minute", "minutes")
    let head = "\(facts.name(worstOff.person)) travels longest: \(minutes) \(span)."
    return PlanSummary.broken("\(head) \(way(out: worstOff))", width: 96 - indent.count).map {
      indent + $0
    }
  }

  private func way(out worstOff: WorstOff) -> String {
    if let relief = worstOff.relief {
      let price = Wording.count(relief.price, "minute", "minutes")
      let then =
        relief.person == nil
        ? "nobody travels in it" : "its longest is \(Wording.grouped(relief.minutes))"
      return "A plan in which nobody travels so long costs \(price) more in all, and \(then)."
    }
    if worstOff.isUnavoidable { return "In every plan somebody travels as long." }
    if worstOff.isProven { return "In every plan of this cost somebody travels as long." }
    return "It is not proven that nobody could travel less at this cost."
  }
}
