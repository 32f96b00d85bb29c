/// A school of the trust, as the scenario gives it.
public struct School: Sendable, Hashable {
  public let id: SchoolID
  public let name: String
  public let phase: Phase
  /// Where it lies; nil when the travel table covers every pair.
  public let place: Place?
  public let hub: String?
  public let standing: Standing
  /// What the school is good at, as the trust words it; compared without regard to case.
  public let strengths: [String]
  /// What the school wants help with; a need is met by a strength of the same words.
  public let needs: [String]
  /// Pupils on roll; nil when not known.
  public let size: Int?
  /// INSET days and other days on which this school is closed.
  public let closed: DaySet
  /// False for a school that takes no part in reviews; its champions still may.
  public let participates: Bool
  /// What the school says about leaders who are seconded from it.
  public let release: Release

  public init(
    id: SchoolID, name: String, phase: Phase, place: Place? = nil, hub: String? = nil,
    standing: Standing = .balanced, strengths: [String] = [], needs: [String] = [],
    size: Int? = nil, closed: DaySet = DaySet(), participates: Bool = true,
    release: Release = Release()
  ) {
    self.id = id
    self.name = name
    self.phase = phase
    self.place = place
    self.hub = hub
    self.standing = standing
    self.strengths = strengths
    self.needs = needs
    self.size = size
    self.closed = closed
    self.participates = participates
    self.release = release
  }
}

/// What a school says about leaders who are seconded from it; the rules hold where it says nothing.
public struct Release: Sendable, Hashable {
  /// The most leaders away on secondment in one term.
  public let mostOut: Int?
  /// The least kept in each role, in full-time people.
  public let leastKept: [Role: Int]
  /// Whether someone leaves only when someone comes.
  public let needsCover: Bool

  public init(mostOut: Int? = nil, leastKept: [Role: Int] = [:], needsCover: Bool = false) {
    self.mostOut = mostOut
    self.leastKept = leastKept
    self.needsCover = needsCover
  }
}
