import TrefoilModel

/// What a rule foretells of a plan through what it says to planners, before there is a plan.
///
/// The other side of `findings`: the two are written apart, and have to agree to the minute.
public struct Foretold {
  private let facts: TrustFacts
  private let plan: TermPlan
  private let visits: [Visit]

  public init(of plan: TermPlan, facts: TrustFacts) {
    self.plan = plan
    self.facts = facts
    visits = plan.visits(of: facts).map(\.visit)
  }

  /// Musts broken and minutes charged, by a rule that tells planners anything.
  public func sum(_ rule: any Rule) -> (musts: Int, minutes: Int) {
    Self.sum(
      pairCharges(rule) + visitCharges(rule) + coverCharges(rule) + groupCharges(rule)
        + seatCharges(rule))
  }

  /// Musts and minutes of charges.
  public static func sum(_ charges: [Charge]) -> (musts: Int, minutes: Int) {
    charges.reduce(into: (0, 0)) { sum, charge in
      switch charge {
      case .must: sum.0 += 1
      case .minutes(let minutes): sum.1 += minutes
      }
    }
  }

  private func pairCharges(_ rule: any Rule) -> [Charge] {
    guard let rule = rule as? any PairRule else { return [] }
    return plan.groups.flatMap { group in
      Combinations.choices(of: 2, from: group.schools.compactMap(facts.school)).flatMap { pair in
        rule.charges(between: pair[0], and: pair[1], of: facts)
      }
    }
  }

  private func visitCharges(_ rule: any Rule) -> [Charge] {
    guard let rule = rule as? any VisitRule else { return [] }
    return visits.flatMap { rule.charges(for: $0, of: facts) }
  }

  private func coverCharges(_ rule: any Rule) -> [Charge] {
    guard let rule = rule as? any CoverRule else { return [] }
    return plan.groups.flatMap(\.reviews).compactMap { facts.school($0.host) }.flatMap { host in
      let team = visits.filter { $0.host.id == host.id && $0.duty != .workshopLead }
      return rule.requirements(of: host, facts: facts).filter { requirement in
        !team.contains { requirement.isCovered($0.person, $0.from) }
      }.map(\.charge)
    }
  }

  private func groupCharges(_ rule: any Rule) -> [Charge] {
    guard let rule = rule as? any GroupRule else { return [] }
    let groups = plan.groups.map(\.schools)
    return rule.terms(of: facts).flatMap { term -> [Charge] in
      switch term {
      case .atMost(let most, let listed, let charge):
        return groups.flatMap { group in
          Array(repeating: charge, count: max(0, group.count { listed.contains($0) } - most))
        }
      case .atLeastOne(let listed, let charge):
        return groups.filter { group in !group.contains { listed.contains($0) } }
          .map { _ in charge }
      case .together(let one, let other, let charge):
        return groups.contains { $0.contains(one) && $0.contains(other) } ? [] : [charge]
      case .exactly(let schools, let charge):
        return groups.contains { Set($0) == Set(schools) } ? [] : [charge]
      case .never(let schools, let charge):
        return groups.filter { Set($0) == Set(schools) }.map { _ in charge }
      }
    }
  }

  /// Rules about seats say what they want in words of their own.
  private func seatCharges(_ rule: any Rule) -> [Charge] {
    let reviews = plan.groups.flatMap { group in group.reviews.map { (group, $0) } }
    switch rule {
    case let rule as Apart:
      return rule.people(of: facts).flatMap { wish in
        reviews.filter { $0.1.team.contains(wish.one) && $0.1.team.contains(wish.other) }
          .map { _ in wish.charge }
      }
    case let rule as Pin:
      return rule.setting.seats.filter { seat in
        !visits.contains { visit in
          visit.host.id == seat.host && visit.person.id == seat.person && visit.duty == seat.duty
        }
      }.map(\.charge)
    case let rule as Champions:
      return reviews.flatMap { group, review in
        let wanted = rule.wanted(at: review.host, groupSize: group.schools.count, facts: facts)
        let missing = wanted - review.champions.count
        return Array(
          repeating: rule.governed.setting(schools: [review.host]).missing, count: max(0, missing))
      }
    case let rule as Rest:
      return plan.resting.flatMap { rule.charges(forResting: $0, facts: facts) }
    default: return []
    }
  }
}
