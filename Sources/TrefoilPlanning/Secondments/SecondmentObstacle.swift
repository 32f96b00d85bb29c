import TrefoilModel

/// One thing in the way of one candidate.
struct SecondmentObstacle {
  /// Obstacles of one kind are counted together; in the order of how firm they are.
  enum Kind: CaseIterable {
    case role, consent, release, commute, skill, conflict, standing, rule, serving, offered, days
    case fewDays, away, kept, cover, coverDays, chain, there, stay
    /// Nothing is in the way; the choice is proven best, or it is not.
    case price, open

    func words(_ count: Int) -> String {
      let isOne = count == 1
      let who = isOne ? "1 candidate" : "\(count) candidates"
      return switch self {
      case .role: "\(who) \(isOne ? "offers" : "offer") another role"
      case .consent: "\(who) \(isOne ? "has" : "have") not agreed to go"
      case .release: "\(who) may not be released by the home school's head"
      case .commute: "\(who) would travel further than their commute limit"
      case .skill: "\(who) \(isOne ? "lacks" : "lack") a skill or phase that is a must"
      case .conflict: "\(who) \(isOne ? "has" : "have") a conflict of interest there"
      case .standing: "\(who) would leave a school in difficulty (release-standing)"
      case .rule: "\(who) may not go there by a rule that is a must"
      case .serving: "\(who) \(isOne ? "is" : "are") on secondment already"
      case .offered: "\(who) \(isOne ? "is" : "are") not on offer in that term"
      case .days: "\(who) \(isOne ? "has" : "have") no days left, at other openings"
      case .fewDays:
        "\(who) who \(isOne ? "is" : "are") there \(isOne ? "offers" : "offer") no more days"
      case .away: "\(who) would leave too many away from the home school"
      case .kept: "\(who) would leave the home school too few of the role"
      case .cover: "\(who) may go only when someone comes, and nobody does"
      case .coverDays:
        "\(who) who \(isOne ? "is" : "are") there may stay more days only if whoever comes for them does"
      case .chain: "\(who) could go only at the end of a longer chain than 'needs-cover' allows"
      case .there: "\(who) \(isOne ? "is" : "are") there in another term already"
      case .stay:
        "\(who) who \(isOne ? "is" : "are") there cannot stay more days in every term of the stay"
      case .price: "\(who) could come, but that would save nothing beside leaving the days open"
      case .open: "\(who) might come; the search ended before that was settled"
      }
    }
  }

  let kind: Kind
  /// What would take it away; nil for what is no small change, or no change that a trust can make.
  let remedy: SecondmentRemedy?

  init(_ kind: Kind, _ remedy: SecondmentRemedy? = nil) {
    self.kind = kind
    self.remedy = remedy
  }
}
