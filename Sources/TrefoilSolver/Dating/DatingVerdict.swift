/// What one run of the exact search found.
enum DatingVerdict {
  case dated
  /// These of the assumed jobs cannot be dated together; none when the cost limit is the cause.
  case impossible([Int])
  case unknown
}
