/// What came of the search for dates.
public enum DatingOutcome: Hashable, Sendable {
  /// Every job and follow-up has its days, and every rule holds.
  case dated(Dating)
  /// These jobs cannot be dated together, proven.
  ///
  /// `irreducible` tells that leaving out any one of them makes the rest of them datable; it is
  /// false when the effort ended before that was shown. The jobs are in ascending order.
  case impossible(conflict: [Int], irreducible: Bool)
  /// The effort ended before days or a proof were found.
  case gaveUp
  /// A stop came before days or a proof were found: whether there are any is left open.
  case stopped
}
