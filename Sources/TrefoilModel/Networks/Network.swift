/// People of one role or subject, one from each member school, who meet at a school.
public struct Network: Sendable, Hashable {
  /// What makes venues good ones.
  public enum Aim: String, CaseIterable, Sendable, Hashable {
    /// The least travel in total.
    case total
    /// The least worst journey, and then the least travel.
    case worst
  }

  public let id: NetworkID
  public let name: String
  /// The schools that send someone, each once.
  public internal(set) var members: [SchoolID]
  /// The wanted size of a group; nil where all meet together.
  public let groupSize: Int?
  /// The schools that can host a meeting; members or not.
  public internal(set) var venues: [SchoolID]
  /// Meetings a term, at one venue.
  public let meetings: Int
  /// Schools that hosted before.
  public internal(set) var past: [PastTurn]
  public let aim: Aim
  /// The list that makes the members, where it has more than ids.
  public internal(set) var intake: [NetworkIntake]?
  /// The list that makes the venues, where it has more than ids.
  public internal(set) var venueIntake: [NetworkIntake]?

  /// - Parameter venues: every member unless said.
  public init(
    id: NetworkID, name: String, members: [SchoolID], groupSize: Int? = nil,
    venues: [SchoolID]? = nil, meetings: Int = 1, past: [PastTurn] = [], aim: Aim = .total,
    intake: [NetworkIntake]? = nil, venueIntake: [NetworkIntake]? = nil
  ) {
    self.id = id
    self.name = name
    self.members = members
    self.groupSize = groupSize
    self.venues = venues ?? members
    self.meetings = meetings
    self.past = past
    self.aim = aim
    self.intake = intake
    self.venueIntake = venueIntake
  }

  /// How many groups the network makes: members over the wanted size, to the nearest whole number,
  /// halves upwards; at least one, and no more than there are venues or members.
  public var groupCount: Int {
    guard let groupSize, groupSize > 0 else { return 1 }
    let wanted = (2 * members.count + groupSize) / (2 * groupSize)
    return max(1, min(wanted, venues.count, members.count))
  }
}
