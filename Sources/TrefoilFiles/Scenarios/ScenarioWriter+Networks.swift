import TrefoilModel

extension ScenarioWriter {
  /// `networks.csv` as ``NetworksTable`` reads it, members and venues as their lists say, or by
  /// their ids.
  static func networks(_ networks: [Network]) -> String {
    table(
      of: networks,
      columns: [
        ("id", true, \.id.rawValue), ("name", true, \.name),
        ("members", true, { ids($0.members, $0.intake) }),
        ("group-size", false, { $0.groupSize.map(String.init) ?? "" }),
        (
          "venues", false,
          { network in
            network.venues == network.members && network.venueIntake == nil
              ? "" : ids(network.venues, network.venueIntake)
          }
        ),
        ("meetings", false, { $0.meetings == 1 ? "" : "\($0.meetings)" }),
        ("past-venues", false, { turns($0.past) }),
        ("aim", false, { $0.aim == .total ? "" : $0.aim.rawValue }),
      ])
  }

  private static func ids(_ schools: [SchoolID], _ intake: [NetworkIntake]?) -> String {
    (intake?.map(\.text) ?? schools.map(\.rawValue)).joined(separator: ";")
  }
}
