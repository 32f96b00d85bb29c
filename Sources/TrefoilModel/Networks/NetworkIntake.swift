/// One entry of a list that says which schools belong to a network: some by their ids, others by what
/// they are, so that a school that joins the trust joins the network.
public enum NetworkIntake: Sendable, Hashable {
  case school(SchoolID)
  case all
  /// An all-through school is of the primary and of the secondary phase too.
  case phase(Phase)

  /// The word for every school.
  public static let allWord = "all"

  /// Reads `all` or the name of a phase.
  public init?(reading word: String) {
    if word == Self.allWord {
      self = .all
    } else if let phase = Phase(rawValue: word) {
      self = .phase(phase)
    } else {
      return nil
    }
  }

  /// As files write it.
  public var text: String {
    switch self {
    case .school(let id): id.rawValue
    case .all: Self.allWord
    case .phase(let phase): phase.rawValue
    }
  }

  public func admits(_ school: School) -> Bool {
    switch self {
    case .school(let id): school.id == id
    case .all: true
    case .phase(let phase):
      school.phase == phase
        || (phase != .allThrough && !school.phase.taught.isDisjoint(with: phase.taught))
    }
  }
}

extension [NetworkIntake] {
  /// The schools that a list admits, each once, in the order of the list. O(entries x schools).
  public func schools(of schools: [School]) -> [SchoolID] {
    var seen: Set<SchoolID> = []
    return flatMap { entry in schools.filter(entry.admits).map(\.id) }
      .filter { seen.insert($0).inserted }
  }
}

extension Network {
  /// Looks again which schools belong, now that there are others or some have changed.
  mutating func gather(from schools: [School]) {
    let isSame = venues == members
    if let intake { members = intake.schools(of: schools) }
    if let venueIntake {
      venues = venueIntake.schools(of: schools)
    } else if isSame {
      venues = members
    }
  }
}
