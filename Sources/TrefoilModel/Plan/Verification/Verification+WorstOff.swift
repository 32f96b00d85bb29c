extension Verification {
  /// Who is said to travel longest, and how long. That nobody could travel less, and the price of it, are
  /// not looked at: they take a search.
  static func differences(
    of stated: WorstOff?, _ travel: TravelByPerson, what: String
  ) -> [Difference] {
    guard let stated else { return [] }
    let computed = travel.worstOff
    if stated.person == computed?.person, stated.minutes == computed?.minutes { return [] }
    return [
      Difference(
        figure: what, stated: "\(stated.person), \(stated.minutes)",
        computed: computed.map { "\($0.person), \($0.minutes)" } ?? "nobody travels")
    ]
  }
}
