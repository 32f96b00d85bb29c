/// A rule about networks and where they meet.
public protocol NetworkRule: Rule {
  /// What the rule says about the plan of one network; ``Finding/group`` is the index of the group.
  func findings(in plan: PlannedNetwork, of facts: NetworkFacts) -> [Finding]
}

/// A network as it stands in a plan, with everything looked up.
public struct PlannedNetwork: Sendable {
  public let network: Network
  public let meetings: [PlannedMeeting]
  /// Members that come to no meeting.
  public let absent: [SchoolID]

  public init(network: Network, meetings: [PlannedMeeting], absent: [SchoolID]) {
    self.network = network
    self.meetings = meetings
    self.absent = absent
  }
}

/// One group of a network at its venue.
public struct PlannedMeeting: Sendable {
  public let venue: School
  public let members: [School]
  /// The place among the groups of the plan.
  public let index: Int

  public init(venue: School, members: [School], index: Int) {
    self.venue = venue
    self.members = members
    self.index = index
  }
}

extension NetworkRule {
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}

/// What a rule says of one member or one venue, whatever else is planned.
public struct NetworkCharge: Sendable {
  public let charge: Charge
  public let sentence: String

  public init(_ charge: Charge, _ sentence: String) {
    self.charge = charge
    self.sentence = sentence
  }
}

/// A rule that charges a member for meeting at a venue.
public protocol AttendanceRule: NetworkRule {
  func charges(for member: School, at venue: School, of network: Network, facts: NetworkFacts)
    -> [NetworkCharge]
}

extension AttendanceRule {
  public func findings(in plan: PlannedNetwork, of facts: NetworkFacts) -> [Finding] {
    plan.meetings.flatMap { meeting in
      meeting.members.flatMap { member in
        charges(for: member, at: meeting.venue, of: plan.network, facts: facts).map {
          finding($0.charge, group: meeting.index, $0.sentence)
        }
      }
    }
  }
}
