/// A scenario's networks with their look-ups made.
public struct NetworkFacts: Sendable {
  public let trust: TrustFacts
  private let networkByID: [NetworkID: Network]

  /// O(networks).
  public init(_ trust: TrustFacts) {
    self.trust = trust
    networkByID = Dictionary(trust.scenario.networks.map { ($0.id, $0) }) { first, _ in first }
  }

  /// In the order of the file.
  public var networks: [Network] { trust.scenario.networks }
  public func network(_ id: NetworkID) -> Network? { networkByID[id] }

  /// The minutes of a member's journey to a venue and back. O(1).
  public func roundTrip(of member: School, to venue: School) -> Int {
    trust.minutes(from: member, to: venue) + trust.minutes(from: venue, to: member)
  }

  /// The minutes of that journey one way, the longer of there and back. O(1).
  public func oneWay(of member: School, to venue: School) -> Int {
    max(trust.minutes(from: member, to: venue), trust.minutes(from: venue, to: member))
  }

  /// The groups of a plan with their schools looked up; schools that nobody knows, and that are no
  /// members, are left out, and so is a group at a venue that nobody knows.
  func planned(_ plan: NetworkPlan, of network: Network) -> PlannedNetwork {
    let members = Set(network.members)
    var met: Set<SchoolID> = []
    let groups = plan.groups.enumerated().compactMap { index, group -> PlannedMeeting? in
      guard let venue = trust.school(group.venue) else { return nil }
      let schools = group.schools.compactMap { id in
        members.contains(id) ? trust.school(id) : nil
      }
      met.formUnion(schools.map(\.id))
      return PlannedMeeting(venue: venue, members: schools, index: index)
    }
    let absent = network.members.filter { !met.contains($0) }
    return PlannedNetwork(network: network, meetings: groups, absent: absent)
  }
}
