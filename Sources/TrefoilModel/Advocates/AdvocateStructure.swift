/// What makes advocates possible, before any rule: trustees and schools that there are, ties, and
/// how many schools a trustee takes.
///
/// Its findings carry the key `advocates`; there is nothing to set.
struct AdvocateStructure {
  static let key: RuleKey = "advocates"

  let facts: AdvocateFacts

  /// O(pairs).
  func findings(in pairs: [Advocacy]) -> [Finding] {
    var findings: [Finding] = []
    var advocates: [SchoolID: TrusteeID] = [:]
    var counts: [TrusteeID: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      func fail(_ sentence: String) {
        findings.append(
          Finding(rule: Self.key, charge: .must, group: index, sentence: sentence))
      }
      let trustee = facts.trustee(pair.trustee)
      if trustee == nil { fail("there is no trustee '\(pair.trustee)'") }
      if facts.trust.school(pair.school) == nil { fail("there is no school '\(pair.school)'") }
      if let trustee, trustee.ties.contains(pair.school) {
        fail("\(trustee.name) is tied to \(facts.trust.name(pair.school))")
      }
      if let other = advocates.updateValue(pair.trustee, forKey: pair.school) {
        fail("\(facts.trust.name(pair.school)) has an advocate already, \(facts.name(other))")
      }
      counts[pair.trustee, default: 0] += 1
    }
    for trustee in facts.trustees {
      guard let most = trustee.most, let count = counts[trustee.id], count > most else { continue }
      findings.append(
        Finding(
          rule: Self.key, charge: .must,
          sentence: "\(trustee.name) takes on \(most) at most, and has \(count)"))
    }
    return findings
  }
}
