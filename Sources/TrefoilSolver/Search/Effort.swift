/// How much work a search may do, counted in steps and never in seconds, so that the same effort
/// gives the same answer on any machine.
public struct Effort: Sendable, Hashable {
  /// 1 is a quick look, 100 the default; the work grows in proportion.
  public let level: Int

  public static let standard = Effort(level: 100)

  /// - Parameter level: 1 to 1,000,000; values outside are brought to the nearest.
  public init(level: Int) {
    self.level = min(max(level, 1), 1_000_000)
  }

  /// A count of steps at this effort, from the count at the default.
  public func steps(_ standard: Int) -> Int {
    max(1, standard / 100 * level + standard % 100 * level / 100)
  }
}
