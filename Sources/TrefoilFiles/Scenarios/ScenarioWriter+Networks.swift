import TrefoilModel

extension ScenarioWriter {
  /// `networks.csv` as ``NetworksTable`` reads it, members and venues by their ids.
  static func networks(_ networks: [Network]) -> String {
    table(
      of: networks,
      columns: [
        ("id", true, \.id.rawValue), ("name", true, \.name), ("members", true, { ids($0.members) }),
        ("group-size", false, { $0.groupSize.map(String.init) ?? "" }),
        ("venues", false, { $0.venues == $0.members ? "" : ids($0.venues) }),
        ("meetings", false, { $0.meetings == 1 ? "" : "\($0.meetings)" }),
        ("past-venues", false, { turns($0.past) }),
        ("aim", false, { $0.aim == .total ? "" : $0.aim.rawValue }),
      ])
  }

  private static func ids(_ schools: [SchoolID]) -> String {
    schools.map(\.rawValue).joined(separator: ";")
  }
}
