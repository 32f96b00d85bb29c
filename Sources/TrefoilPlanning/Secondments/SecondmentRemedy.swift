import TrefoilModel

/// One change that may let an opening be filled, and how the trust would say it.
struct SecondmentRemedy: Sendable {
  enum Change: Sendable {
    case candidate(Candidate)
    case school(School)
    /// An opening that asks for less, or later: it has to be filled in full, or on more days.
    case opening(Opening)
  }

  let sentence: String
  let change: Change
  /// How large it is beside others of its kind, to try the least first.
  let size: Int

  func applied(to scenario: Scenario) -> Scenario {
    switch change {
    case .candidate(let candidate): scenario.replacing(candidate)
    case .school(let school): scenario.replacing(school)
    case .opening(let opening): scenario.replacing(opening)
    }
  }
}
