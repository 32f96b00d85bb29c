/// Why nothing is known that could be broken so that there would be a plan.
enum NoBreach: Error {
  /// There is no plan whatever is broken of what was written.
  case nothingHelps
  case stopped
  /// The effort was used up, and what was tried in haste does not do.
  case unknown

  var sentence: String {
    switch self {
    case .nothingHelps: "Nothing was found that could be broken so that there would be a plan."
    case .stopped:
      "The search was stopped before it was known what could be broken, so nothing was planned: more "
        + "time may find a plan."
    case .unknown:
      "The effort was used up before anything was found that could be broken so that there would be a "
        + "plan: a greater effort looks on."
    }
  }
}
