import TrefoilModel

/// A move that no rule forbids by itself, with what it costs by itself.
struct PricedMove: Sendable {
  let move: Move
  /// Person-minutes of all rules about single moves.
  let cost: Int
}
