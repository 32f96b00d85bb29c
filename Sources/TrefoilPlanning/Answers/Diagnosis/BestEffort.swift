import TrefoilModel
import TrefoilSolver

/// A plan made although not everything can be kept; or why there still is none.
struct BestEffort {
  static let isNotAsked =
    "It is not known whether everything can be kept, so nothing is broken: a greater effort may find a "
    + "plan, or prove that there is none."

  let diagnosis: TrustDiagnosis
  /// What there is without: no plan, and the reasons why.
  let first: Plan

  /// Breaks what each term needs by itself; where that is not enough, what all of them as one need besides.
  func made(
    stop: StopSignal, by plan: (Scenario) async throws -> Plan
  ) async throws -> Plan {
    func finished(_ breach: TrustDiagnosis.Breach) async throws -> Plan? {
      let anyway = try await plan(breach.scenario)
      return anyway.terms.isEmpty ? nil : self.finished(anyway, breach)
    }
    let breach: TrustDiagnosis.Breach
    do {
      breach = try await diagnosis.breach(stop: stop)
    } catch let why as NoBreach {
      return refused([why.sentence])
    }
    if !breach.broken.isEmpty, let anyway = try await finished(breach) { return anyway }
    guard diagnosis.terms > 1, !stop.isSent else { return refused(breach, [], stop) }
    let joint = try await diagnosis.joint(with: breach, stop: stop)
    var last = breach
    if let easing = joint.easing {
      last.ease(easing)
      // Each term needs the least; that all of them need no less besides is not looked at.
      last.isLeast = false
      if let anyway = try await finished(last) { return anyway }
    }
    if let eased = try await diagnosis.withRepeatEased(breach, stop: stop),
      let anyway = try await finished(eased)
    {
      return anyway
    }
    // What counting shows of the terms as one is no longer so once `repeat` is eased.
    return refused(last, joint.easing == nil ? joint.reasons : [], stop)
  }

  private func finished(_ plan: Plan, _ breach: TrustDiagnosis.Breach) -> Plan {
    var plan = plan
    plan.reasons = first.reasons
    plan.broken = breach.broken
    let little =
      breach.isLeast
      ? "as little as can be, in the order of priority,"
      : "little, in the order of priority (breaking still less may do),"
    plan.notes =
      [
        "Not everything can be kept. This plan breaks \(little) and keeps all else; what it costs and "
          + "how good that is, is said of plans that break the same."
      ] + breach.broken.map { "Broken: \($0.sentence)" } + plan.notes
    return plan
  }

  // MARK: Still no plan

  private func refused(
    _ breach: TrustDiagnosis.Breach, _ joint: [Reason], _ stop: StopSignal
  ) -> Plan {
    if stop.isSent { return refused([NoBreach.stopped.sentence]) }
    if breach.broken.isEmpty {
      let isKnown = first.reasons.contains { $0.remedies.contains(where: \.suffices) }
      return refused([
        "Each term can be planned by itself with nothing broken, and nothing was found that could be "
          + "broken so that they can be planned as one."
          + (isKnown ? " What would do stands with the reasons." : "")
      ])
    }
    var plan = refused(
      ["No plan was found even with what best effort would break; nothing was planned."]
        + breach.broken.map { "Would be broken: \($0.sentence)" })
    plan.reasons += joint.map { reason in
      var reason = reason
      reason.sentence = "Even with what best effort would break: " + reason.sentence
      return reason
    }
    // What would do for the reasons found first leaves those that are found behind them.
    if !joint.isEmpty { for place in plan.reasons.indices { plan.reasons[place].joint = nil } }
    return plan
  }

  private func refused(_ notes: [String]) -> Plan {
    var plan = first
    plan.notes += notes
    return plan
  }
}
