/// Days for one job and its follow-up.
struct DatingPlace {
  let start: Int
  /// -1 for a job without one.
  let followUp: Int
}
