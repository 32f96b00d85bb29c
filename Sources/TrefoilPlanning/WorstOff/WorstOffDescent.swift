import TrefoilModel

/// The steps from a plan of least cost to one in which whoever travels longest travels least.
///
/// Each step asks for the cheapest plan in which nobody travels as long as somebody does now. While it
/// costs no more, it is the plan; the first that costs more says what less would cost (the least cost and
/// the longest journey as two aims, one after the other: the epsilon-constraint method of Haimes, Lasdon
/// and Wismer, 1971, doi:10.1109/TSMC.1971.4308298).
struct WorstOffDescent<Found> {
  /// What a search within a limit came to.
  struct Answer {
    /// With its cost and who travels longest; nil where there is none or none was found.
    var found: (plan: Found, cost: Int, worst: WorstOff?)?
    /// No plan within the limit costs less; `Int.max` where it is proven that there is none, nil where
    /// nothing is known.
    var bound: Int?
  }

  /// So many steps are taken at most; only where very many plans cost the same are there more.
  private static var mostSteps: Int { 60 }

  private let cost: Int
  private var steps = 0
  /// The best plan so far; nil while it is the one it began with.
  private(set) var better: Found?
  /// Who travels longest in it; nil where nobody travels.
  private(set) var worstOff: WorstOff?
  /// The most minutes that the next search lets anybody travel; nil where there is nothing to ask.
  private(set) var limit: Int?

  /// - Parameter cost: of the plan it begins with, proven to be the least.
  init(cost: Int, worst: WorstOff?) {
    self.cost = cost
    worstOff = worst
    limit = worst.map { $0.minutes - 1 }
  }

  /// Takes the answer to a search within ``limit``.
  mutating func take(_ answer: Answer) {
    limit = nil
    steps += 1
    if let found = answer.found, found.cost <= cost {
      better = found.plan
      worstOff = found.worst
      if steps < Self.mostSteps { limit = found.worst.map { $0.minutes - 1 } }
      return
    }
    guard let bound = answer.bound, bound > cost, var worst = worstOff else { return }
    worst.isProven = true
    if let found = answer.found {
      if found.cost == bound {
        worst.relief = WorstOff.Relief(
          price: found.cost - cost, person: found.worst?.person, minutes: found.worst?.minutes ?? 0)
      }
    } else {
      worst.isUnavoidable = bound == .max
    }
    worstOff = worst
  }
}
