/// What it means to go against a rule once.
public enum Charge: Sendable, Hashable {
  /// It may not happen.
  case must
  /// It costs this many person-minutes.
  case minutes(Int)

  /// As a scenario file writes it: `must` or the number of minutes.
  public var text: String {
    switch self {
    case .must: "must"
    case .minutes(let minutes): "\(minutes)"
    }
  }

  /// As one part of a YAML map: `must: true` or `cost: 30`.
  var field: String {
    switch self {
    case .must: "must: true"
    case .minutes(let minutes): "cost: \(minutes)"
    }
  }
}
