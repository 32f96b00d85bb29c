import TrefoilModel

/// One thing in the way of one candidate.
struct SecondmentObstacle {
  /// Obstacles of one kind are counted together; in the order of how firm they are.
  enum Kind: Int, CaseIterable {
    case role, skill, consent, release, commute, conflict, standing, rule, serving, offered
    /// From here on they hang on who else goes where.
    case days, fewDays, away, kept, cover, coverDays, chain, there, stay
    /// Nothing is in the way; the choice is proven best, or it is not.
    case price, open

    /// How many candidates an opening has of this kind, in words.
    func words(_ count: Int, at opening: Opening, by rules: RuleBook) -> String {
      let isOne = count == 1
      let who = isOne ? "1 candidate" : "\(count) candidates"
      return switch self {
      case .role: "\(who) \(isOne ? "offers" : "offer") another role"
      case .skill:
        "\(who) \(isOne ? "lacks" : "lack") what is a must here: \(Self.musts(of: opening, by: rules))"
      case .consent: "\(who) \(isOne ? "has" : "have") not agreed to go"
      case .release: "\(who) may not be released by the home school's head"
      case .commute: "\(who) would travel further than their commute limit"
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
      case .cover: "\(who) may go only when someone comes, and nobody comes for them"
      case .coverDays:
        "\(who) who \(isOne ? "is" : "are") there may stay more days only if whoever comes for them does"
      case .chain: "\(who) could go only at the end of a longer chain than 'needs-cover' allows"
      case .there: "\(who) \(isOne ? "is" : "are") there in another term already"
      case .stay:
        "\(who) who \(isOne ? "is" : "are") there cannot stay more days in every term of the stay"
      case .price:
        "\(who) could come, but that would save nothing among secondments beside leaving the days open"
      case .open: "\(who) might come; the search ended before that was settled"
      }
    }

    /// What somebody has to bring: skills and a phase that the opening or a rule makes musts.
    private static func musts(of opening: Opening, by rules: RuleBook) -> String {
      let areMusts = rules[SecondmentSkill.self].setting == .must
      let skills = opening.skills.filter { $0.isMust || areMusts }.map(\.value)
      let phase = opening.phase.flatMap { wanted in
        wanted.isMust || rules[SecondmentPhase.self].setting == .must ? wanted.value.rawValue : nil
      }
      return (skills + (phase.map { [$0] } ?? [])).joined(separator: ", ")
    }
  }

  let kind: Kind
  /// The term in which it is in the way.
  let term: Int
  /// Of people kept, the role of which there would be too few.
  let role: Role?

  init(_ kind: Kind, in term: Int, role: Role? = nil) {
    self.kind = kind
    self.term = term
    self.role = role
  }
}
