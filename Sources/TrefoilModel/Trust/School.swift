/// A school of the trust, as the scenario gives it.
public struct School: Sendable, Hashable {
  public let id: SchoolID
  public internal(set) var name: String
  public internal(set) var phase: Phase
  /// Where it lies; nil when the travel table covers every pair.
  public internal(set) var place: Place?
  public internal(set) var hub: String?
  public internal(set) var standing: Standing
  /// What the school is good at, as the trust words it; compared without regard to case.
  public internal(set) var strengths: [String]
  /// What the school wants help with; a need is met by a strength of the same words.
  public internal(set) var needs: [String]
  /// Pupils on roll; nil when not known.
  public internal(set) var size: Int?
  /// INSET days and other days on which this school is closed.
  public internal(set) var closed: DaySet
  /// False for a school that takes no part in reviews; its champions still may.
  public internal(set) var participates: Bool
  /// What the school says about leaders who are seconded from it.
  public internal(set) var release: Release

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
  public internal(set) var mostOut: Int?
  /// The least kept in each role, in full-time people.
  public internal(set) var leastKept: [Role: Int]
  /// Whether someone leaves only when someone comes.
  public internal(set) var needsCover: Bool

  public init(mostOut: Int? = nil, leastKept: [Role: Int] = [:], needsCover: Bool = false) {
    self.mostOut = mostOut
    self.leastKept = leastKept
    self.needsCover = needsCover
  }
}
